import { describe, expect, test } from 'vitest';
import { checkGiven, completeAnswers, completeProjectAnswers, valueProblems } from '../../src/answers/complete.ts';
import { OPTIONS, PROJECT_OPTIONS } from '../../src/options/table.ts';

function optionOf(key: string) {
  const option = OPTIONS.find((one) => one.key === key);
  if (option === undefined) throw new Error(key);
  return option;
}

describe('completing', () => {
  test('a later default follows from an earlier answer', () => {
    expect(completeAnswers({ directory: 'work/my-shop' })).toMatchObject({
      value: { directory: 'work/my-shop', name: 'my-shop', title: 'My shop' },
    });
    expect(completeAnswers({ name: 'shop' })).toMatchObject({
      value: { directory: 'shop', name: 'shop', title: 'Shop' },
    });
  });

  test('a Windows path gives its last part as the name', () => {
    expect(completeAnswers({ directory: String.raw`C:\work\shop` })).toMatchObject({ value: { name: 'shop' } });
  });

  test('the answers stand in the order of the table', () => {
    const outcome = completeAnswers({ up: true, title: 'Shop' });
    expect('value' in outcome && Object.keys(outcome.value)).toEqual(OPTIONS.map((option) => option.key));
  });

  test('every problem is told at once, in the order of the table', () => {
    const outcome = completeAnswers({ database: 'mysql', directory: 'CON', website: 'yes', author: 7 });
    expect('problems' in outcome && outcome.problems.map((problem) => problem.what)).toEqual([
      'The project cannot be named "CON"',
      '--author is 7',
      '--database cannot be "mysql"',
      '--website is "yes"',
    ]);
  });

  test('a program needs no directory', () => {
    const outcome = completeProjectAnswers({ title: 'Shop' });
    expect(outcome).toMatchObject({ value: { name: 'library', title: 'Shop' } });
    expect('value' in outcome && Object.keys(outcome.value)).toEqual(PROJECT_OPTIONS.map((option) => option.key));
  });

  test('a program gets the problems too', () => {
    expect(completeProjectAnswers({ python: '2.7' })).toEqual({
      problems: [{ what: '--python cannot be "2.7"', next: 'Choose 3.14 or 3.13.' }],
    });
  });
});

describe('checking what is given', () => {
  test('fills nothing in', () => {
    expect(checkGiven({ database: 'sqlite' })).toEqual({ value: { database: 'sqlite' } });
  });

  test.each([
    [
      'database',
      'postgress',
      { what: '--database cannot be "postgress"', next: 'Choose postgres or sqlite. Did you mean postgres?' },
    ],
    ['database', '', { what: '--database cannot be ""', next: 'Choose postgres or sqlite.' }],
    ['docs', 1, { what: '--docs is 1', next: 'It is either true or false.' }],
    ['title', null, { what: '--title is null', next: 'It is a text.' }],
    ['title', '  ', { what: 'The title is empty', next: 'Give one with --title TEXT.' }],
  ])('%s cannot be %j', (key, value, problem) => {
    expect(valueProblems(optionOf(key), value)).toEqual([problem]);
    expect(checkGiven({ [key]: value })).toEqual({ problems: [problem] });
  });
});
