import Handlebars from 'handlebars';

/** Where a part of a template stands: what bare names are looked up in, and what the parameters of blocks mean; the innermost first. */
interface Place {
  readonly contexts: readonly string[];
  readonly params: ReadonlyMap<string, string>;
}

/** The blocks that look bare names up in their value, and what the value is called inside them. */
const INNER: Readonly<Record<string, (name: string) => string>> = { each: (name) => `${name}[]`, with: (name) => name };

/** Whether an expression is a path, which a literal is not. */
function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === 'PathExpression';
}

/** The name that a path has from the root, such as `resource.urls[]` for an item of a list; the empty text for what is in no context. */
function nameOf({ data, depth, original, parts }: hbs.AST.PathExpression, { contexts, params }: Place): string {
  if (data) return parts[0] === 'root' ? parts.slice(1).join('.') : '';
  const param = depth === 0 && !/^(?:\.|this\b)/.test(original) ? params.get(parts[0] ?? '') : undefined;
  const names = param === undefined ? [contexts[depth] ?? '', ...parts] : [param, ...parts.slice(1)];
  return names.filter((name) => name !== '').join('.');
}

/** The place within a block that looks bare names up in a value; Handlebars declares names of parameters for every block, but most have none. */
function inside({ contexts, params }: Place, value: string, blockParams: readonly string[] | undefined): Place {
  const own = blockParams?.[0];
  return { contexts: [value, ...contexts], params: own === undefined ? params : new Map([...params, [own, value]]) };
}

/** Goes through a template, and gathers the names of what it names. */
class Names extends Handlebars.Visitor {
  readonly found = new Set<string>();
  #place: Place = { contexts: [''], params: new Map() };

  override PathExpression(path: hbs.AST.PathExpression): void {
    const name = nameOf(path, this.#place);
    if (name !== '') this.found.add(name);
  }

  override MustacheStatement({ path, params }: hbs.AST.MustacheStatement): void {
    this.acceptArray(params.length === 0 ? [path] : params);
  }

  override SubExpression({ params }: hbs.AST.SubExpression): void {
    this.acceptArray(params);
  }

  override BlockStatement({ path, params, program, inverse }: hbs.AST.BlockStatement): void {
    const [value] = params;
    this.acceptArray(params);
    const outer = this.#place;
    const named = isPath(path) ? INNER[path.original] : undefined;
    if (named !== undefined && value !== undefined && isPath(value)) {
      this.#place = inside(outer, named(nameOf(value, outer)), program.blockParams);
    }
    this.accept(program);
    this.#place = outer;
    this.accept(inverse);
  }
}

/**
 * What a template names: what it prints, asks for and goes through.
 * @param text the template
 * @returns the values by their names from the root
 */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Names();
  names.accept(Handlebars.parse(text));
  return names.found;
}
