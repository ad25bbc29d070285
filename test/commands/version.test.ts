import { expect, test } from 'vitest';
import { version } from '../../src/commands/version.ts';
import { VERSION } from '../../src/embedded/version.ts';
import { terminalOn } from '../../src/terminal/start/terminal.ts';
import { recordedWorld } from '../recorded-world.ts';

test('people get the version alone', () => {
  const world = recordedWorld();
  expect(version(terminalOn(world, false), false)).toBe(0);
  expect(world.stdout.text).toBe(`${VERSION}\n`);
});

test('programs get it in a document', () => {
  const world = recordedWorld();
  expect(version(terminalOn(world, true), true)).toBe(0);
  expect(JSON.parse(world.stdout.text)).toEqual({ ok: true, exitCode: 0, version: VERSION });
});
