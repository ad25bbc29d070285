import type { Problem } from '../problem.ts';

/** The longest title, description or author: they stand in headings and one-line fields. */
const LONGEST = 200;

/**
 * Control characters (NUL and line breaks too), line and paragraph separators, and characters that turn the direction of what
 * follows, and halves of characters: none of them can be seen, and each can make a line read otherwise than it is (CVE-2021-42574 for
 * directions). They stand here by their numbers: Node looks each named class up when it reads the code, for a tenth of a start.
 */
const INVISIBLE = /[\0-\u001F\u007F-\u009F\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u;

/**
 * A check for one line of free text; anything that can be seen is allowed and comes out as data.
 * @param label the option's name as a person reads it, such as `title`
 * @param required whether the empty text is refused
 * @returns a function from a value to its problem, or nothing
 */
export function freeTextCheck(label: string, required: boolean): (value: string) => Problem | undefined {
  return (value) => {
    if (required && value.trim() === '') return { what: `The ${label} is empty`, next: `Give one with --${label} TEXT.` };
    const { length } = Array.from(value);
    if (length > LONGEST) {
      return { what: `The ${label} has ${length} characters`, next: `Shorten it to ${LONGEST}.` };
    }
    const bad = INVISIBLE.exec(value);
    if (bad === null) return undefined;
    const code = bad[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return {
      what: `The ${label} holds the character U+${code} at place ${bad.index + 1}`,
      why: 'It cannot be seen, and it would change how the lines around it read.',
      next: 'Write it in one line, without control characters.',
    };
  };
}
