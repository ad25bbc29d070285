import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argvOf, directoryWord } from '../../src/answers/argv-of.ts';
import { argvOptions, readArgv, withoutSeparator, type ArgvValues } from '../../src/answers/argv.ts';
import { completeAnswers } from '../../src/answers/complete.ts';
import { COMMANDS } from '../../src/options/commands.ts';
import type { Option } from '../../src/options/option.ts';
import { OPTIONS, type Answers } from '../../src/options/table.ts';
import { RESOURCES } from './resource-arbitrary.ts';

function read(...args: string[]): ArgvValues {
  return readArgv(
    parseArgs({ args, options: argvOptions(), strict: false, allowPositionals: true, tokens: true }).tokens,
  );
}

function complete(given: Readonly<Record<string, unknown>>): Answers {
  const outcome = completeAnswers(given);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Any value that an option's entry allows. */
function allowed(option: Option): fc.Arbitrary<unknown> {
  if (option.kind === 'resources') return RESOURCES;
  if (option.kind === 'switch') return fc.boolean();
  if (option.kind === 'choice') return fc.constantFrom(...option.choices.map((choice) => choice.value));
  const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
    name: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,8})?$/),
    index: fc.webUrl().filter((url) => option.check(url) === undefined),
    // A directory that starts with a hyphen, or has the name of a command, is written with ./ before it, which is the same place.
    directory: fc.string({ unit: 'grapheme' }).filter((text) => directoryWord(text) === text),
  };
  return (texts[option.key] ?? fc.string({ unit: 'grapheme' })).filter((text) => option.check(text) === undefined);
}

const table: readonly Option[] = OPTIONS;
const anyAnswers = fc.record(Object.fromEntries(table.map((option) => [option.key, allowed(option)])));

describe('the equivalent command', () => {
  test('gives the same answers again, whatever they are', () => {
    fc.assert(
      fc.property(anyAnswers, (values) => {
        const answers = complete(values);
        const again = read(...argvOf(answers));
        expect(again.problems).toEqual([]);
        expect(complete(again.given)).toEqual(answers);
      }),
      { numRuns: 300 },
    );
  });

  test('says the directory and only what is not the default', () => {
    expect(argvOf(complete({}))).toEqual(['library']);
    expect(
      argvOf(complete({ directory: 'work/shop', title: 'My shop', database: 'sqlite', docs: false, up: true })),
    ).toEqual(['work/shop', '--title=My shop', '--database=sqlite', '--no-docs', '--up']);
  });

  test('keeps a directory that looks like a flag a directory', () => {
    expect(argvOf(complete({ directory: '-x', name: 'x' }))).toEqual(['./-x', '--name=x']);
  });

  test.each(Object.keys(COMMANDS))('keeps a directory named %s a directory', (name) => {
    expect(argvOf(complete({ directory: name }))).toEqual([`./${name}`]);
    expect(read(...argvOf(complete({ directory: name }))).given).toEqual({ directory: `./${name}` });
  });
});

describe('the first word', () => {
  test.each<[string[], ArgvValues['given']]>([
    [['create'], {}],
    [['create', 'library'], { directory: 'library' }],
    [['create', 'create'], { directory: 'create' }],
    [['--no-docs', 'create', 'library'], { directory: 'library', docs: false }],
    [['create', '--no-docs', 'library'], { directory: 'library', docs: false }],
    [['--', 'create', 'library'], { directory: 'library' }],
    [['library'], { directory: 'library' }],
    [['./create'], { directory: './create' }],
    [['create/'], { directory: 'create/' }],
    [['Create'], { directory: 'Create' }],
    [['toString'], { directory: 'toString' }],
  ])('%j gives %j', (args, given) => {
    expect(read(...args)).toMatchObject({ command: 'create', problems: [] });
    expect(read(...args).given).toEqual(given);
  });
});

