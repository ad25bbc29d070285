import { closest, distance } from 'fastest-levenshtein';

/**
 * The known word that was most likely meant.
 * @param word what was typed
 * @returns the only one that starts with it, if it has two letters at least; else the nearest by edit distance (Levenshtein); nothing where
 * more than a third of the letters differ
 */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const typed = word.toLowerCase();
  const [completed, ...others] = known.filter((one) => typed.length > 1 && one.startsWith(typed));
  if (completed !== undefined && others.length === 0) return completed;
  const nearest = closest(typed, [...known]);
  return distance(typed, nearest) <= Math.max(1, Math.floor(Math.max(typed.length, nearest.length) / 3))
    ? nearest
    : undefined;
}
