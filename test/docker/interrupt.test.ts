import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lay, listing, scratch } from '../machine/scratch.ts';
import { KEYS, PseudoTerminal } from '../terminal/pseudo-terminal.ts';

/** A time that no other process sleeps for: the build's step is found by it, for the engine runs on this machine. */
const SECONDS = '3117.25';

/** Beside the project's own file Compose reads this one, which makes the build last. */
const SLOW_BUILD = `services:
  web: &slow
    build: !override
      context: .
      dockerfile_inline: |
        FROM python:3.14-slim
        RUN sleep ${SECONDS}
  pipenv: *slow
`;

/** The command lines of all processes that a filter lets through. */
function processes(filter: (folder: string) => boolean): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return filter(join('/proc', pid))
          ? [
              readFileSync(join('/proc', pid, 'cmdline'), 'utf8')
                .replaceAll('\0', ' ')
                .trim(),
            ]
          : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

/** What runs in a folder. */
function runningIn(folder: string): string[] {
  return processes((process) => readlinkSync(join(process, 'cwd')) === folder);
}

/** The steps of builds that last. */
function sleeping(): string[] {
  return processes((process) => readFileSync(join(process, 'cmdline'), 'utf8').includes(SECONDS));
}

/** Waits until something is so; says in the end whether it ever was. */
async function eventually(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 150 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
  return isSo();
}

test('Ctrl-C during a build ends Docker too, and leaves the whole project', async () => {
  const cwd = scratch();
  const project = join(cwd, 'interrupt-probe');
  lay(cwd, { 'interrupt-probe/compose.override.yaml': SLOW_BUILD });
  const terminal = new PseudoTerminal(['interrupt-probe', '--yes', '--database=sqlite', '--build'], {
    cwd,
    patience: 120_000,
  });
  await terminal.shows('Created interrupt-probe with');
  expect(await eventually(() => sleeping().length > 0)).toBe(true);
  expect(runningIn(project).join('\n')).toContain('compose build');
  terminal.type(KEYS['Ctrl-C']);
  expect(await terminal.exitCode()).toBe(130);
  expect(terminal.text).toMatch(
    /\nInterrupted\. The project is whole, in interrupt-probe; go on there with docker compose up\.\n$/,
  );
  expect(await eventually(() => runningIn(project).length === 0)).toBe(true);
  expect(await eventually(() => sleeping().length === 0)).toBe(true);
  expect(listing(project)).toEqual(expect.arrayContaining(['compose.override.yaml', 'compose.yaml', 'manage.py']));
});
