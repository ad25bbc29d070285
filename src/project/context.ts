import type { ProjectAnswers } from '../answers/options.ts';
import { originsOf } from '../answers/origins.ts';
import type { ApiTag, Feature } from '../features/feature.ts';
import { type AccessRow } from './access-table.ts';
import { TOOL_VERSIONS } from './embedded.ts';
import type { ResourceContext } from './resource-context.ts';
import type { ResourceValues } from './resource-values.ts';
import { naturalOrder } from '../text/natural-order.ts';
import type { Secrets } from './secrets.ts';

interface AccessOf {
  /** What they are: `books and tags`. */
  readonly about: string;
  readonly rows: readonly AccessRow[];
}

function accessTables(resources: readonly ResourceContext[]): readonly AccessOf[] {
  const kinds = new Map<string, { readonly labels: string[]; readonly rows: readonly AccessRow[] }>();
  for (const { access, label } of resources) {
    const key = JSON.stringify(access);
    const kind = kinds.get(key) ?? { labels: [], rows: access };
    kinds.set(key, kind);
    kind.labels.push(label);
  }
  return Array.from(kinds.values(), ({ labels, rows }) => ({ about: labels.join(', '), rows }));
}

/** What a template may name. Every value is there for every combination of answers: a missing one is an error of the template. */
export interface ProjectContext extends Omit<ResourceValues, 'migrations'> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly python: string;
  /** The major and minor version without the dot, as ruff names its target: `314`. */
  readonly pythonDigits: string;
  /** The major and minor version of Django, as in the addresses of its documentation: `5.2`. */
  readonly django: string;
  /** The version of pipenv that the image's builder installs: the one that the stored lock data come from. */
  readonly pipenv: string;
  /** The version of uv that locks requirements. */
  readonly uv: string;
  readonly thirdPartyApps: readonly string[];
  /** The origins of the sites whose scripts may call the API. */
  readonly corsOrigins: readonly string[];
  /** Apps of the features' own. */
  readonly localApps: readonly string[];
  /** The environment variables of keys to sign with, beside Django's own. */
  readonly signingKeys: readonly string[];
  /** Commands of `manage.py` that remove what has expired of the features' data. */
  readonly cleanUps: readonly string[];
  /** The groups of the features' endpoints, for the API's documentation. */
  readonly apiTags: readonly ApiTag[];
  /** Whether whoever is not known may read. */
  readonly anyoneReads: boolean;
  /** Who may do what, for each kind of resource. */
  readonly accessTables: readonly AccessOf[];
  /** The same in the order of their apps, as lines of imports stand. */
  readonly resourcesByApp: readonly ResourceContext[];
  /** The text that each slot got from the features, in their order; empty where none has any. */
  readonly slots: Readonly<Record<string, string>>;
  /** Only while the file is rendered that holds them. */
  readonly secrets?: Secrets;
}

/** The values of a project's templates, but for the slots, which are rendered from them. */
export function projectContext(answers: ProjectAnswers, features: readonly Feature[], values: ResourceValues): Omit<ProjectContext, 'slots' | 'secrets'> {
  const { resources, example, enums } = values;
  return {
    name: answers.name,
    title: answers.title,
    description: answers.description,
    author: answers.author,
    python: answers.python,
    pythonDigits: answers.python.replace('.', ''),
    django: answers.django,
    pipenv: TOOL_VERSIONS.pipenv,
    uv: TOOL_VERSIONS.uv,
    thirdPartyApps: features.flatMap((feature) => feature.thirdPartyApps ?? []),
    corsOrigins: originsOf(answers.cors),
    localApps: features.flatMap((feature) => feature.localApps ?? []),
    signingKeys: features.flatMap((feature) => feature.signingKeys ?? []),
    cleanUps: features.flatMap((feature) => feature.cleanUps ?? []),
    apiTags: features.flatMap((feature) => feature.apiTags ?? []),
    anyoneReads: answers.access === 'open-read',
    accessTables: accessTables(resources),
    example,
    enums,
    resources,
    resourcesByApp: [...resources].sort((one, other) => naturalOrder(one.app, other.app)),
  };
}
