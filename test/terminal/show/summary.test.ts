import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completeAnswers } from '../../../src/answers/complete.ts';
import type { Answers } from '../../../src/options/table.ts';
import { runnerOf } from '../../../src/terminal/start/runner.ts';
import { equivalentCommand, summaryLines } from '../../../src/terminal/show/summary.ts';

function answers(given: Readonly<Record<string, unknown>>): Answers {
  const outcome = completeAnswers(given);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe('the equivalent command', () => {
  const npm = runnerOf({});

  test('asks nothing when it is run', () => {
    expect(equivalentCommand(answers({}), { runner: npm, shell: 'posix' })).toBe(
      'npm create drf-docker@latest library -- --yes',
    );
  });

  test('is one of what started the tool', () => {
    const runner = runnerOf({ npm_config_user_agent: 'bun/1.4.5 npm/? node/v26.3.0 linux x64', npm_command: 'exec' });
    expect(equivalentCommand(answers({ docs: false }), { runner, shell: 'posix' })).toBe(
      'bun create drf-docker@latest library --no-docs --yes',
    );
  });

  test('is quoted for the shell', () => {
    const given = answers({ directory: 'my shop', name: 'shop', title: 'Anna’s "shop"', python: '3.13', up: true });
    expect(equivalentCommand(given, { runner: npm, shell: 'posix' })).toBe(
      `npm create drf-docker@latest 'my shop' -- --name=shop '--title=Anna’s "shop"' --python=3.13 --up --yes`,
    );
    expect(equivalentCommand(given, { runner: npm, shell: 'powershell' })).toBe(
      `npm create drf-docker@latest 'my shop' '--' --name=shop '--title=Anna’’s "shop"' '--python=3.13' --up --yes`,
    );
  });
});

describe('the answers in words', () => {
  const lines = (given: Readonly<Record<string, unknown>>): string[] =>
    summaryLines(answers(given)).map(stripVTControlCharacters);

  test('are those that were asked', () => {
    expect(lines({})).toEqual([
      'directory     library',
      'title         Library',
      'resources     Book (4 fields)',
      'database      PostgreSQL',
      'website       yes',
      'docs          yes',
      'auth          Sessions',
      'access        Open',
      'git           no',
      'up            no',
    ]);
  });

  test('and any other that is not its default', () => {
    expect(lines({ directory: 'work/shop', name: 'store', author: 'Anna', python: '3.13', build: true })).toEqual([
      'directory     work/shop',
      'name          store',
      'title         Store',
      'resources     Book (4 fields)',
      'author        Anna',
      'database      PostgreSQL',
      'website       yes',
      'docs          yes',
      'auth          Sessions',
      'access        Open',
      'python        Python 3.13',
      'git           no',
      'build         yes',
      'up            no',
    ]);
  });
});
