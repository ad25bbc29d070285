import Handlebars from 'handlebars/runtime.js';
import { pyString } from '../text/py.ts';
import { markdownText } from '../text/markdown.ts';
import { tomlString } from '../text/toml.ts';

/** A template as `Handlebars.precompile` leaves it. */
export type TemplateSpecification = Readonly<Record<string, unknown>>;

/**
 * How a user's text enters each language; no template prints one without. `templates/helpers.json` lists the same names for the build.
 * The keys of a user's text may be any text, so no prototype is looked at.
 */
const QUOTING: Readonly<Record<string, (value: unknown) => string>> = {
  py: (value) => pyString(String(value)),
  toml: (value) => tomlString(String(value)),
  md: (value) => markdownText(String(value)),
};

const handlebars = Handlebars.create();
for (const [name, quote] of Object.entries(QUOTING)) handlebars.registerHelper(name, quote);

/**
 * Renders one precompiled template.
 * @param specification what the build embedded
 * @param context the values that the template names
 * @returns the text
 * @throws Error where the template names a value that the context lacks
 */
export function renderTemplate(specification: TemplateSpecification, context: object): string {
  return handlebars.template(specification)(context);
}
