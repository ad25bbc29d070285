import { expect, test } from 'vitest';
import { camelCase, djangoWords, labelOf, snakeCase } from '../../src/text/words.ts';

test.each([
  ['Book', 'book', 'book'],
  ['TripInvite', 'trip invite', 'trip_invite'],
  ['Trip_Invite', 'trip_ invite', 'trip_invite'],
  ['trip_invite', 'trip_invite', 'trip_invite'],
  ['ISBNCode', 'isbn code', 'isbn_code'],
  ['PIB', 'pib', 'pib'],
  ['Level2Quiz', 'level2 quiz', 'level2_quiz'],
])('%s is %s to Django and %s in snake case', (name, words, snake) => {
  expect([djangoWords(name), snakeCase(name)]).toEqual([words, snake]);
});

test.each([
  ['status', 'Status'],
  ['in_print', 'InPrint'],
  ['PIB', 'PIB'],
])('%s is the class %s', (name, camel) => {
  expect(camelCase(name)).toBe(camel);
});

test.each([
  ['DRAFT', 'Draft'],
  ['IN_PRINT', 'In Print'],
  ['A1B', 'A1B'],
  ['LEVEL_MINUS_3', 'Level Minus 3'],
])('the member %s has the label %s', (name, label) => {
  expect(labelOf(name)).toBe(label);
});
