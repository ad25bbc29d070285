import { listed } from './listed.ts';
import { nearestOf } from './nearest.ts';

/**
 * What to do instead of giving a word that is none of a list.
 * @param word what was typed
 * @param known the words that may be given
 * @returns `Choose a or b.`, and which of them was most likely meant
 */
export function choose(word: string, known: readonly string[]): string {
  const nearest = nearestOf(word, known);
  return `Choose ${listed(known, 'or')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`;
}
