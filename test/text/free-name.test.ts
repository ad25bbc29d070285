import { expect, test } from 'vitest';
import { freeName } from '../../src/text/free-name.ts';

test('a name that nothing has stays as it is', () => {
  expect(freeName('book', new Set(['tag']))).toBe('book');
});

test('a name that is taken gets the first number that is free', () => {
  expect(freeName('book', new Set(['book', 'book_2']))).toBe('book_3');
  expect(freeName('Book', new Set(['Book']), '')).toBe('Book2');
});
