import { TREES } from './embedded.ts';
import type { TemplatePrograms } from './template.ts';

/** What the build embedded of one file: a text to copy, or a template to render. */
export type Source = string | TemplatePrograms;

/** One folder of templates, sorted into what each part is for; paths are relative to it. */
export interface TemplateTree {
  /** Files of the project. */
  readonly files: Readonly<Record<string, Source>>;
  /** Files of each resource: all of `templates/resource/`, and `_resource/` of the others. */
  readonly resourceFiles: Readonly<Record<string, Source>>;
  /** What it adds to each slot, from `_slots/`. */
  readonly slots: Readonly<Record<string, Source>>;
}

const NONE: TemplateTree = { files: {}, resourceFiles: {}, slots: {} };

/**
 * The embedded files of one folder of `templates/`.
 * @param folder such as `project` or `features/docs`
 * @returns its parts; all are empty where the folder does not exist
 */
export function templateTree(folder: string): TemplateTree {
  return TREES[folder] ?? NONE;
}

/**
 * The slots that some feature fills, whether its project has it or not: each is a place that a template of the core prints.
 * @returns their names
 */
export function slotNames(): string[] {
  return [...new Set(Object.values(TREES).flatMap(({ slots }) => Object.keys(slots)))];
}
