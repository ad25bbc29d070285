import Handlebars from 'handlebars/runtime.js';
import { QUOTING } from './quoting.ts';

/** What the build embedded of one file: a text to copy, or a template that Handlebars compiled. */
export type Source = string | TemplateSpecification;

const runtime = Handlebars.create();
for (const [name, quote] of Object.entries(QUOTING)) runtime.registerHelper(name, quote);

/**
 * The text that a file of `templates/` gives.
 * @param source what the build embedded of it; it compiled templates `strict` and without escaping
 * @param context the values that a template names
 * @throws Error where the template prints a value that the context lacks
 */
export function renderSource(source: Source, context: object): string {
  return typeof source === 'string' ? source : runtime.template(source)(context);
}
