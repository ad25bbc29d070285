import { expect, test } from 'vitest';
import { pluralOf } from '../../src/text/plurals.ts';

test.each([
  ['book', 'books'],
  ['person', 'people'],
  ['city', 'cities'],
  ['cities', 'cities'],
  ['trip_invite', 'trip_invites'],
  ['sales_person', 'sales_people'],
  ['media', 'media'],
  ['quiz', 'quizzes'],
])('many of %s are %s', (one, many) => {
  expect(pluralOf(one)).toBe(many);
});
