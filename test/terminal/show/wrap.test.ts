import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { wrapAnsi } from 'fast-wrap-ansi';
import { bold } from 'kolorist';
import { expect, test } from 'vitest';
import { wrap } from '../../../src/terminal/show/wrap.ts';

test('breaks between words, with the indent before all lines but the first', () => {
  expect(wrap('one two three four five', 14, '  ')).toBe('one two\n  three four\n  five');
});

test('a line that starts with a space stays whole', () => {
  expect(wrap('Run this:\n  npm create drf-docker@latest', 14, '  ')).toBe(
    'Run this:\n    npm create drf-docker@latest',
  );
});

test('a word that is too long stays whole', () => {
  expect(wrap('see https://example.com/a/long/address there', 20)).toBe(
    'see\nhttps://example.com/a/long/address\nthere',
  );
});

test('colours do not count', () => {
  expect(stripVTControlCharacters(wrap(`${bold('one')} two three`, 13))).toBe('one two three');
});

test('no line is longer than it may be, and no word is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 20, max: 200 }),
      fc.constantFrom('', '  ', '    '),
      (list, columns, indent) => {
        const wrapped = indent + wrap(list.join(' '), columns, indent);
        for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
        expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(list);
      },
    ),
  );
});

test('a line of ASCII is broken as by the library that knows all characters', () => {
  const words = fc.array(fc.stringMatching(/^[\x21-\x7E]{1,30}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 90 }), fc.boolean(), (list, columns, coloured) => {
      const line = list.map((word) => (coloured ? bold(word) : word)).join(' ');
      expect(wrap(line, columns)).toBe(wrapAnsi(line, columns, { trim: true }));
    }),
  );
});
