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
