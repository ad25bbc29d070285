import { htmlText } from '../text/html.ts';
import { markdownText } from '../text/markdown.ts';
import { pyString } from '../text/py.ts';
import { tomlString } from '../text/toml.ts';

/**
 * Where a value stands: first the number of contexts above the present one, or `@` for the data variables, or the place of a block's
 * parameter (how many `each` and `with` outwards, and the how-manieth there); then the names that lead to it.
 */
type Path = readonly [number | '@' | readonly [number, number], ...string[]];

/** A value that a template names. */
type Expression =
  | { readonly path: Path }
  | { readonly literal: string | number | boolean | null }
  | { readonly helper: string; readonly param: Expression };

interface Block {
  readonly block: string;
  readonly value: Expression;
  readonly program?: number;
  readonly inverse?: number;
}

/** A template as `scripts/template-programs.mjs` leaves it: the first program is the whole, the others are what its blocks hold. */
export type TemplatePrograms = readonly (readonly (string | Expression | Block)[])[];

type Data = Readonly<Record<string, unknown>> & { readonly root: object };

/** What stands around a place while it is rendered. */
interface Scope {
  readonly context: unknown;
  /** The scope whose context `../` means. */
  readonly above: Scope | undefined;
  /** What `@root`, `@index` and the like mean. */
  readonly data: Data;
  /** The parameters of the innermost block that has some. */
  readonly params: Params | undefined;
}

/** The values of a block's parameters, and those of the blocks around it. */
interface Params {
  readonly values: readonly unknown[];
  readonly outer: Params | undefined;
}

/** Renders one of a block's programs in another scope. */
type Rendered = (scope: Scope) => string;

/**
 * How a user's text enters each language; no template prints one without. `templates/helpers.json` lists the same names for the build.
 * The keys of a user's text may be any text, so no prototype is looked at.
 */
const QUOTING: Readonly<Record<string, (value: unknown) => string>> = {
  py: (value) => pyString(String(value)),
  toml: (value) => tomlString(String(value)),
  md: (value) => markdownText(String(value)),
  html: (value) => htmlText(String(value)),
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The value of a name; names from a prototype are none. */
function propertyOf(parent: unknown, name: string): unknown {
  return isRecord(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
}

/** The value of a block's parameter, so many blocks outwards. */
function paramAt([level, place]: readonly [number, number], params: Params | undefined): unknown {
  let block = params;
  for (let count = level; count > 0; count -= 1) block = block?.outer;
  return block?.values[place];
}

/** The value that a path starts from. */
function startOf(origin: Path[0], scope: Scope): unknown {
  if (origin === 0) return scope.context;
  if (origin === '@') return scope.data;
  if (typeof origin === 'object') return paramAt(origin, scope.params);
  let above: Scope | undefined = scope;
  for (let count = origin; count > 0; count -= 1) above = above?.above;
  return above?.context;
}

/** The value at a path; what a template prints must be there (`strict`), but for a block parameter, as in Handlebars. */
function valueAt(path: Path, scope: Scope, printed: boolean): unknown {
  const [origin] = path;
  const last = path.length - 1;
  let value = startOf(origin, scope);
  for (let place = 1; place <= last; place += 1) {
    const name = String(path[place]);
    if (printed && place === last && typeof origin !== 'object' && !(isRecord(value) && name in value)) throw new Error(`"${name}" not defined in ${String(value)}`);
    value = propertyOf(value, name);
  }
  return value;
}

function valueOf(expression: Expression, scope: Scope, printed = false): unknown {
  if ('path' in expression) return valueAt(expression.path, scope, printed);
  if ('literal' in expression) return expression.literal;
  const quote = QUOTING[expression.helper];
  if (quote === undefined) throw new Error(`A template calls ${expression.helper}, which nobody registered`);
  return quote(valueOf(expression.param, scope));
}

/** What is printed as the empty text. */
const NOTHING: readonly unknown[] = [undefined, null];

/** What Handlebars takes for nothing: also a list without items, but not the number 0 where a value is looked at for itself. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value !== 0 && !value;
}

/** The same place within a block with parameters; `../` steps over a block only where it has a context of its own. */
function within(scope: Scope, context: unknown, values: readonly unknown[], data = scope.data): Scope {
  return { context, above: context === scope.context ? scope.above : scope, data, params: { values, outer: scope.params } };
}

/** Renders a block for each item of a list or each value of a table; its parameters are the item and its place or its name. */
function eachOf(value: unknown, scope: Scope, main: Rendered, inverse: Rendered): string {
  const table = isRecord(value) ? value : {};
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(table);
  const { root } = scope.data;
  const last = keys.length - 1;
  let text = '';
  for (const [index, key] of keys.entries()) {
    const item = table[key];
    text += main(within(scope, item, [item, key], { root, key, index, first: index === 0, last: index === last }));
  }
  return keys.length === 0 ? inverse(scope) : text;
}

/** Blocks that a template may hold, as Handlebars' own helpers of these names render them. */
const BLOCKS: Readonly<Record<string, (value: unknown, scope: Scope, main: Rendered, inverse: Rendered) => string>> = {
  if: (value, scope, main, inverse) => (isEmpty(value) || value === 0 ? inverse : main)(scope),
  unless: (value, scope, main, inverse) => (isEmpty(value) || value === 0 ? main : inverse)(scope),
  with: (value, scope, main, inverse) => (isEmpty(value) ? inverse(scope) : main(within(scope, value, [value]))),
  each: eachOf,
};

function blockText({ block, value, program, inverse }: Block, scope: Scope, programs: TemplatePrograms): string {
  const render = BLOCKS[block];
  if (render === undefined) throw new Error(`A template has a block ${block}, which nobody registered`);
  const rendered = (number: number | undefined): Rendered => (own) => (number === undefined ? '' : programText(number, own, programs));
  return render(valueOf(value, scope), scope, rendered(program), rendered(inverse));
}

function programText(number: number, scope: Scope, programs: TemplatePrograms): string {
  let text = '';
  for (const part of programs[number] ?? []) {
    if (typeof part === 'string') text += part;
    else if ('block' in part) text += blockText(part, scope, programs);
    else {
      const value = valueOf(part, scope, true);
      text += NOTHING.includes(value) ? '' : String(value);
    }
  }
  return text;
}

/**
 * Renders one template as Handlebars would, which reads it at build time. Its own runtime is not called: to load it and to hand it a
 * hundred templates took a tenth of a run.
 * @param programs what the build embedded
 * @param context the values that the template names
 * @throws Error where the template names a value that the context lacks
 */
export function renderTemplate(programs: TemplatePrograms, context: object): string {
  return programText(0, { context, above: undefined, data: { root: context }, params: undefined }, programs);
}
