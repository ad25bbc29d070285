import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { argvOptions } from '../../../src/answers/argv.ts';
import { lostFlagsProblem, lostYesHint } from '../../../src/terminal/start/lost-flags.ts';
import { terminalOn, type Environment, type Terminal } from '../../../src/terminal/start/terminal.ts';
import { recordedWorld } from '../../recorded-world.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** A terminal in which npm ran the tool with these variables. */
function terminal(environment: Environment): Terminal {
  return terminalOn(recordedWorld({ environment: { npm_command: 'init', ...environment } }), false);
}

/** The problem where npm ran the tool with these variables and words. */
function lost(environment: Environment, ...args: string[]) {
  const { tokens } = parseArgs({ args, options: argvOptions(), strict: false, allowPositionals: true, tokens: true });
  return lostFlagsProblem(terminal(environment), tokens, () => NONE);
}

/** The corrected command for variables as npm 11 leaves them. */
function corrected(environment: Environment, ...args: string[]): string | undefined {
  return lost(environment, ...args)?.next;
}

test('says what npm kept, why, and the command that works', () => {
  expect(lost({ npm_config_title: 'My Library', npm_config_docs: '' }, 'library')).toEqual({
    what: 'npm kept --title, --docs for itself',
    why: 'npm passes on only the flags that follow a --.',
    next: "Run this:\n  npm create drf-docker@latest library -- '--title=My Library' --no-docs",
  });
});

describe('the corrected command', () => {
  test.each<[string, Environment, string[], string]>([
    ['a switch', { npm_config_up: 'true' }, ['library'], 'library -- --up'],
    ['a negated switch', { npm_config_website: '' }, [], '-- --no-website'],
    ['npm’s own --git', { npm_config_git: 'true' }, ['library'], 'library -- --git'],
    ['npm’s own --no-git', { npm_config_git: 'false' }, ['library'], 'library -- --no-git'],
    [
      'npm’s own --dry-run and --json',
      { npm_config_dry_run: 'true', npm_config_json: 'true' },
      ['library'],
      'library -- --dry-run --json',
    ],
    ['a value behind an equals sign', { npm_config_database: 'mysql' }, ['library'], 'library -- --database=mysql'],
    ['a choice behind a space', { npm_config_database: 'true' }, ['sqlite', 'library'], 'library -- --database=sqlite'],
    ['a text behind a space', { npm_config_title: 'true' }, ['library', 'My Lib'], "library -- '--title=My Lib'"],
    [
      'a choice and a text',
      { npm_config_title: 'true', npm_config_python: 'true' },
      ['library', '3.13', 'My Lib'],
      "library -- --python=3.13 '--title=My Lib'",
    ],
    ['a value that got lost', { npm_config_answers: 'true' }, ['library'], 'library -- --answers=FILE'],
    ['with --yes', { npm_config_yes: 'true', npm_config_docs: '' }, ['library'], 'library -- --no-docs --yes'],
    ['a command', { npm_config_title: 'true' }, ['create', 'library', 'My Lib'], "create library -- '--title=My Lib'"],
    ['a directory named like a command', { npm_config_up: 'true' }, ['create', 'create'], 'create ./create -- --up'],
    ['a rule of access', { npm_config_access: 'private' }, ['library'], 'library -- --access=private'],
    ['a flag that is none of ours beside it', { npm_config_docs: '' }, ['library', '--colour'], 'library -- --no-docs'],
  ])('%s', (_what, environment, args, command) => {
    expect(corrected(environment, ...args)).toBe(`Run this:\n  npm create drf-docker@latest ${command}`);
  });
});

describe('nothing is lost', () => {
  test.each<[string, Environment, string[]]>([
    [
      'where npm has settings of its own',
      {
        npm_config_yes: 'true',
        npm_config_git: '/usr/bin/git',
        npm_config_python: '/usr/bin/python3',
        npm_config_registry: 'x',
      },
      ['library'],
    ],
    ['where npm’s --access is not a rule of ours', { npm_config_access: 'public' }, ['library']],
    ['where npm’s --json or --dry-run is none of ours', { npm_config_json: 'x', npm_config_dry_run: 'x' }, ['library']],
    [
      'where one of our flags arrived',
      { npm_config_access: 'private', npm_config_docs: '', npm_config_title: 'x' },
      ['library', '--up'],
    ],
    ['where our short flag arrived', { npm_config_json: 'true' }, ['library', '-y']],
    [
      'where another package manager ran it',
      { npm_config_title: 'x', npm_config_user_agent: 'bun/1.4.5 npm/? node/v26.3.0 linux x64', npm_command: 'exec' },
      ['library'],
    ],
    ['where the flags arrived', { npm_config_yes: '' }, ['library', '--yes', '--docs']],
    ['where there are two directories, which is another problem', {}, ['a', 'b']],
  ])('%s', (_what, environment, args) => {
    expect(lost(environment, ...args)).toBeUndefined();
  });

  test('where npm runs a script of a package', () => {
    expect(lost({ npm_command: 'run-script', npm_config_title: 'x' }, 'library')).toBeUndefined();
    expect(lost({ npm_command: undefined, npm_config_title: 'x' }, 'library')).toBeUndefined();
  });
});

test('what npm’s own files set is not lost', () => {
  const settings = (): ReadonlyMap<string, string> =>
    new Map([
      ['access', 'private'],
      ['json', 'true'],
      ['title', 'x'],
      ['docs', 'false'],
      ['yes', 'true'],
    ]);
  expect(
    lostFlagsProblem(
      terminal({ npm_config_access: 'private', npm_config_json: 'true', npm_config_title: 'x' }),
      [],
      settings,
    ),
  ).toBeUndefined();
  expect(
    lostFlagsProblem(terminal({ npm_config_docs: '', npm_config_website: '', npm_config_yes: 'true' }), [], settings)
      ?.next,
  ).toBe('Run this:\n  npm create drf-docker@latest -- --no-website');
  expect(lostFlagsProblem(terminal({ npm_config_access: 'owner' }), [], settings)?.next).toBe(
    'Run this:\n  npm create drf-docker@latest -- --access=owner',
  );
  expect(lostYesHint(terminal({ npm_config_yes: 'true' }), 'library', settings)).toBeUndefined();
});

test('npx is told to pass them on', () => {
  expect(lost({ npm_command: 'exec', npm_config_docs: '' }, 'library')).toEqual({
    what: 'npm kept --docs for itself',
    why: 'npm exec keeps flags for itself; npx passes on everything after the package name.',
    next: 'Run this:\n  npx create-drf-docker@latest library --no-docs',
  });
});

test('--yes alone is npm’s answer to its own question, so it is only a hint', () => {
  const hint = 'npm took --yes as the answer to its own question. To skip these: ';
  const said = (environment: Environment, directory: string | undefined): string | undefined =>
    lostYesHint(terminal(environment), directory, () => NONE);
  expect(said({ npm_config_yes: 'true' }, 'library')).toBe(`${hint}npm create drf-docker@latest library -- --yes`);
  expect(said({ npm_config_yes: 'true' }, 'create')).toBe(`${hint}npm create drf-docker@latest ./create -- --yes`);
  expect(said({ npm_command: 'exec', npm_config_yes: 'true' }, undefined)).toBe(
    `${hint}npx create-drf-docker@latest --yes`,
  );
  expect(said({ npm_command: 'exec', npm_config_yes: '' }, 'library')).toBeUndefined();
  expect(said({ npm_command: undefined, npm_config_yes: 'true' }, 'library')).toBeUndefined();
});
