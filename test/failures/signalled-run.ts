import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { CLI, cleanEnvironment, type End } from '../run-cli.ts';

/** Sends the signal from inside the process, so that it meets a step on the disk exactly. */
const HOOK = import.meta.resolve('./signal-at-step.mjs');

/** How a run ended that got a signal. */
export interface SignalledEnd extends End {
  /** The signal that ended it, if one did. */
  readonly signal: NodeJS.Signals | null;
}

async function run(cwd: string, environment: Readonly<Record<string, string>>): Promise<SignalledEnd> {
  const child = spawn(process.execPath, ['--import', HOOK, CLI, 'library', '--yes'], {
    cwd,
    env: cleanEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  await once(child, 'close');
  return { exitCode: child.exitCode, signal: child.signalCode, stdout, stderr };
}

/**
 * Counts the steps on the disk that creating a project takes: each folder, file, mode and renaming.
 * @param cwd where the project is made
 * @returns the number of steps
 */
export async function countSteps(cwd: string): Promise<number> {
  return Number((await run(cwd, {})).stderr);
}

/**
 * Creates a project and sends the process a signal just before one of its steps.
 * @param cwd where the project is made
 * @param step which step, from 1
 * @param signal what is sent
 * @returns how the run ended
 */
export async function signalledRun(cwd: string, step: number, signal: NodeJS.Signals): Promise<SignalledEnd> {
  return run(cwd, { SIGNAL: signal, SIGNAL_AT_STEP: String(step) });
}
