import confusables from './confusables.json' with { type: 'json' };

/** What Python's `repr` prints as it is (`str.isprintable`): letters, marks, numbers, punctuation, symbols and the plain space. */
const PRINTABLE = /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Characters that look like others in ASCII, as ruff sees them; `scripts/ruff-confusables.py` asks it. */
const CONFUSABLE = new Set(Array.from(confusables));

/** A character by its number, in the shortest form that holds it. */
function byNumber(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** One character between quotes, escaped as `repr` does. */
function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  return SHORT_ESCAPES[character] ?? (PRINTABLE.test(character) ? character : byNumber(character));
}

/** Confusable characters of a word by their numbers: those beside ASCII, and those of a word that holds no others. */
function unmistakable(word: string): string {
  const isMixed = /[a-z0-9]/i.test(word) || Array.from(word).every((character) => CONFUSABLE.has(character));
  return isMixed
    ? Array.from(word, (character) => (CONFUSABLE.has(character) ? byNumber(character) : character)).join('')
    : word;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** `pyString` of any text. */
export function anyPyString(text: string): string {
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  const isSign = (character: string): boolean =>
    CONFUSABLE.has(character) && !/^[\p{Alphabetic}\p{N}]$/u.test(character);
  const source = Array.from(text, (character) =>
    isSign(character) ? byNumber(character) : escaped(character, quote),
  ).join('');
  // Words are those of the source, as ruff sees them: the n of an escaped line break belongs to the word behind it.
  return quote + source.replaceAll(/[\p{Alphabetic}\p{N}]+/gu, unmistakable) + quote;
}

/** `pyRepr` of any text. */
export function anyPyRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + Array.from(text, (character) => escaped(character, quote)).join('') + quote;
}
