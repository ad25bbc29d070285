import { expect, test } from 'vitest';
import { randomText } from '../../../src/machine/write/random.ts';

test('a text is as long as was asked for, and another each time', () => {
  expect(randomText(40, 'ab')).toMatch(/^[ab]{40}$/);
  expect(randomText(40, 'ab')).not.toBe(randomText(40, 'ab'));
});

test('a text has every letter of its alphabet about as often', () => {
  const counts = new Map<string, number>();
  for (const letter of randomText(62_000, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // Six standard deviations about a thousand: a fair source misses it once in ten million runs.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
