import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { execa } from 'execa';

/** How long a child may take to end after the first signal, in milliseconds; Compose lets a running step of a build come to its end. */
const GRACE = 10_000;

/** How to run a program. */
export interface ChildOptions {
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
function signalGroup(
  child: { readonly pid?: number | undefined; readonly kill: (signal: NodeJS.Signals) => boolean },
  signal: NodeJS.Signals,
): void {
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

/** Where each of the three streams goes. */
function streams({ input, output = 'returned' }: ChildOptions): {
  stdin: 'pipe' | 'ignore';
  stdout: 'pipe' | 'inherit' | 2;
  stderr: 'pipe' | 'inherit';
} {
  const stdin = input === undefined ? 'ignore' : 'pipe';
  if (output === 'returned') return { stdin, stdout: 'pipe', stderr: 'pipe' };
  return { stdin, stdout: output === 'inherited' ? 'inherit' : 2, stderr: 'inherit' };
}

/** The options in execa's words, which knows no undefined. */
function spawnOptions(options: ChildOptions) {
  const { directory, input, environment } = options;
  return {
    ...(directory === undefined ? {} : { cwd: directory }),
    ...(environment === undefined ? {} : { env: environment }),
    ...(input === undefined ? {} : { input }),
    ...streams(options),
    // A group of its own: a signal then reaches Docker's plugins and all else that the program started.
    detached: platform() !== 'win32',
    reject: false,
  } as const;
}

/** What was captured of a stream; nothing where it went elsewhere. */
function asText(output: unknown): string {
  return typeof output === 'string' ? output : '';
}

/**
 * Whether a program failed because Windows does not know it. That is not ENOENT there, for it could be a script, which the command
 * interpreter runs: it ends with 1 or 9009, as programs may too. So the program is looked up: in the current directory and on the PATH, with
 * each extension of programs.
 */
function isMissingOnWindows(command: string, exitCode: number | undefined): boolean {
  if (platform() !== 'win32' || exitCode === 0) return false;
  const { PATH = '', PATHEXT = '.COM;.EXE;.BAT;.CMD' } = process.env;
  const folders = ['.', ...PATH.split(';').map((folder) => folder.replaceAll('"', ''))];
  return !folders.some((folder) =>
    PATHEXT.split(';').some((extension) => existsSync(join(folder, command + extension))),
  );
}

/**
 * Runs a program in a process group of its own and waits until all of it has ended. No shell is between.
 * @param command the program's name, looked up on the PATH
 * @returns how it ended, whatever that was
 * @throws the reason of the signal, once the program has ended
 */
export async function runChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<ChildEnd> {
  const { signal, limit, grace = GRACE } = options;
  signal?.throwIfAborted();
  const child = execa(command, args, spawnOptions(options));
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
    const result = await child;
    // What the program itself had started must not outlive it.
    if (state.timedOut || signal?.aborted === true) signalGroup(child, 'SIGKILL');
    signal?.throwIfAborted();
    return {
      exitCode: state.timedOut ? undefined : result.exitCode,
      missing: result.code === 'ENOENT' || isMissingOnWindows(command, result.exitCode),
      timedOut: state.timedOut,
      stdout: asText(result.stdout),
      stderr: asText(result.stderr) || (result.originalMessage ?? ''),
    };
  } finally {
    signal?.removeEventListener('abort', interrupt);
    timers.forEach(clearTimeout);
  }
}
