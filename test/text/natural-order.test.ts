import { expect, test } from 'vitest';
import { naturalOrder } from '../../src/text/natural-order.ts';

test('numbers in names are numbers, and all else are characters', () => {
  const sorted = ['a', 'a.models', 'a01', 'a1', 'a2', 'a2b', 'a10', 'a10.models', 'a_1', 'aa', 'b2_10', 'b10_2'];
  expect([...sorted].reverse().sort(naturalOrder)).toEqual(sorted);
  expect(naturalOrder('set2s', 'set2s')).toBe(0);
});
