import { columnsOf } from './columns.ts';
import { pyRepr, pyString } from './py.ts';

/** An argument of a call; a positional one has no name. */
export interface PyArgument {
  readonly name?: string;
  readonly value: Py;
}

/** A Python expression, as far as models and migrations need it. */
export type Py =
  /** What is Python already: a name, a number, `None`. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly callee: string; readonly args: readonly PyArgument[] }
  | { readonly kind: 'list' | 'tuple'; readonly items: readonly Py[] };

/** The width of a line that `ruff format` and `E501` allow. */
const WIDTH = 88;

/** Python that stands as it is, such as `models.CASCADE`. */
export function pyCode(code: string): Py {
  return { kind: 'code', code };
}

/** A text literal. */
export function pyText(text: string): Py {
  return { kind: 'text', text };
}

/** A call of a callee such as `models.CharField`. */
export function pyCall(callee: string, args: readonly PyArgument[] = []): Py {
  return { kind: 'call', callee, args };
}

/** A tuple or a list. */
export function pySequence(kind: 'list' | 'tuple', items: readonly Py[]): Py {
  return { kind, items };
}

function bracketed(items: readonly string[], kind: 'list' | 'tuple'): string {
  if (kind === 'list') return `[${items.join(', ')}]`;
  return items.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
}

function flat(value: Py, quote: (text: string) => string): string {
  switch (value.kind) {
    case 'code':
      return value.code;
    case 'text':
      return quote(value.text);
    case 'call':
      return `${value.callee}(${value.args.map((arg) => (arg.name === undefined ? '' : `${arg.name}=`) + flat(arg.value, quote)).join(', ')})`;
    default:
      return bracketed(
        value.items.map((item) => flat(item, quote)),
        value.kind,
      );
  }
}

/** An expression on one line, as `repr` and Django's migration writer have it. */
export function pyFlat(value: Py): string {
  return flat(value, pyRepr);
}

/** Texts that fit a line, from one that does not: parted behind a space where there is one. */
function pieces(text: string, columns: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const word of text.match(/[^ ]* ?/g) ?? []) {
    if (columnsOf(pyString(part + word)) > columns && part !== '') {
      parts.push(part);
      part = '';
    }
    for (const character of word) {
      if (columnsOf(pyString(part + character)) > columns) {
        parts.push(part);
        part = '';
      }
      part += character;
    }
  }
  return [...parts, part];
}

/**
 * An expression as `ruff format` would have it behind something that stands on its line already.
 * @param indent how many spaces the line starts with
 * @param before how many columns of the line are taken, the indent included
 * @param after how many columns must stay free behind it
 * @returns its text, on one line where that fits, otherwise on several that each fit if they can
 */
export function pyLaidOut(value: Py, indent: number, before: number, after = 0): string {
  const line = flat(value, pyString);
  if (before + columnsOf(line) + after <= WIDTH) return line;
  const [outer, inner] = [' '.repeat(indent), ' '.repeat(indent + 4)];
  const block = (open: string, lines: readonly string[], close: string): string =>
    [open, ...lines.map((one) => inner + one), outer + close].join('\n');
  switch (value.kind) {
    case 'code':
      return line;
    case 'text':
      return block('(', pieces(value.text, WIDTH - indent - 4).map(pyString), ')');
    case 'call': {
      if (value.args.length === 0) return line;
      const together = line.slice(value.callee.length + 1, -1);
      if (indent + 4 + columnsOf(together) <= WIDTH) return block(`${value.callee}(`, [together], ')');
      const args = value.args.map((arg) => {
        const name = arg.name === undefined ? '' : `${arg.name}=`;
        return `${name}${pyLaidOut(arg.value, indent + 4, indent + 4 + name.length, 1)},`;
      });
      return block(`${value.callee}(`, args, ')');
    }
    default: {
      const items = value.items.map((item) => `${pyLaidOut(item, indent + 4, indent + 4, 1)},`);
      return value.kind === 'list' ? block('[', items, ']') : block('(', items, ')');
    }
  }
}
