import { expect, test } from 'vitest';
import { nearestOf } from '../../src/text/nearest.ts';

const KNOWN = ['database', 'no-database', 'website', 'docs', 'dry-run'];

test.each([
  ['databse', 'database'],
  ['DATABASE', 'database'],
  ['web-site', 'website'],
  ['dryrun', 'dry-run'],
  ['doc', 'docs'],
  ['data', 'database'],
])('%s means %s', (word, nearest) => {
  expect(nearestOf(word, KNOWN)).toBe(nearest);
});

test.each(['colour', 'x', 'template'])('%s means none of them', (word) => {
  expect(nearestOf(word, KNOWN)).toBeUndefined();
});

test('nothing is near where nothing is known', () => {
  expect(nearestOf('docs', [])).toBeUndefined();
});
