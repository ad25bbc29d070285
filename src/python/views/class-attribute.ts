import { pyString } from '../../text/py.ts';
import { pyLaidOut, pySequence, pyText } from '../../text/py-expression.ts';

/**
 * A tuple of texts as the value of an attribute of a class. A tuple, for a list there is a mutable default of a class to ruff (RUF012).
 * @param texts what the tuple holds
 * @param indent how many spaces the body is indented by
 * @returns the text behind `name = `, or nothing where the tuple would be empty
 */
export function tupleAttribute(name: string, texts: readonly string[], indent = 4): string {
  return texts.length === 0 ? '' : pyLaidOut(pySequence('tuple', texts.map(pyText)), indent, indent + name.length + 3);
}

/**
 * A tuple of texts with one item on each line, so that a line that is added or removed merges with other changes. A single item stands
 * on the line of the attribute, where the formatter puts it.
 * @param texts what the tuple holds
 * @param indent how many spaces the body is indented by
 * @returns the text behind `name = `; `()` where the tuple is empty
 */
export function tupleLines(texts: readonly string[], indent = 4): string {
  const [first, ...more] = texts;
  if (first === undefined) return '()';
  if (more.length === 0) return `(${pyString(first)},)`;
  const space = ' '.repeat(indent);
  return ['(', ...texts.map((text) => `${space}    ${pyString(text)},`), `${space})`].join('\n');
}
