import { expect, test } from 'vitest';
import { columnsOf } from '../../src/text/columns.ts';

test.each([
  ['', 0],
  ['abc ~', 5],
  ['é', 1],
  ['e\u0301', 1],
  ['한국', 4],
  ['字✅', 4],
  ['Ж–', 2],
])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});
