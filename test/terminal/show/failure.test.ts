import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Interruption, ProblemError } from '../../../src/problem.ts';
import { failureOf, failureText } from '../../../src/terminal/show/failure.ts';

function told(error: unknown): string {
  return stripVTControlCharacters(failureText(failureOf(error), 80));
}

describe('an error of ours', () => {
  test('keeps its exit code and all its problems', () => {
    const error = new ProblemError([{ what: 'One' }, { what: 'Two', next: 'Do it.' }], 2);
    expect(failureOf(error)).toEqual({ exitCode: 2, problems: [{ what: 'One' }, { what: 'Two', next: 'Do it.' }] });
    expect(told(error)).toBe('Error: One.\n\nError: Two.\n  Do it.');
  });

  test('failed, where nothing else is said', () => {
    expect(failureOf(new ProblemError([{ what: 'One' }])).exitCode).toBe(1);
  });
});

test('an ending from outside is one plain sentence', () => {
  expect(failureOf(new Interruption(143))).toEqual({
    exitCode: 143,
    problems: [{ what: 'Cancelled. Nothing was written' }],
  });
  expect(told(new Interruption(130))).toBe('Cancelled. Nothing was written.');
});

describe('any other error', () => {
  test('is a defect of the tool, with what to do, and without a stack', () => {
    expect(failureOf(new TypeError('x is not a function'))).toEqual({
      exitCode: 1,
      problems: [
        {
          what: 'Something went wrong in create-drf-docker itself',
          why: 'TypeError: x is not a function',
          next: 'Please report it with the command that you ran, and with what the same command prints with --debug.',
        },
      ],
    });
    expect(told(new TypeError('x is not a function'))).not.toContain(' at ');
  });

  test('may be anything', () => {
    expect(failureOf('oh').problems[0]?.why).toBe('oh');
  });
});
