import { expect, test } from 'vitest';
import { CONTROLS } from '../../src/options/cli-flags.ts';
import { OPTIONS } from '../../src/options/table.ts';
import { help } from '../../src/commands/help.ts';
import { terminalOn } from '../../src/terminal/start/terminal.ts';
import { recordedWorld } from '../recorded-world.ts';

test('people get a page', () => {
  const world = recordedWorld();
  expect(help(terminalOn(world, false), '', false)).toBe(0);
  expect(world.stdout.text).toContain('\nUsage  npm create drf-docker@latest [DIRECTORY] -- [OPTIONS]\n');
  expect(world.stderr.text).toBe('');
});

test('a topic has a page of its own', () => {
  const world = recordedWorld();
  expect(help(terminalOn(world, false), 'database', false)).toBe(0);
  expect(world.stdout.text).toMatch(/^Database and background tasks\n {2}--database postgres\|sqlite /);
});

test.each([
  ['databse', ' Did you mean database?'],
  ['library', ''],
])('the topic %s is refused', (topic, hint) => {
  const world = recordedWorld();
  const choices = 'all, project, api, auth, database, python, production, docker or general';
  for (const json of [false, true])
    expect(() => help(terminalOn(world, json), topic, json)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        problems: [{ what: `Unknown help topic "${topic}"`, next: `Choose ${choices}.${hint}` }],
      }),
    );
  expect(world.stdout.text).toBe('');
});

test('programs get the schema of every option', () => {
  const world = recordedWorld();
  expect(help(terminalOn(world, true), 'database', true)).toBe(0);
  const document: unknown = JSON.parse(world.stdout.text);
  const keys = [...OPTIONS, ...CONTROLS].map((option) => option.key);
  expect(document).toMatchObject({ ok: true, exitCode: 0, schema: { type: 'object' } });
  expect(world.stdout.text.match(/^ {6}"\w+": \{$/gm)).toEqual(keys.map((key) => `      "${key}": {`));
});
