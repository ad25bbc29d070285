import Handlebars, { type Container, type Helper, type Program } from 'handlebars/runtime.js';
import { markdownText } from '../text/markdown.ts';
import { pyString } from '../text/py.ts';
import { tomlString } from '../text/toml.ts';

/**
 * Where a value stands: first the number of contexts above the present one, or `@` for the data variables, or the place of a block's
 * parameter (how many blocks outwards, and the how-manieth there); then the names that lead to it.
 */
type Path = readonly [number | '@' | readonly [number, number], ...string[]];

/** A value that a template names. */
type Expression =
  | { readonly path: Path }
  | { readonly literal: string | number | boolean | null }
  | { readonly helper: string; readonly params: readonly Expression[] };

/** A block: what its helper renders, by the numbers of the programs, and how many block parameters there are. */
type Block = Expression & { readonly program?: number; readonly inverse?: number; readonly names?: number };

/** A template as `scripts/template-programs.mjs` leaves it: the first program is the whole, the others are what its blocks hold. */
export type TemplatePrograms = readonly (readonly (string | Block)[])[];

/** What stands around a place while it is rendered, under the names that Handlebars uses. */
interface Scope {
  readonly container: Container;
  readonly context: unknown;
  readonly helpers: Readonly<Record<string, Helper>>;
  readonly data: unknown;
  readonly blockParams: readonly (readonly unknown[])[];
  readonly depths: readonly unknown[];
}

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

/** The value at a path; what a template prints must be there (`strict`), but for a block parameter, as in Handlebars. */
function valueAt(path: Path, { container, context, data, blockParams, depths }: Scope, printed: boolean): unknown {
  const [origin] = path;
  const isNamed = typeof origin === 'object';
  let value = context;
  if (isNamed) value = blockParams[origin[0]]?.[origin[1]];
  else if (origin === '@') value = data;
  else if (origin > 0) value = depths[origin];
  const last = printed && !isNamed ? path.length - 1 : path.length;
  for (let place = 1; place < last; place += 1) value = container.lookupProperty(value, String(path[place]));
  return last === path.length || last === 0 ? value : container.strict(value, String(path[last]));
}

/** The value of an expression; a helper learns how it was called as Handlebars tells it. */
function valueOf(expression: Block, scope: Scope, printed = false): unknown {
  if ('path' in expression) return valueAt(expression.path, scope, printed);
  if ('literal' in expression) return expression.literal;
  const { helper: name, params, program, inverse, names = 0 } = expression;
  const { container, context, helpers, data, blockParams, depths } = scope;
  const helper = helpers[name];
  if (helper === undefined) throw new Error(`A template calls ${name}, which nobody registered`);
  const rendered = (number: number | undefined, count: number): unknown =>
    number === undefined ? container.noop : container.program(number, data, count, blockParams, depths);
  const options = { name, hash: {}, data, fn: rendered(program, names), inverse: rendered(inverse, 0) };
  return helper.call(context ?? {}, ...params.map((param) => valueOf(param, scope)), options);
}

/** One program in the form that the runtime calls. */
function program(parts: TemplatePrograms[number]): Program {
  return (container, context, helpers, _partials, data, blockParams, depths) => {
    const scope = { container, context, helpers, data, blockParams, depths };
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : String(container.lambda(valueOf(part, scope, true), context) ?? '');
    return text;
  };
}

/** Templates that were rendered before: a project renders those of a resource once for each. */
const known = new WeakMap<TemplatePrograms, (context: object) => string>();

/** Hands a template to Handlebars. */
function template(programs: TemplatePrograms): (context: object) => string {
  const [main = () => '', ...blocks] = programs.map(program);
  const numbered = Object.fromEntries(blocks.map((block, place) => [place + 1, block]));
  return handlebars.template({ ...numbered, main, compiler: [8, '>= 4.3.0'], useData: true, useDepths: true, useBlockParams: true });
}

/**
 * Renders one template with Handlebars' runtime.
 * @param programs what the build embedded
 * @param context the values that the template names
 * @returns the text
 * @throws Error where the template names a value that the context lacks
 */
export function renderTemplate(programs: TemplatePrograms, context: object): string {
  const render = known.get(programs) ?? template(programs);
  known.set(programs, render);
  return render(context);
}