describe('what is typed', () => {
  test('gives values by the keys of the table', () => {
    const { given, controls, problems } = read(
      'work/shop',
      '--title',
      'My shop',
      '--database=sqlite',
      '--no-website',
      '--docs',
      '-y',
      '--dry-run',
      '--answers',
      'a.json',
    );
    expect(problems).toEqual([]);
    expect(given).toEqual({ directory: 'work/shop', title: 'My shop', database: 'sqlite', website: false, docs: true });
    expect(controls).toEqual({
      yes: true,
      answers: 'a.json',
      preset: '',
      completion: '',
      dryRun: true,
      json: false,
      debug: false,
      help: false,
      version: false,
    });
  });

  test.each<[string[], string]>([
    [['--help'], ''],
    [['--help', 'database'], 'database'],
    [['-h', 'database'], 'database'],
    [['--help=database'], 'database'],
    [['--help='], ''],
    [['library', '--help'], ''],
    [['create', '--help', 'database'], 'database'],
    [['--help', 'create'], ''],
    [['--help', '--json', 'library'], ''],
    [['library'], ''],
  ])('%j asks for help on %j', (args, topic) => {
    expect(read(...args)).toMatchObject({ topic, controls: { help: args[0] !== 'library' || args.length > 1 } });
  });

  test('gives the name of a preset as a control', () => {
    expect(read('--preset=lab32', '--docs')).toMatchObject({
      given: { docs: true },
      controls: { preset: 'lab32' },
      problems: [],
    });
  });

  test('the last of a repeated flag wins', () => {
    expect(read('--docs', '--no-docs', '--python=3.13', '--python=3.14').given).toEqual({
      docs: false,
      python: '3.14',
    });
  });

  test('a value may start with a hyphen behind an equals sign', () => {
    expect(read('--title=-- dash --').given).toEqual({ title: '-- dash --' });
  });

  test('what stands behind -- is no flag', () => {
    expect(read('--', '--docs').given).toEqual({ directory: '--docs' });
  });

  test.each([
    [['--databse=sqlite'], { what: 'Unknown option --databse', next: 'Did you mean --database?' }],
    [['--colour'], { what: 'Unknown option --colour', next: 'See --help all for a list.' }],
    [['--no-json'], { what: 'Unknown option --no-json', next: 'See --help all for a list.' }],
    [['-q'], { what: 'Unknown option -q', next: 'See --help all for a list.' }],
    [['--docs=yes'], { what: '--docs takes no value', next: 'Write --docs or --no-docs.' }],
    [['--yes=1'], { what: '--yes takes no value', next: 'Write --yes.' }],
    [['--title'], { what: '--title needs a value', next: 'Write --title=TEXT.' }],
    [['--title', '--docs'], { what: '--title needs a value', next: 'Write --title=TEXT.' }],
    [['--database'], { what: '--database needs a value', next: 'Write --database=postgres|sqlite.' }],
    [
      ['create', 'a', 'b'],
      {
        what: 'There is more than one directory: "a", "b"',
        next: 'Give one. A value with a space needs quotes; behind npm create, flags need a -- before them.',
      },
    ],
    [
      ['crate', 'library'],
      { what: 'Unknown command "crate"', next: 'Did you mean create? A directory with a space needs quotes.' },
    ],
    [
      ['a', 'b'],
      {
        what: 'There is more than one directory: "a", "b"',
        next: 'Give one. A value with a space needs quotes; behind npm create, flags need a -- before them.',
      },
    ],
  ])('%j is refused', (args, problem) => {
    expect(read(...args).problems).toEqual([problem]);
  });

  test('the advice names the -- only where it is needed', () => {
    const { tokens } = parseArgs({
      args: ['a', 'b'],
      options: argvOptions(),
      strict: false,
      allowPositionals: true,
      tokens: true,
    });
    expect(readArgv(tokens, false).problems[0]?.next).toBe('Give one. A value with a space needs quotes.');
  });

  test('every problem is told at once', () => {
    expect(read('a', 'b', '--colour', '--docs=1', '--title').problems).toHaveLength(4);
  });
});

describe('the -- that npm wants', () => {
  test.each<[string[], string[]]>([
    [
      ['p', '--', '--yes'],
      ['p', '--yes'],
    ],
    [
      ['--', 'p', '--yes'],
      ['p', '--yes'],
    ],
    [
      ['p', '--', '-y'],
      ['p', '-y'],
    ],
    [['--', '--help'], ['--help']],
    [
      ['p', '--no-docs', '--', '--databse=x'],
      ['p', '--no-docs', '--databse=x'],
    ],
    [
      ['p', '--', '--', '--yes'],
      ['p', '--', '--yes'],
    ],
    [
      ['--', '-library'],
      ['--', '-library'],
    ],
    [
      ['p', '--'],
      ['p', '--'],
    ],
    [
      ['p', '--yes'],
      ['p', '--yes'],
    ],
  ])('%j is read as %j', (args, words) => {
    expect(withoutSeparator(args)).toEqual(words);
  });
});
