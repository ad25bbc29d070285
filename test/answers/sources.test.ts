import { describe, expect, test } from 'vitest';
import type { ArgvValues } from '../../src/answers/argv.ts';
import { givenValues, missingOptions, missingProblem } from '../../src/answers/sources.ts';
import { OPTIONS } from '../../src/options/table.ts';
import { lastPart } from '../../src/options/project-name.ts';

function argv(
  given: ArgvValues['given'],
  problems: ArgvValues['problems'] = [],
  preset = '',
): Pick<ArgvValues, 'given' | 'controls' | 'problems'> {
  return {
    given,
    problems,
    controls: {
      yes: false,
      answers: '',
      preset,
      completion: '',
      dryRun: false,
      json: false,
      debug: false,
      help: false,
      version: false,
    },
  };
}

describe('what is given', () => {
  test('the command line wins over the file', () => {
    const file = { value: { name: 'shop', database: 'sqlite', docs: false } };
    expect(givenValues(argv({ database: 'postgres' }), file, lastPart)).toEqual({
      value: { name: 'shop', database: 'postgres', docs: false },
    });
  });

  test('the name follows from the directory, unless it is said', () => {
    expect(givenValues(argv({ directory: 'work/shop' }), { value: {} }, lastPart)).toEqual({
      value: { directory: 'work/shop', name: 'shop' },
    });
    expect(givenValues(argv({ directory: 'work/shop', name: 'store' }), { value: {} }, lastPart)).toEqual({
      value: { directory: 'work/shop', name: 'store' },
    });
  });

  test('the problems of the command line, the file and the values come together', () => {
    const outcome = givenValues(
      argv({ directory: 'Shop', database: 'mysql' }, [{ what: 'one' }]),
      { problems: [{ what: 'two' }] },
      lastPart,
      (directory) => ({ what: `no path: ${directory}` }),
    );
    expect('problems' in outcome && outcome.problems.map((problem) => problem.what)).toEqual([
      'one',
      'two',
      'no path: Shop',
      'The project cannot be named "Shop"',
      '--database cannot be "mysql"',
    ]);
  });
});

describe('a preset', () => {
  const valuesOf = (preset: string, given: ArgvValues['given'], file = {}) => {
    const outcome = givenValues(argv(given, [], preset), { value: file }, lastPart);
    return 'value' in outcome ? outcome.value : outcome;
  };

  test('answers all that would be asked about the files, so that nothing is missing beside a directory', () => {
    const values = valuesOf('lab32', { directory: 'work/blog' });
    expect(values).toMatchObject({
      name: 'blog',
      title: 'Blog',
      database: 'postgres',
      website: false,
      docs: false,
      production: false,
      resources: [{ name: 'Post' }],
    });
    expect(missingOptions(values)).toEqual([]);
  });

  test('leaves open what follows from a directory that was not given', () => {
    expect(missingOptions(valuesOf('lab32', {})).map((option) => option.key)).toEqual(['directory', 'title']);
  });

  test('gives way to the file, and the file to the command line', () => {
    const values = valuesOf(
      'lab31',
      { directory: 'blog', docs: false },
      { docs: true, database: 'postgres', name: 'store' },
    );
    expect(values).toMatchObject({
      docs: false,
      database: 'postgres',
      name: 'store',
      title: 'Store',
      resources: [{ name: 'Post' }],
    });
  });

  test('of the library is every default', () => {
    expect(valuesOf('library', { directory: 'library' })).toMatchObject({
      title: 'Library',
      database: 'postgres',
      resources: [{ name: 'Book' }],
    });
  });

  test('that there is not is a problem', () => {
    expect(givenValues(argv({}, [], 'lab23'), { value: {} }, lastPart)).toEqual({
      problems: [
        {
          what: '--preset cannot be "lab23"',
          next: 'Choose library, lab31, lab32, lab33 or lab34. Did you mean lab33?',
        },
      ],
    });
  });
});

describe('what is missing where the tool cannot prompt', () => {
  const keys = (given: Readonly<Record<string, unknown>>): string[] =>
    missingOptions(given).map((option) => option.key);

  test('is all that shapes the files and is asked elsewhere, and the directory', () => {
    expect(keys({})).toEqual(['directory', 'title', 'resources', 'database', 'website', 'docs', 'auth', 'access']);
  });

  test('is no directory where there is a name', () => {
    expect(keys({ name: 'shop', title: 'Shop', docs: true })).toEqual([
      'resources',
      'database',
      'website',
      'auth',
      'access',
    ]);
  });

  test('is told with how each is written', () => {
    const options = OPTIONS.filter((option) => ['title', 'docs'].includes(option.key));
    const next = 'Give them, or add --yes for the defaults. With npm, flags go after a --.';
    expect(missingProblem(options, (option) => `--${option.key}`, true)).toEqual({
      what: 'Cannot prompt here, and 2 answers are missing',
      why: 'Missing:\n  --title\n  --docs',
      next,
    });
    const one = missingProblem(options.slice(0, 1), (option) => `--${option.key}`, false);
    expect(one).toMatchObject({
      what: 'Cannot prompt here, and an answer is missing',
      next: 'Give them, or add --yes for the defaults.',
    });
  });
});
