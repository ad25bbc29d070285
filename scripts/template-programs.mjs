/**
 * Turns a Handlebars template into data that `src/project/template.ts` renders: what `Handlebars.precompile` writes as JavaScript is
 * eight times as long, and Node would have to compile it on every start.
 */
import Handlebars from 'handlebars';

/** Blocks that Handlebars brings. */
const BLOCKS = ['each', 'if', 'unless', 'with'];

/** Those of them that give their first part parameters. */
const PARAMETERED = ['each', 'with'];

/** What stands in the way, with its line. */
function refusal(node, what) {
  return new Error(`line ${node.loc.start.line}: ${what}`);
}

/** Where a path starts: the number of contexts above this one, `@` for data variables, or the place of a block's parameter. */
function originOf(path, scopes) {
  const { data, depth, parts, original } = path;
  if (data && depth > 0) throw refusal(path, `${original} is not supported; name the value with a block parameter`);
  if (data) return '@';
  const scoped = /^\.|this\b/.test(original);
  const level = depth > 0 || scoped ? -1 : scopes.findIndex((names) => names.includes(parts[0]));
  return level < 0 ? depth : [level, scopes[level].indexOf(parts[0])];
}

/** A value that a template names. `helpers` are the names of all there are, `scopes` those of the parameters of the blocks that can have some, the innermost first. */
function expression(node, helpers, scopes) {
  if ('value' in node) return { literal: node.value };
  if (node.type === 'NullLiteral') return { literal: null };
  const { path = node, params = [], hash } = node;
  if (path.type !== 'PathExpression') throw refusal(node, 'a value or a helper is expected');
  if (hash?.pairs.length > 0) throw refusal(node, 'named arguments are not supported');
  if (node !== path && helpers.includes(path.original)) {
    if (params.length !== 1) throw refusal(node, `${path.original} takes one value`);
    return { helper: path.original, param: expression(params[0], helpers, scopes) };
  }
  if (params.length > 0 || node.type === 'SubExpression') throw refusal(node, `there is no helper ${path.original}`);
  const origin = originOf(path, scopes);
  return { path: [origin, ...(Array.isArray(origin) ? path.parts.slice(1) : path.parts)] };
}

/**
 * The programs of a template: the first is the whole, the others are what its blocks hold, by the numbers that these name. A program is
 * a list of texts and of places. Whitespace control is applied and comments are left out.
 * @param text the template
 * @param helpers the names of the helpers that print
 * @returns the programs; their types are those of `src/project/template.ts`
 * @throws Error with the line of what is not supported: partials, decorators, named arguments, a helper that nobody registers
 */
export function templatePrograms(text, helpers) {
  const programs = [];
  const add = (program, scopes) => {
    const number = programs.push([]) - 1;
    for (const node of program.body) programs[number].push(...parts(node, scopes));
    return number;
  };
  const block = (node, scopes) => {
    const { path, params, hash, program, inverse } = node;
    if (!BLOCKS.includes(path.original)) throw refusal(node, `there is no block ${path.original}`);
    if (params.length !== 1 || hash?.pairs.length > 0) throw refusal(node, `${path.original} takes one value`);
    const hasParams = PARAMETERED.includes(path.original);
    if (!hasParams && program?.blockParams) throw refusal(node, `${path.original} gives no block parameter`);
    return {
      block: path.original,
      value: expression(params[0], helpers, scopes),
      ...(program && { program: add(program, hasParams ? [program.blockParams ?? [], ...scopes] : scopes) }),
      ...(inverse && { inverse: add(inverse, scopes) }),
    };
  };
  const parts = (node, scopes) => {
    if (node.type === 'CommentStatement' || node.value === '') return [];
    if (node.type === 'ContentStatement') return [node.value];
    if (node.type === 'MustacheStatement') return [expression(node, helpers, scopes)];
    if (node.type === 'BlockStatement') return [block(node, scopes)];
    throw refusal(node, `${node.type} is not supported`);
  };
  add(Handlebars.parse(text), []);
  return programs;
}
