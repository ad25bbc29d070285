import { Interruption, type InterruptionCode } from '../problem.ts';

const CODES: readonly (readonly [NodeJS.Signals, InterruptionCode])[] = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];

/**
 * How long the same Ctrl-C may arrive again, in milliseconds: the terminal sends it to everything that runs, and npm, which
 * got it too, hands it on.
 */
const ECHO = 500;

/** What hears signals and sends them; `process` does. */
interface SignalTarget {
  readonly pid: number;
  on(name: NodeJS.Signals, listener: () => void): unknown;
  off(name: NodeJS.Signals, listener: () => void): unknown;
  removeAllListeners(name: NodeJS.Signals): unknown;
  kill(pid: number, signal: NodeJS.Signals): true;
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
 * Ends the process as a closed terminal ends any other, at once. An ordinary end would crash: Node sets the mode of the terminal back and
 * aborts where there is none any more (seen in Node 20).
 */
export function hangUp(target: SignalTarget): void {
  target.removeAllListeners('SIGHUP');
  target.kill(target.pid, 'SIGHUP');
}
