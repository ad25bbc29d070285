import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runChild } from '../../../src/machine/process/child.ts';
import { Interruption } from '../../../src/problem.ts';
import { scratch } from '../scratch.ts';
import { isRunning } from '../stand-in.ts';

/** A limit or a grace period in milliseconds within which a shell has surely started, or heard a signal, also on a busy machine. */
const SPAN = 3000;

/** Waits for a file that a script writes the numbers of its processes to. */
async function pidsIn(path: string): Promise<number[]> {
  while (!existsSync(path) || !readFileSync(path, 'utf8').endsWith('\n')) await sleep(10);
  return readFileSync(path, 'utf8').trim().split(' ').map(Number);
}

describe('runChild', () => {
  it('gives what a program wrote and its exit code', async () => {
    expect(await runChild('sh', ['-c', 'echo out; echo err >&2; exit 3'])).toEqual({
      exitCode: 3,
      missing: false,
      timedOut: false,
      stdout: 'out',
      stderr: 'err',
    });
  });

  it('gives a program its input, and nothing where there is none', async () => {
    expect((await runChild('cat', [], { input: 'a\0b' })).stdout).toBe('a\0b');
    expect((await runChild('cat', [])).stdout).toBe('');
  });

  it('lets no shell read the arguments', async () => {
    const hostile = ['$(touch hurt)', '`id`', '; exit 1', '*', '"', "'", 'a b', '\n'];
    expect((await runChild('printf', ['%s|', ...hostile])).stdout).toBe(hostile.map((one) => `${one}|`).join(''));
  });

  it('runs in the folder and with the environment that it is given', async () => {
    const work = scratch();
    process.env['CHILD_TEST'] = 'there';
    const { stdout } = await runChild('sh', ['-c', 'pwd -P; echo "${CHILD_TEST-gone} $CHILD_OTHER"'], {
      directory: work,
      environment: { CHILD_TEST: undefined, CHILD_OTHER: 'new' },
    });
    delete process.env['CHILD_TEST'];
    expect(stdout).toBe(`${work}\ngone new`);
  });

  it('says that a program is missing', async () => {
    expect(await runChild('no-such-program', [])).toMatchObject({
      exitCode: undefined,
      missing: true,
      timedOut: false,
    });
  });

  it('says why a program cannot be started', async () => {
    const path = join(scratch(), 'program');
    writeFileSync(path, '#!/bin/sh\n', { mode: 0o644 });
    expect(await runChild(path, [])).toMatchObject({
      exitCode: undefined,
      missing: false,
      stderr: expect.stringContaining('EACCES'),
    });
  });

  it('kills a program that takes too long, with all that it started and whatever they ignore', async () => {
    const log = join(scratch(), 'pids');
    const running = runChild(
      'sh',
      [
        '-c',
        `trap '' INT TERM; sh -c "trap '' INT TERM; while :; do sleep 1; done" & echo $$ $! > ${log}; while :; do sleep 1; done`,
      ],
      { limit: SPAN },
    );
    const pids = await pidsIn(log);
    expect(await running).toMatchObject({ exitCode: undefined, timedOut: true, missing: false });
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  });

  it('ends a program as Ctrl-C would, and waits for its own ending', async () => {
    const work = scratch();
    const controller = new AbortController();
    const running = runChild(
      'sh',
      ['-c', `trap 'sleep 0.3; echo done > ended; exit 130' INT; echo $$ > pids; while :; do sleep 0.05; done`],
      { directory: work, signal: controller.signal },
    );
    const pids = await pidsIn(join(work, 'pids'));
    const reason = new Interruption(130);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(readFileSync(join(work, 'ended'), 'utf8')).toBe('done\n');
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('kills what does not end within the grace period', async () => {
    const work = scratch();
    const controller = new AbortController();
    const script = `trap 'echo INT >> heard' INT; sh -c "trap '' INT; while :; do sleep 0.05; done" & echo $$ $! > pids; while :; do sleep 0.05; done`;
    const running = runChild('sh', ['-c', script], { directory: work, signal: controller.signal, grace: SPAN });
    const pids = await pidsIn(join(work, 'pids'));
    controller.abort(new Interruption(143));
    await expect(running).rejects.toThrow(Interruption);
    expect(readFileSync(join(work, 'heard'), 'utf8')).toBe('INT\n');
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  });

  it('leaves nothing of what an ended program had started', async () => {
    const work = scratch();
    const controller = new AbortController();
    const script = `sh -c "trap '' INT; while :; do sleep 0.05; done" > /dev/null 2>&1 & echo $$ $! > pids; trap 'exit 130' INT; while :; do sleep 0.05; done`;
    const running = runChild('sh', ['-c', script], { directory: work, signal: controller.signal });
    const pids = await pidsIn(join(work, 'pids'));
    controller.abort(new Interruption(130));
    await expect(running).rejects.toThrow(Interruption);
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  });

  it('starts nothing once it is ended', async () => {
    const work = scratch();
    await expect(
      runChild('touch', ['made'], { directory: work, signal: AbortSignal.abort(new Interruption(130)) }),
    ).rejects.toThrow(Interruption);
    expect(existsSync(join(work, 'made'))).toBe(false);
  });
});
