import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { argvOptions } from '../../src/answers/argv.ts';
import { lostFlagsProblem, lostYesHint } from '../../src/terminal/lost-flags.ts';
import type { Environment } from '../../src/terminal/terminal.ts';

/** The problem where npm ran the tool with these variables and words. */
function lost(environment: Environment, ...args: string[]) {
  const { tokens } = parseArgs({ args, options: argvOptions(), strict: false, allowPositionals: true, tokens: true });
  return lostFlagsProblem({ npm_command: 'init', ...environment }, tokens, 'posix');
}

/** The corrected command for variables as npm 11 leaves them. */
function corrected(environment: Environment, ...args: string[]): string | undefined {
  return lost(environment, ...args)?.next;
}

test('says what npm kept, why, and the command that works', () => {
  expect(lost({ npm_config_title: 'My Library', npm_config_docs: '' }, 'library')).toEqual({
    what: 'npm kept --title, --docs for itself',
    why: 'The flags of this tool stand behind a -- of their own.',
    next: "Run this:\n  npm create drf-docker@latest library -- '--title=My Library' --no-docs",
  });
});

describe('the corrected command', () => {
  test.each<[string, Environment, string[], string]>([
    ['a switch', { npm_config_up: 'true' }, ['library'], 'library -- --up'],
    ['a negated switch', { npm_config_website: '' }, [], '-- --no-website'],
    ['npm’s own --git', { npm_config_git: 'true' }, ['library'], 'library -- --git'],
    ['npm’s own --no-git', { npm_config_git: 'false' }, ['library'], 'library -- --no-git'],
    ['npm’s own --dry-run and --json', { npm_config_dry_run: 'true', npm_config_json: 'true' }, ['library'], 'library -- --dry-run --json'],
    ['a value behind an equals sign', { npm_config_database: 'mysql' }, ['library'], 'library -- --database=mysql'],
    ['a choice behind a space', { npm_config_database: 'true' }, ['sqlite', 'library'], 'library -- --database=sqlite'],
    ['a text behind a space', { npm_config_title: 'true' }, ['library', 'My Lib'], "library -- '--title=My Lib'"],
    ['a choice and a text', { npm_config_title: 'true', npm_config_python: 'true' }, ['library', '3.13', 'My Lib'], "library -- --python=3.13 '--title=My Lib'"],
    ['a value that got lost', { npm_config_answers: 'true' }, ['library'], 'library -- --answers=FILE'],
    ['with --yes', { npm_config_yes: 'true', npm_config_docs: '' }, ['library'], 'library -- --no-docs --yes'],
    ['with flags that arrived', { npm_config_docs: '' }, ['library', '--database=sqlite', '--up'], 'library -- --database=sqlite --up --no-docs'],
  ])('%s', (_what, environment, args, command) => {
    expect(corrected(environment, ...args)).toBe(`Run this:\n  npm create drf-docker@latest ${command}`);
  });
});

describe('nothing is lost', () => {
  test.each<[string, Environment, string[]]>([
    ['where npm has settings of its own', { npm_config_yes: 'true', npm_config_git: '/usr/bin/git', npm_config_python: '/usr/bin/python3', npm_config_registry: 'x' }, ['library']],
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

test('--yes alone is npm’s answer to its own question, so it is only a hint', () => {
  const hint = 'npm took --yes as the answer to its own question. To skip these: npm create drf-docker@latest library -- --yes';
  expect(lostYesHint({ npm_command: 'init', npm_config_yes: 'true' }, 'library', 'posix')).toBe(hint);
  expect(lostYesHint({ npm_command: 'exec', npm_config_yes: 'true' }, undefined, 'posix')).toBe(hint.replace('library ', ''));
  expect(lostYesHint({ npm_command: 'exec', npm_config_yes: '' }, 'library', 'posix')).toBeUndefined();
  expect(lostYesHint({ npm_config_yes: 'true' }, 'library', 'posix')).toBeUndefined();
});
