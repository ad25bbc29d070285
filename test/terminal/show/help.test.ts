import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Option } from '../../../src/options/option.ts';
import { CONTROLS } from '../../../src/options/cli-flags.ts';
import { OPTIONS, flagOf } from '../../../src/options/table.ts';
import { COMMANDS } from '../../../src/options/commands.ts';
import { GROUPS, HELP_TOPICS } from '../../../src/options/groups.ts';
import { helpText, topicText } from '../../../src/terminal/show/help.ts';
import { runnerOf } from '../../../src/terminal/start/runner.ts';
import { usageOf } from '../../../src/terminal/start/usage.ts';

const all: readonly Option[] = [...OPTIONS, ...CONTROLS];

function lines(columns: number): string[] {
  return stripVTControlCharacters(helpText(columns, runnerOf({}))).split('\n');
}

/** The page of a topic as one line with single spaces, and a space at its end. */
function flowOf(topic: string, columns: number): string {
  return `${stripVTControlCharacters(topicText(topic, columns) ?? '')} `.replaceAll(/\s+/g, ' ');
}

describe.each([40, 80, 200])('in %d columns', (columns) => {
  test('all has every flag, every help line and every choice', () => {
    const flow = flowOf('all', columns);
    for (const option of all) {
      expect(flow).toContain(` ${usageOf(option)} `);
      expect(flow).toContain(` ${option.help} `);
      const choices = option.kind === 'choice' ? option.choices : [];
      for (const { value, hint } of choices) expect(flow).toContain(` ${value} ${hint} `);
    }
  });

  test('no line is longer', () => {
    const all = stripVTControlCharacters(topicText('all', columns) ?? '').split('\n');
    for (const line of [...lines(columns), ...all]) expect(line.length, line).toBeLessThanOrEqual(columns);
  });
});

describe('a topic', () => {
  test.each(Object.entries(GROUPS))('%s has the options of its group and no other', (group, title) => {
    const flow = flowOf(group, 80);
    expect(flow.startsWith(`${title} `)).toBe(true);
    const shown = all.filter((option) => flow.includes(` ${usageOf(option)} ${option.help} `));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).toEqual(all.filter((option) => option.group === group));
  });

  test('shows each choice of an option in words', () => {
    expect(stripVTControlCharacters(topicText('database', 80) ?? '')).toBe(`Database and background tasks
  --database postgres|sqlite  where the data live (default: postgres)
                              postgres  a container of its own, as in production
                              sqlite    one file, nothing to run
  --services none|celery      what works in the background (default: none)
                              none    each request does its own work
                              celery  a worker, a scheduler, and Redis between
                                      them and the site`);
  });

  test('is one of a list, none of which is a command', () => {
    expect(HELP_TOPICS).toEqual(['all', ...Object.keys(GROUPS)]);
    expect(HELP_TOPICS.filter((topic) => topic in COMMANDS)).toEqual([]);
    expect(['databse', 'toString', ''].map((topic) => topicText(topic, 80))).toEqual([undefined, undefined, undefined]);
  });
});

test.each([
  ['pnpm/10.34.9 npm/? node/v20.20.2 linux x64', 'pnpm create drf-docker@latest'],
  ['yarn/1.22.22 npm/? node/v20.20.2 linux x64', 'yarn create drf-docker'],
])('it speaks of what started the tool: %s', (agent, command) => {
  const text = stripVTControlCharacters(helpText(80, runnerOf({ npm_config_user_agent: agent })));
  expect(text.split('\n')[1]).toBe(`Usage  ${command} [DIRECTORY] [OPTIONS]`);
  expect(text).toContain(`\n  ${command} shop --yes --database=sqlite --no-website`);
  expect(text).not.toContain('npm create d'.padStart(13));
  expect(text).not.toContain(' -- ');
});

test('without a topic it is one screen of 24 rows, the prompt below it included, with what is common', () => {
  expect(lines(80).length).toBeLessThan(24);
  expect(lines(80).filter((line) => /^[A-Z][a-z ]+$/.test(line))).toEqual(['Commands', 'Common options', 'Examples']);
  expect(lines(80).filter((line) => line.startsWith('    '))).toEqual([]);
  expect(lines(80)).toContain('  --database postgres|sqlite  where the data live (default: postgres)');
  const flow = lines(80).join(' ').replaceAll(/ +/g, ' ');
  const shown = all.filter((option) => flow.includes(` ${usageOf(option)} ${option.help} `));
  expect(shown.map((option) => option.key)).toEqual([
    'title',
    'resources',
    'database',
    'website',
    'docs',
    'auth',
    'access',
    'git',
    'up',
    'yes',
    'answers',
    'preset',
    'help',
    'version',
  ]);
});

test('it has every command', () => {
  const flow = lines(40).join(' ').replaceAll(/ +/g, ' ');
  for (const [name, { operands, help }] of Object.entries(COMMANDS))
    expect(flow).toContain(` ${name} ${operands} ${help} `);
});

test('it ends with the list of topics', () => {
  expect(lines(80).slice(-2)).toEqual([
    'More options  npm create drf-docker@latest -- --help TOPIC',
    `  ${HELP_TOPICS.join(', ')}`,
  ]);
});

test.each([
  ['directory', 'DIRECTORY'],
  ['title', '--title TEXT'],
  ['database', '--database postgres|sqlite'],
  ['docs', '--[no-]docs'],
  ['views', '--views STYLE'],
  ['preset', '--preset NAME'],
  ['yes', '-y, --yes'],
  ['help', '-h, --help [TOPIC]'],
  ['dryRun', '--dry-run'],
])('%s is written %s', (key, usage) => {
  const option = all.find((one) => one.key === key);
  expect(option === undefined ? '' : usageOf(option)).toBe(usage);
  expect(flagOf({ key: 'dryRun' })).toBe('dry-run');
});
