/** What only texts with more than ASCII in them need; `scripts/build.mjs` has it loaded late. */
import fastStringWidth from 'fast-string-width';

export { wrapAnsi } from 'fast-wrap-ansi';

/** How many columns one character takes by itself: 0, 1 or 2. */
export function characterColumns(character: string): number {
  return /^\p{M}$/u.test(character) ? 0 : fastStringWidth(character);
}
