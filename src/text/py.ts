import { anyPyRepr, anyPyString } from './py-any.ts';

/** Texts that stand as they are between double quotes, as nearly all do. What other texts need is loaded only for them. */
const IN_DOUBLE = /^[\w !#$%&'()*+,./:;<=>?@[\]^`{|}~-]*$/;

/** Texts that stand as they are between single quotes. */
const IN_SINGLE = /^[\w !"#$%&()*+,./:;<=>?@[\]^`{|}~-]*$/;

/**
 * A text as a Python string literal that `ruff format` and `ruff check` leave as it is: in double quotes, unless single ones need fewer
 * escapes.
 * @returns the literal with its quotes, on one line; what cannot be seen or could be taken for ASCII is escaped, all else stays readable
 */
export function pyString(text: string): string {
  return IN_DOUBLE.test(text) ? `"${text}"` : anyPyString(text);
}

/**
 * A text as Python's own `repr` writes it, which is what Django's migration writer uses.
 * @returns the literal in single quotes, or in double ones where it holds a single quote and no double one
 */
export function pyRepr(text: string): string {
  return IN_SINGLE.test(text) ? `'${text}'` : anyPyRepr(text);
}

/**
 * A number with a binary fraction as Python's `repr` writes it: the shortest digits, an exponent from 1e16 up and below 1e-4.
 * @returns such as `1.0`, `0.5` or `1e-05`
 */
export function pyFloat(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    return value.toExponential().replace(/(e[-+])(\d)$/, '$10$2');
  }
  const digits = String(value);
  return digits.includes('.') ? digits : `${digits}.0`;
}
