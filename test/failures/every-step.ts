import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { listing, scratch } from '../machine/scratch.ts';
import { runCli } from '../run-cli.ts';
import { countSteps, signalledRun } from './signalled-run.ts';

/** The signals that a process can hear, with what it exits with. */
const HEARD: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];

/** What a staging folder is called. */
const STAGING = /^\.library\.create-drf-docker-[0-9a-f]{12}$/;

/** Every so many of the steps; the last ones, among which the project appears, are all there. */
function chosen(count: number, stride: number): number[] {
  const steps = Array.from({ length: count }, (_, place) => place + 1);
  return steps.filter((step) => step % stride === 0 || step > count - 2);
}

/** What a whole project consists of. */
async function whole(): Promise<{ readonly steps: number; readonly paths: readonly string[] }> {
  const cwd = scratch();
  const steps = await countSteps(cwd);
  return { steps, paths: listing(cwd) };
}

/**
 * Ends runs by signals that can be heard, each at another step: a whole project is left or nothing, and the exit code and the words say which.
 * @param stride every so many of the steps
 * @returns how many runs left nothing, and how many a project
 */
export async function expectAllOrNothingWhenEnded(
  stride: number,
): Promise<{ readonly nothing: number; readonly project: number }> {
  const { steps, paths } = await whole();
  const seen = { nothing: 0, project: 0 };
  for (const [place, step] of chosen(steps, stride).entries()) {
    const [signal, code] = HEARD[place % HEARD.length] ?? ['SIGINT', 130];
    const cwd = scratch();
    const end = await signalledRun(cwd, step, signal);
    const left = listing(cwd);
    const at = `${signal} at step ${step} of ${steps}: ${end.stderr}`;
    if (left.length === 0) {
      seen.nothing += 1;
      expect({ code: end.signal === 'SIGHUP' ? 129 : end.exitCode, words: end.stderr }, at).toEqual({
        code,
        words: 'Cancelled. Nothing was written.\n',
      });
    } else {
      seen.project += 1;
      expect({ left, exitCode: end.exitCode }, at).toEqual({ left: paths, exitCode: 0 });
    }
  }
  return seen;
}

/**
 * Kills runs, each at another step: beside a whole project or none at most a staging folder is left, which the next run ignores while it
 * is young, and removes when it is old.
 * @param stride every so many of the steps
 * @returns how many runs left a staging folder, and how many did not
 */
export async function expectRecoveryWhenKilled(
  stride: number,
): Promise<{ readonly staging: number; readonly clean: number }> {
  const { steps, paths } = await whole();
  const seen = { staging: 0, clean: 0 };
  for (const step of chosen(steps, stride)) {
    const cwd = scratch();
    const at = `SIGKILL at step ${step} of ${steps}`;
    expect((await signalledRun(cwd, step, 'SIGKILL')).signal, at).toBe('SIGKILL');
    const left = readdirSync(cwd).filter((name) => name !== 'library');
    seen[left.length === 0 ? 'clean' : 'staging'] += 1;
    for (const name of left) expect(name, at).toMatch(STAGING);
    if (existsSync(join(cwd, 'library')))
      expect(
        listing(join(cwd, 'library')).map((path) => `library/${path}`),
        at,
      ).toEqual(paths.slice(1));
    // As the next run an hour later finds it.
    if (step % 2 === 0) for (const name of left) utimesSync(join(cwd, name), 0, 0);
    expect(runCli(['library', '--yes'], { cwd }).exitCode, at).toBe(0);
    expect(readdirSync(cwd).sort(), at).toEqual(step % 2 === 0 ? ['library'] : [...left, 'library']);
    expect(
      listing(join(cwd, 'library')).map((path) => `library/${path}`),
      at,
    ).toEqual(paths.slice(1));
  }
  return seen;
}
