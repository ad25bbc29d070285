import { expect, test } from 'vitest';
import { titleCase } from '../../src/text/title-case.ts';

test.each([
  ['in progress', 'In Progress'],
  ['N/D', 'N/D'],
  ['#E3A857', '#E3A857'],
  ['новый', 'Новый'],
])('%s is titled %s', (text, title) => {
  expect(titleCase(text)).toBe(title);
});
