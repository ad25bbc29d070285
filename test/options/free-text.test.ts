import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeTextCheck } from '../../src/options/free-text.ts';

const check = freeTextCheck('title', true);

test.each([
  'Library',
  'Anna’s "best" <b>{{ books }}</b> $HOME %PATH% \\ `id`',
  'مكتبة',
  '図書館',
  '📚'.repeat(200),
  '__proto__',
  '-',
  '#',
])('%s is a title', (text) => {
  expect(check(text)).toBeUndefined();
});

test('all that can be seen is allowed, up to 200 characters', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{P}\p{S}\p{N}][\p{L}\p{P}\p{S}\p{N} ]{0,100}$/u), (text) => {
      expect(check(text)).toBeUndefined();
    }),
  );
});

const invisible = {
  why: 'It cannot be seen, and it would change how the lines around it read.',
  next: 'Write it in one line, without control characters.',
};

test.each([
  ['', { what: 'The title is empty', next: 'Give one with --title TEXT.' }],
  [' \u3000', { what: 'The title is empty', next: 'Give one with --title TEXT.' }],
  ['x'.repeat(201), { what: 'The title has 201 characters', next: 'Shorten it to 200.' }],
  ['a\nb', { what: 'The title holds the character U+000A at place 2', ...invisible }],
  ['a\0', { what: 'The title holds the character U+0000 at place 2', ...invisible }],
  ['\u001B[31m', { what: 'The title holds the character U+001B at place 1', ...invisible }],
  ['ab\u202Ecd', { what: 'The title holds the character U+202E at place 3', ...invisible }],
  ['a\u2028b', { what: 'The title holds the character U+2028 at place 2', ...invisible }],
  ['📚\u007F', { what: 'The title holds the character U+007F at place 2', ...invisible }],
  ['a\u0085b', { what: 'The title holds the character U+0085 at place 2', ...invisible }],
  ['a\uD800', { what: 'The title holds the character U+D800 at place 2', ...invisible }],
])('%j is refused', (text, problem) => {
  expect(check(text)).toEqual(problem);
});

test('an empty text may be allowed', () => {
  expect(freeTextCheck('author', false)('')).toBeUndefined();
});
