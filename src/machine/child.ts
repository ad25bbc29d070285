import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { platform } from 'node:os';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { systemCode } from './file-problem.ts';

/** How long a child may take to end after the first signal, in milliseconds; Compose lets a running step of a build come to its end. */
const GRACE = 10_000;

/** How to run a program. */
export interface ChildOptions {
  /** The folder to run it in. */
  readonly directory?: string;
  /** Ends the program and all that it started: first with SIGINT, as Ctrl-C would, after a grace period with SIGKILL. */
  readonly signal?: AbortSignal | undefined;
  /** How long it may take in milliseconds; then it is killed. */
  readonly limit?: number;
  /** How long it may take to end after SIGINT, in milliseconds; 10 seconds unless given. */
  readonly grace?: number;
  /** What it reads; without it, nothing. */
  readonly input?: string;
  /** Changes to the environment; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where its output goes: to the caller of this function (the default), to the terminal as it comes, or all of it to standard error. */
  readonly output?: 'returned' | 'inherited' | 'standard error';
}

/** How a program ended. */
export interface ChildEnd {
  /** What it ended with; undefined where it never started, was killed, or took too long. */
  readonly exitCode: number | undefined;
  /** Whether the system does not know the program. */
  readonly missing: boolean;
  /** Whether it took longer than its limit. */
  readonly timedOut: boolean;
  /** What it wrote, without the last line break. */
  readonly stdout: string;
  /** What it wrote to standard error, or why it could not be started. */
  readonly stderr: string;
}

/** Sends a signal to a program and all that it started; on Windows, which has no process groups, the console does that for Ctrl-C. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (platform() === 'win32') {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of the group have ended.
  }
}

/** How Node is to start it. */
function spawnOptions({ directory, input, environment, output = 'returned' }: ChildOptions): SpawnOptions {
  const stdin = input === undefined ? 'ignore' : 'pipe';
  return {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: output === 'returned' ? [stdin, 'pipe', 'pipe'] : [stdin, output === 'inherited' ? 'inherit' : 2, 'inherit'],
    // A group of its own: a signal then reaches Docker's plugins and all else that the program started.
    detached: platform() !== 'win32',
    windowsHide: true,
  };
}

/** What a stream gives until its end, without the last line break; nothing where it goes elsewhere. */
async function textOf(stream: Readable | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString().replace(/\r?\n$/, '');
}

/** The exit code of a program, where it has one; throws the system's error where it cannot be started. */
function exitOf(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? undefined);
    });
  });
}

/** What a program wrote and ended with, or why it could not be started. */
async function outcomeOf(child: ChildProcess, input = ''): Promise<Omit<ChildEnd, 'timedOut'>> {
  // Who does not read all of it closes the pipe, and that is no error.
  child.stdin?.on('error', () => undefined).end(input);
  const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  try {
    const [exitCode, [stdout, stderr]] = await Promise.all([exitOf(child), texts]);
    return { exitCode, missing: false, stdout, stderr };
  } catch (error) {
    return { exitCode: undefined, missing: systemCode(error) === 'ENOENT', stdout: '', stderr: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Runs a program in a process group of its own and waits until all of it has ended. No shell is between.
 * @param command the program's name, looked up on the PATH
 * @param args its arguments, as they are
 * @param options how to run it
 * @returns how it ended, whatever that was
 * @throws the reason of the signal, once the program has ended
 */
export async function runChild(command: string, args: readonly string[], options: ChildOptions = {}): Promise<ChildEnd> {
  const { signal, limit, grace = GRACE } = options;
  signal?.throwIfAborted();
  const child = spawn(command, args, spawnOptions(options));
  const timers: NodeJS.Timeout[] = [];
  const state = { timedOut: false };
  const killAfter = (time: number): void => void timers.push(setTimeout(signalGroup, time, child, 'SIGKILL'));
  const interrupt = (): void => {
    signalGroup(child, 'SIGINT');
    killAfter(grace);
  };
  const expire = (): void => {
    state.timedOut = true;
    signalGroup(child, 'SIGKILL');
  };
  if (limit !== undefined) timers.push(setTimeout(expire, limit));
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    const outcome = await outcomeOf(child, options.input);
    // What the program itself had started must not outlive it.
    if (state.timedOut || signal?.aborted === true) signalGroup(child, 'SIGKILL');
    signal?.throwIfAborted();
    return { ...outcome, exitCode: state.timedOut ? undefined : outcome.exitCode, timedOut: state.timedOut };
  } finally {
    signal?.removeEventListener('abort', interrupt);
    timers.forEach(clearTimeout);
  }
}
