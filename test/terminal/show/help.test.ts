import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Option } from '../../../src/options/option.ts';
import { CONTROLS } from '../../../src/options/cli-flags.ts';
import { OPTIONS, flagOf } from '../../../src/options/table.ts';
import { helpText } from '../../../src/terminal/show/help.ts';
import { runnerOf } from '../../../src/terminal/start/runner.ts';
import { usageOf } from '../../../src/terminal/start/usage.ts';

const all: readonly Option[] = [...OPTIONS, ...CONTROLS];

function lines(columns: number): string[] {
  return stripVTControlCharacters(helpText(columns, runnerOf({}))).split('\n');
}

describe.each([40, 80, 200])('in %d columns', (columns) => {
  test('every flag and every help line is there', () => {
    const flow = lines(columns).join(' ').replaceAll(/ +/g, ' ');
    for (const option of all.filter((one) => one.key !== 'directory')) {
      expect(flow).toContain(` ${usageOf(option)} `);
      expect(flow).toContain(` ${option.help} `);
    }
  });

  test('no line is longer', () => {
    for (const line of lines(columns)) expect(line.length, line).toBeLessThanOrEqual(columns);
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

test('on a usual screen it is one page, in groups, with a line or half a line for each option', () => {
  expect(lines(80).length).toBeLessThanOrEqual(40);
  expect(lines(80).filter((line) => /^[A-Z][a-z ]+$/.test(line))).toEqual([
    'What it is about',
    'How it is built',
    'What happens then',
    'The tool itself',
    'Examples',
  ]);
  expect(lines(80).filter((line) => line.startsWith('    '))).toEqual([]);
  expect(lines(80)).toContain('  --database postgres|sqlite  where the data live (default: postgres)');
});

test.each([
  ['directory', 'DIRECTORY'],
  ['title', '--title TEXT'],
  ['database', '--database postgres|sqlite'],
  ['docs', '--[no-]docs'],
  ['views', '--views STYLE'],
  ['preset', '--preset NAME'],
  ['yes', '-y, --yes'],
  ['dryRun', '--dry-run'],
])('%s is written %s', (key, usage) => {
  const option = all.find((one) => one.key === key);
  expect(option === undefined ? '' : usageOf(option)).toBe(usage);
  expect(flagOf({ key: 'dryRun' })).toBe('dry-run');
});
