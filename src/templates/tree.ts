import type { Source } from './template.ts';

/** One folder of templates, sorted into what each part is for; paths are relative to it. */
export interface TemplateTree {
  /** Files of the project. */
  readonly files: Readonly<Record<string, Source>>;
  /** Files of each resource: all of `templates/resource/`, and `_resource/` of the others. */
  readonly resourceFiles: Readonly<Record<string, Source>>;
  /** What it adds to each slot, from `_slots/`. */
  readonly slots: Readonly<Record<string, Source>>;
}

/** The folders of `templates/` by their names, such as `project` or `features/docs`. A feature may have none. */
export type TemplateTrees = Readonly<Record<string, TemplateTree>>;

/** The slots that some feature fills, whether its project has it or not: each is a place that a template of the core prints. */
export function slotNames(trees: TemplateTrees): readonly string[] {
  return [...new Set(Object.values(trees).flatMap(({ slots }) => Object.keys(slots)))];
}
