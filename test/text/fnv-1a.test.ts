import { expect, test } from 'vitest';
import { fnv1a } from '../../src/text/fnv-1a.ts';

test('gives the values that the authors of FNV-1a publish', () => {
  expect(['', 'a', 'foobar'].map((text) => fnv1a(text))).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test('goes on from a hash', () => {
  expect(fnv1a('bar', fnv1a('foo'))).toBe(fnv1a('foobar'));
});
