import type { Problem } from '../problem.ts';
import { CONTROL } from '../text/control.ts';
import { counted } from '../text/counted.ts';

/** The longest title, description or author: they are shown in headings and one-line fields. */
const LONGEST = 200;

/**
 * Line and paragraph separators, characters that turn the direction of what follows, and halves of characters: like control characters
 * (NUL and line breaks too) they cannot be seen, and each can make a line read otherwise than it is (CVE-2021-42574 for directions). They
 * stand here by their numbers: Node looks each named class up when it reads the code, for a tenth of a start.
 */
const UNSEEN = /[\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u;

/**
 * A check for one line of free text; anything that can be seen is allowed and comes out as data.
 * @param label the option's name as a person reads it, such as `title`
 * @param required whether the empty text is refused
 * @returns a function from a value to its problem, or nothing
 */
export function freeTextCheck(label: string, required: boolean): (value: string) => Problem | undefined {
  return (value) => {
    if (required && value.trim() === '')
      return { what: `The ${label} is empty`, next: `Give one with --${label} TEXT.` };
    const characters = Array.from(value);
    if (characters.length > LONGEST) {
      return { what: `The ${label} has ${counted(characters.length, 'character')}`, next: `Shorten it to ${LONGEST}.` };
    }
    const place = characters.findIndex((character) => CONTROL.test(character) || UNSEEN.test(character));
    if (place === -1) return undefined;
    const code = characters[place]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return {
      what: `The ${label} holds the character U+${code} at place ${place + 1}`,
      why: 'It cannot be seen, and it would change how the lines around it read.',
      next: 'Write it in one line, without control characters.',
    };
  };
}
