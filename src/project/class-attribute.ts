import { type Py, pyLaidOut, pySequence, pyText } from '../text/py-expression.ts';

/** What stands behind `name = ` in the body of a class that is indented by so many spaces. */
export function attributeValue(name: string, value: Py, indent = 4): string {
  return pyLaidOut(value, indent, indent + name.length + 3);
}

/**
 * A tuple of texts as the value of an attribute of a class. A tuple, for a list there is a mutable default of a class to ruff (RUF012).
 * @param texts what the tuple holds
 * @param indent how many spaces the body is indented by
 * @returns the text behind `name = `, or nothing where the tuple would be empty
 */
export function tupleAttribute(name: string, texts: readonly string[], indent = 4): string {
  return texts.length === 0 ? '' : attributeValue(name, pySequence('tuple', texts.map(pyText)), indent);
}
