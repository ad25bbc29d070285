import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { argvOptions, readArgv } from '../../src/answers/argv.ts';
import { create } from '../../src/commands/create.ts';
import { Interruption } from '../../src/problem.ts';
import { terminalOn } from '../../src/terminal/start/terminal.ts';
import { lay, listing, scratch } from '../machine/scratch.ts';
import { problemOf } from '../machine/problem-of.ts';
import { recordedWorld, type RecordedWorld } from '../recorded-world.ts';

const never = new AbortController().signal;

/** Creates a project as the command line would. */
function run(world: RecordedWorld, args: readonly string[], signal: AbortSignal = never): Promise<number> {
  const { tokens } = parseArgs({
    args: [...args],
    options: argvOptions(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return create(readArgv(tokens), terminalOn(world, args.includes('--json')), signal);
}

/** What was written to stdout, as a program reads it. */
function document({ stdout }: RecordedWorld): unknown {
  return JSON.parse(stdout.text);
}

test('a path with folders that do not exist yet makes them', async () => {
  const cwd = scratch();
  const world = recordedWorld({ cwd });
  expect(await run(world, ['class/anna/library', '--yes', '--no-website'])).toBe(0);
  expect(listing(cwd)).toContain('class/anna/library/manage.py');
  expect(world.stdout.text).toContain('  cd class/anna/library\n');
});

test('an existing repository is welcome: only what is new is added', async () => {
  const cwd = scratch();
  lay(cwd, { 'library/.git/HEAD': 'ref: refs/heads/main\n', 'library/LICENSE': 'mine\n' });
  const world = recordedWorld({ cwd });
  expect(await run(world, ['library', '--yes'])).toBe(0);
  expect(readFileSync(join(cwd, 'library/LICENSE'), 'utf8')).toBe('mine\n');
  expect(world.stdout.text).toMatch(/^Created library with \d+ files\.\n/);
});

test('the problems of flags and of the answers file come together', async () => {
  const cwd = scratch();
  lay(cwd, {
    'a.json': JSON.stringify({ generator: 'create-drf-docker', version: '0.0.1', answers: { docs: 'yes' } }),
  });
  const { exitCode, problems } = await problemOf(
    run(recordedWorld({ cwd }), ['Shop', '--answers', join(cwd, 'a.json'), '--colour']),
  );
  expect(exitCode).toBe(2);
  expect(problems.map((problem) => problem.what)).toEqual([
    'Unknown option --colour',
    `--docs is "yes" (in ${join(cwd, 'a.json')})`,
    'The project cannot be named "Shop"',
  ]);
});

describe('an ending from outside', () => {
  test('before anything is written leaves nothing', async () => {
    const cwd = scratch();
    const reason = new Interruption(143);
    await expect(run(recordedWorld({ cwd }), ['--yes'], AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(listing(cwd)).toEqual([]);
  });

  test('once the project is written says that it is whole', async () => {
    const cwd = scratch();
    const world = recordedWorld({ cwd });
    const ending = new AbortController();
    world.stdout.onceWritten = () => {
      ending.abort(new Interruption(130));
    };
    await expect(run(world, ['--yes', '--git'], ending.signal)).rejects.toMatchObject({
      exitCode: 130,
      message: 'Interrupted. The project is whole, in library; go on there with docker compose up.',
    });
    expect(listing(cwd)).toContain('library/manage.py');
    expect(listing(cwd)).not.toContain('library/.git/');
  });
});

test('--json says everything about what was made, and to people on stderr', async () => {
  const cwd = scratch();
  const world = recordedWorld({ cwd });
  expect(await run(world, ['shop', '--yes', '--json'])).toBe(0);
  expect(document(world)).toMatchObject({
    ok: true,
    exitCode: 0,
    directory: join(cwd, 'shop'),
    answers: { name: 'shop', up: false },
    same: [],
    problems: [],
  });
  expect(world.stderr.text).toMatch(/^Created shop with /);
});
