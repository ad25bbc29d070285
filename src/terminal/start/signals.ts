import process from 'node:process';
import type { Readable } from 'node:stream';
import { Interruption, type InterruptionCode } from '../../problem.ts';

/** The exit code of a closed terminal. */
export const HANGUP = 129;

/** The exit code of Ctrl-C. */
export const CTRL_C = 130;

const CODES: readonly (readonly [NodeJS.Signals, InterruptionCode])[] = [
  ['SIGINT', CTRL_C],
  ['SIGTERM', 143],
  ['SIGHUP', HANGUP],
];

/**
 * How long the same Ctrl-C may arrive again, in milliseconds: the terminal sends it to everything that runs, and npm, which
 * got it too, hands it on.
 */
const ECHO = 500;

/** What hears signals and sends them; `process` does. */
interface SignalTarget {
  readonly pid: number;
  readonly platform: NodeJS.Platform;
  on(name: NodeJS.Signals, listener: () => void): unknown;
  off(name: NodeJS.Signals, listener: () => void): unknown;
  removeAllListeners(name: NodeJS.Signals): unknown;
  kill(pid: number, signal: NodeJS.Signals): true;
  exit(code: number): void;
}

/** Turns the signals that end a process into one abort, whose reason is an `Interruption`. A second one, later, ends the process at once. */
export function interruptionSignal(target: SignalTarget): AbortSignal {
  const controller = new AbortController();
  let since = 0;
  for (const [name, code] of CODES) {
    const listener = (): void => {
      if (!controller.signal.aborted) {
        since = performance.now();
        controller.abort(new Interruption(code));
      } else if (performance.now() - since > ECHO) {
        target.off(name, listener);
        target.kill(target.pid, name);
      }
    };
    target.on(name, listener);
  }
  return controller.signal;
}

/**
 * Ends the process as a closed terminal ends any other, at once. An ordinary end could crash: until 24.1, Node sets the mode of the terminal
 * back when it exits, and aborts where there is none any more (https://github.com/nodejs/node/issues/51519).
 */
export function hangUp(target: SignalTarget): void {
  target.removeAllListeners('SIGHUP');
  // Windows gives that name to the event of a closed console, but sends no such signal.
  if (target.platform === 'win32') target.exit(HANGUP);
  else target.kill(target.pid, 'SIGHUP');
}

/** What a terminal is read by. */
interface Keyboard {
  readonly stdin: Readable;
  readonly hasKeyboard: () => boolean;
}

/**
 * Ends the process as soon as the terminal of a prompt is closed, which shows in one of three ways, whichever comes first:
 * by SIGHUP, by the end of its input, or by EIO from whatever is done with it. Nothing has been written at that time.
 * @param keyboard the terminal of the prompt
 * @param endsByKey whether Ctrl-D, too, ends the input, as where the terminal itself puts the lines together
 * @param ask asks
 * @returns the answer
 */
export async function whileOpen<Value>(
  { stdin, hasKeyboard }: Keyboard,
  endsByKey: boolean,
  ask: () => Promise<Value>,
): Promise<Value> {
  const end = (): void => {
    if (!endsByKey || !hasKeyboard()) hangUp(process);
  };
  const fail = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EIO' && hasKeyboard()) throw error;
    hangUp(process);
  };
  // Before the listeners of readline, which would set the mode of a terminal that is gone.
  stdin.prependListener('end', end).prependListener('error', fail);
  try {
    return await ask();
  } finally {
    stdin.off('end', end).off('error', fail);
  }
}
