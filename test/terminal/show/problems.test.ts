import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { problemLine, problemText } from '../../../src/terminal/show/problems.ts';

const problem = {
  what: '2 files in library are in the way',
  why: 'They differ:\n  README.md\n  manage.py',
  next: 'Move them away, or choose another directory.',
};

test('what happened, why, and what to do, a paragraph each', () => {
  expect(stripVTControlCharacters(problemText(problem, 40))).toBe(`Error: 2 files in library are in the
  way.
  They differ:
    README.md
    manage.py
  Move them away, or choose another
  directory.`);
});

test('no more than is known', () => {
  expect(stripVTControlCharacters(problemText({ what: 'The disk is full' }, 80))).toBe('Error: The disk is full.');
});

test('in one line, for the place under a prompt', () => {
  expect(problemLine({ what: 'The title is empty', next: 'Give one.' })).toBe('The title is empty. Give one.');
});
