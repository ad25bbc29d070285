import { expect, test } from 'vitest';
import { completeProjectAnswers } from '../src/answers/complete.ts';
import { render } from '../src/render/render.ts';

function sampleBooks(): { fields: { title: string; author: string; isbn: string } }[] {
  const outcome = completeProjectAnswers({});
  if ('problems' in outcome) throw new Error('the defaults are refused');
  return JSON.parse(render(outcome.value).get('books/fixtures/sample.json') ?? '[]');
}

/** The check digit of an ISBN-13 (ISO 2108): the weighted sum of all digits, 1 and 3 in turn, is a multiple of ten. */
function isIsbn(text: string): boolean {
  const sum = Array.from(text, Number).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 1 : 3), 0);
  return /^97[89]\d{10}$/.test(text) && sum % 10 === 0;
}

test('the library starts with twenty different books, each with a valid ISBN-13', () => {
  const books = sampleBooks().map((book) => book.fields);
  expect(books).toHaveLength(20);
  expect(new Set(books.map((book) => book.isbn)).size).toBe(20);
  expect(new Set(books.map((book) => book.title)).size).toBe(20);
  expect(books.filter((book) => !isIsbn(book.isbn))).toEqual([]);
});

test('an ISBN with a wrong digit is found', () => {
  expect(isIsbn('9780141439588')).toBe(false);
});
