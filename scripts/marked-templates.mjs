/** Templates that mark what they print: each of their lines and values begins with the template and line that it comes from. */
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import { templateCompiler, templateFiles, templateTrees } from './templates.mjs';

/** A mark: the number of a template and a line of it, between two characters that no text has. */
const MARK = /\uE000(\d+):(\d+)\uE001/;
const markOf = (template, line) => `\uE000${template}:${line}\uE001`;

/** A text with a mark before each of its lines, of which the first has this number. */
function markedLines(text, template, first) {
  return text
    .split(/(?<=\n)/)
    .map((line, place) => markOf(template, first + place) + line)
    .join('');
}

/** The number of the line that a text starts in, for Handlebars leaves out the rest of a line behind a block that stands alone. */
function firstLine({ loc, original, value }) {
  const left =
    ['', ...(/^[ \t]*\r?\n?/.exec(original) ?? []), ...(/^\s+/.exec(original) ?? [])].find((space) =>
      original.startsWith(value, space.length),
    ) ?? '';
  return loc.start.line + left.split('\n').length - 1;
}

/** Adds the marks to the syntax tree of a template. A slot gets none: its text has marks of its own. */
class Marking extends Handlebars.Visitor {
  constructor(template) {
    super();
    this.template = template;
  }

  Program(program) {
    super.Program(program);
    program.body = program.body.flatMap((node) => {
      if (node.type === 'ContentStatement' && node.value !== '')
        return [{ ...node, value: markedLines(node.value, this.template, firstLine(node)) }];
      if (node.type !== 'MustacheStatement' || node.path.original.startsWith('slots.')) return [node];
      const value = markOf(this.template, node.loc.start.line);
      return [{ type: 'ContentStatement', value, original: value, loc: node.loc }, node];
    });
  }
}

/**
 * Every template with marks, in the form that `renderFrom` takes.
 * @returns the files below `templates/`, in whose order the marks number them, and their trees
 */
export async function markedTemplates() {
  const compiled = await templateCompiler();
  const files = templateFiles();
  const trees = templateTrees(files, ({ path, text }) => {
    const template = files.findIndex((file) => file.path === path);
    if (!path.endsWith('.hbs')) return markedLines(text, template, 1);
    const tree = Handlebars.parse(text);
    new Marking(template).accept(tree);
    return runInThisContext(`(${compiled(tree)})`);
  });
  return { files, trees };
}

/**
 * Where each line of a rendered text comes from.
 * @param text what marked templates rendered
 * @returns the lines without the marks, each with the numbers of the templates and their lines that made it, in order
 */
export function originsOf(text) {
  let last;
  return text.split('\n').map((marked) => {
    const [head, ...parts] = marked.split(MARK);
    const origins = head === '' || last === undefined ? [] : [last];
    let line = head;
    for (let place = 0; place < parts.length; place += 3) {
      last = { template: Number(parts[place]), line: Number(parts[place + 1]) };
      line += parts[place + 2];
      // A mark before nothing tells nothing, but for an empty line.
      if (parts[place + 2] !== '' || parts.length === 3) origins.push(last);
    }
    const isRepeated = (one, place) =>
      origins.findIndex(({ template, line: its }) => template === one.template && its === one.line) < place;
    return { line, origins: origins.filter((one, place) => !isRepeated(one, place)) };
  });
}
