import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/python/packages/sha256.ts';

function expected(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('texts of every length up to some blocks have the hash that Node computes', () => {
  for (let length = 0; length < 260; length += 1) expect(sha256('x'.repeat(length))).toBe(expected('x'.repeat(length)));
});

test('any text has the hash that Node computes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(sha256(text)).toBe(expected(text));
    }),
  );
});
