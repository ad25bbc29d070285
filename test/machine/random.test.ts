import { expect, test, vi } from 'vitest';
import { randomBytes, randomText } from '../../src/machine/random.ts';

test('there are as many bytes as were asked for, and others each time', () => {
  expect(randomBytes(40)).toHaveLength(40);
  expect(Buffer.from(randomBytes(40))).not.toEqual(Buffer.from(randomBytes(40)));
});

test('a text has every letter of its alphabet about as often', () => {
  const counts = new Map<string, number>();
  for (const letter of randomText(62_000, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // Six standard deviations about a thousand: a fair source misses it once in ten million runs.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

test('a system without the source has Node’s', async () => {
  vi.doMock('node:fs', () => ({ openSync: () => { throw new Error('ENOENT'); } }));
  vi.resetModules();
  const { randomBytes: withoutSource } = await import('../../src/machine/random.ts');
  expect(withoutSource(8)).toHaveLength(8);
  vi.doUnmock('node:fs');
});
