import { expect, test } from 'vitest';
import { choose } from '../../src/text/choose.ts';

test.each([
  ['databse', ['api', 'database'], 'Choose api or database. Did you mean database?'],
  ['library', ['api', 'auth', 'database'], 'Choose api, auth or database.'],
])('instead of %s of %j: %s', (word, known, advice) => {
  expect(choose(word, known)).toBe(advice);
});
