import { ANSWERS_FILE, answersFileText } from '../answers/answers-file.ts';
import type { ProjectAnswers } from '../options/table.ts';
import { resourcesOf } from '../resource/model/project-resources.ts';
import type { Resource } from '../resource/model/resource.ts';
import type { Feature } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { projectContext, type ProjectContext } from './context.ts';
import { dependencyFiles } from '../python/packages/dependencies.ts';
import type { Files } from '../project-files.ts';
import type { ResourceContext } from './resource-context.ts';
import { type ResourceValues, resourceValues } from './resource-values.ts';
import { SECRET_FILE, type Secrets } from './secrets.ts';
import { fnv1a } from '../text/fnv-1a.ts';
import { TREES } from '../templates/embedded.ts';
import { renderSource } from '../templates/template.ts';
import { slotNames, type TemplateTree, type TemplateTrees } from '../templates/tree.ts';
import { VERSION } from '../embedded/version.ts';

/** What the features add to each slot, in their order. */
function filledSlots(trees: TemplateTrees, parts: readonly Part[], context: object): Record<string, string> {
  const texts = Object.fromEntries(slotNames(trees).map((slot) => [slot, '']));
  for (const {
    tree: { slots },
  } of parts) {
    for (const [slot, source] of Object.entries(slots))
      texts[slot] = (texts[slot] ?? '') + renderSource(source, context);
  }
  return texts;
}

/** A tree of templates, with the apps that its `_resource/` is for. */
interface Part {
  readonly tree: TemplateTree;
  readonly apps: readonly string[];
}

/** Some features have no templates. */
const NONE: TemplateTree = { files: {}, resourceFiles: {}, slots: {} };

function partsOf(
  trees: TemplateTrees,
  features: readonly Feature[],
  resources: readonly Resource[],
  { resources: their }: ResourceValues,
): readonly Part[] {
  const appsOf = (appliesTo?: (resource: Resource) => boolean): readonly string[] =>
    resources.flatMap((one, place) => ((appliesTo?.(one) ?? true) ? (their[place]?.app ?? []) : []));
  return [
    ...['project', 'resource'].map((folder) => ({ tree: trees[folder] ?? NONE, apps: appsOf() })),
    ...features.map(({ name, appliesTo }) => ({ tree: trees[`features/${name}`] ?? NONE, apps: appsOf(appliesTo) })),
  ];
}

/** What the templates of a project see, and those of each resource. */
interface Contexts {
  readonly context: ProjectContext;
  readonly ofResources: readonly (ProjectContext & { readonly resource: ResourceContext })[];
}

/** The files of one tree: those of the project once, those of a resource for each. */
function* filesOf({ tree, apps }: Part, { context, ofResources }: Contexts): Generator<[string, string]> {
  for (const [path, source] of Object.entries(tree.files)) {
    if (path !== SECRET_FILE || context.secrets !== undefined) yield [path, renderSource(source, context)];
  }
  const resourceFiles = Object.entries(tree.resourceFiles);
  for (const its of ofResources) {
    const { resource } = its;
    if (!apps.includes(resource.app)) continue;
    for (const [path, source] of resourceFiles) {
      const own = path
        .replaceAll('__app__', resource.app)
        .replace('__model__', resource.modelName)
        .replace('__api__', context.apiModule);
      yield [own, renderSource(source, its)];
    }
  }
}

/**
 * A hash over the paths and texts of files, by which a later command recognizes the render that a project started from. There is nothing to gain from
 * forging it: SHA-256, which JavaScript has to work out here, took a fifth of a creation.
 */
function digestOf(files: readonly (readonly [string, string])[]): string {
  return fnv1a(files.map(([path, text]) => `${path}\0${text}\0`).join(''))
    .toString(16)
    .padStart(8, '0');
}

/**
 * Renders a whole project: a pure function of the answers. The same answers give the same bytes; nothing else is looked at.
 * @param answers what shapes the files, complete and checked (`completeProjectAnswers` gives such)
 * @param secrets what `.env` holds; without them there is no `.env` in the map
 * @returns the text of each file by its path, in the order of the paths
 */
export function render(answers: ProjectAnswers, secrets?: Secrets): Files {
  return renderFrom(TREES, answers, secrets);
}

/** Renders a whole project from other templates than those that the build embedded. */
export function renderFrom(trees: TemplateTrees, answers: ProjectAnswers, secrets?: Secrets): Files {
  const features = FEATURES.filter((feature) => feature.applies(answers));
  const resources = resourcesOf(answers);
  const values = resourceValues(resources, answers);
  const parts = partsOf(trees, features, resources, values);
  const unslotted = projectContext(answers, features, values);
  const slotted = { ...unslotted, slots: filledSlots(trees, parts, unslotted) };
  const context = secrets === undefined ? slotted : { ...slotted, secrets };
  const contexts = { context, ofResources: context.resources.map((resource) => ({ ...context, resource })) };
  const files = new Map<string, string>();
  for (const part of parts) {
    for (const [path, text] of filesOf(part, contexts)) {
      if (files.has(path)) throw new Error(`Two templates write ${path}`);
      files.set(path, text);
    }
  }
  for (const { app, name, text } of values.migrations) files.set(`${app}/migrations/${name}.py`, text);
  for (const [path, text] of dependencyFiles(answers, features)) files.set(path, text);
  const sorted = [...files].filter(([path]) => path !== SECRET_FILE).sort(([left], [right]) => (left < right ? -1 : 1));
  files.set(ANSWERS_FILE, answersFileText(answers, VERSION, digestOf(sorted)));
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}
