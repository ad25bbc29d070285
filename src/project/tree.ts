import { FILES, TEMPLATES } from './embedded.ts';

/** What the build embedded of one file: a template to render, or a text to copy. */
export type Source = { readonly template: string } | { readonly text: string };

/** One folder of templates, sorted into what each part is for; paths are relative to it. */
export interface TemplateTree {
  /** Files of the project. */
  readonly files: ReadonlyMap<string, Source>;
  /** Files of each resource, from `_resource/`. */
  readonly resourceFiles: ReadonlyMap<string, Source>;
  /** Template paths by the slot they fill, from `_slots/`. */
  readonly slots: ReadonlyMap<string, Source>;
}

const SOURCES: readonly (readonly [string, Source])[] = [
  ...Object.keys(TEMPLATES).map((path): [string, Source] => [path, { template: path }]),
  ...Object.entries(FILES).map(([path, text]): [string, Source] => [path, { text }]),
];

/** What stands below a folder, by the path from there. */
function below(folder: string): [string, Source][] {
  return SOURCES.filter(([path]) => path.startsWith(`${folder}/`)).map(([path, source]) => [path.slice(folder.length + 1), source]);
}

/** The entries whose path starts with a folder, without it. */
function within(entries: readonly [string, Source][], folder: string): Map<string, Source> {
  return new Map(entries.filter(([path]) => path.startsWith(folder)).map(([path, source]) => [path.slice(folder.length), source]));
}

/**
 * The embedded files of one folder of `templates/`.
 * @param folder such as `project` or `features/docs`
 * @returns its parts; all are empty where the folder does not exist
 */
export function templateTree(folder: string): TemplateTree {
  const entries = below(folder);
  if (folder === 'resource') return { files: new Map(), resourceFiles: new Map(entries), slots: new Map() };
  return {
    files: new Map(entries.filter(([path]) => !/^_(?:resource|slots)\//.test(path))),
    resourceFiles: within(entries, '_resource/'),
    slots: within(entries, '_slots/'),
  };
}

/**
 * The slots that some feature fills, whether its project has it or not: each is a place that a template of the core prints.
 * @returns their names
 */
export function slotNames(): string[] {
  return [...new Set(SOURCES.flatMap(([path]) => /\/_slots\/(.+)$/.exec(path)?.[1] ?? []))];
}
