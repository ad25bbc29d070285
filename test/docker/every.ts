import process from 'node:process';

/** Whether every project is tried, as by `npm run test:all`, or one of each kind, as in CI. */
export const EVERY = process.env['TEST_EVERY'] === '1';

/**
 * The ones that stand for all of them.
 * @param all what could be tried
 * @param count how many are tried in CI
 * @returns all of them with `npm run test:all`, otherwise `count` of them at even distances
 */
export function sampled<T>(all: readonly T[], count: number): readonly T[] {
  if (EVERY || count >= all.length) return all;
  return all.filter(
    (_one, place) => Math.floor((place * count) / all.length) !== Math.floor(((place - 1) * count) / all.length),
  );
}
