import { ANSWERS_FILE, answersFileText } from '../answers/answers-file.ts';
import type { ProjectAnswers } from '../answers/options.ts';
import { resourcesOf } from '../answers/project-resources.ts';
import type { Resource } from '../answers/resource.ts';
import type { Feature } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { projectContext, type ProjectContext } from './context.ts';
import { dependencyFiles } from './dependencies.ts';
import type { Files } from './files.ts';
import type { ResourceContext } from './resource-context.ts';
import { type ResourceValues, resourceValues } from './resource-values.ts';
import { sha256 } from './sha256.ts';
import { SECRET_FILE, type Secrets } from './secrets.ts';
import { renderTemplate } from './template.ts';
import type { Source, TemplateTree } from './template-tree.ts';
import { slotNames, templateTree } from './tree.ts';
import { VERSION } from './version.ts';

function textOf(source: Source, context: object): string {
  return typeof source === 'string' ? source : renderTemplate(source, context);
}

/** What the features add to each slot, in their order. */
function filledSlots(trees: readonly TemplateTree[], context: object): Record<string, string> {
  const texts = Object.fromEntries(slotNames().map((slot) => [slot, '']));
  for (const { slots } of trees) {
    for (const [slot, source] of Object.entries(slots)) texts[slot] = (texts[slot] ?? '') + textOf(source, context);
  }
  return texts;
}

/** A tree of templates, with the apps that its `_resource/` is for. */
interface Part {
  readonly tree: TemplateTree;
  readonly apps: readonly string[];
}

function partsOf(features: readonly Feature[], resources: readonly Resource[], { resources: their }: ResourceValues): readonly Part[] {
  const appsOf = (appliesTo?: (resource: Resource) => boolean): readonly string[] =>
    resources.flatMap((one, place) => ((appliesTo?.(one) ?? true) ? (their[place]?.app ?? []) : []));
  return [
    ...['project', 'resource'].map((folder) => ({ tree: templateTree(folder), apps: appsOf() })),
    ...features.map(({ name, appliesTo }) => ({ tree: templateTree(`features/${name}`), apps: appsOf(appliesTo) })),
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
    if (path !== SECRET_FILE || context.secrets !== undefined) yield [path, textOf(source, context)];
  }
  const resourceFiles = Object.entries(tree.resourceFiles);
  for (const its of ofResources) {
    const { resource } = its;
    if (!apps.includes(resource.app)) continue;
    for (const [path, source] of resourceFiles) {
      const own = path.replaceAll('__app__', resource.app).replace('__model__', resource.modelName).replace('__api__', context.apiModule);
      yield [own, textOf(source, its)];
    }
  }
}

/** A hash over the paths and texts of files, by which a later command recognizes the render that a project started from. */
function digestOf(files: readonly (readonly [string, string])[]): string {
  return sha256(files.map(([path, text]) => `${path}\0${text}\0`).join(''));
}

/**
 * Renders a whole project: a pure function of the answers. The same answers give the same bytes; nothing else is looked at.
 * @param answers what shapes the files, complete and checked (`completeProjectAnswers` gives such)
 * @param secrets what `.env` holds; without them there is no `.env` in the map
 * @returns the text of each file by its path, in the order of the paths
 */
export function render(answers: ProjectAnswers, secrets?: Secrets): Files {
  const features = FEATURES.filter((feature) => feature.applies(answers));
  const resources = resourcesOf(answers);
  const values = resourceValues(resources, answers);
  const parts = partsOf(features, resources, values);
  const unslotted = projectContext(answers, features, values);
  const slotted = { ...unslotted, slots: filledSlots(parts.map(({ tree }) => tree), unslotted) };
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
