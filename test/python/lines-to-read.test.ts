import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FURTHER, WEIGHED } from '../weight.ts';
import { linesToRead, total } from './lines-to-read.ts';

test.each(WEIGHED)('one GET of a list of $name runs through few lines of its owner', ({ answers, budget }) => {
  const lines = linesToRead(answers);
  expect(lines).toHaveProperty(['config/settings.py']);
  expect(total(lines), JSON.stringify(lines)).toBeLessThanOrEqual(budget.lines);
});

test('a further resource adds few of them', () => {
  const added = total(linesToRead(FURTHER.answers)) - total(linesToRead({}));
  expect(added).toBeLessThanOrEqual(FURTHER.budget.lines);
});

test('README says how many they are in the default project', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(
    `| lines to read behind one \`GET\` of a list | ${total(linesToRead({}))} |`,
  );
});
