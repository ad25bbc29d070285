import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** The built bin, as the package ships it. */
export const CLI = join(import.meta.dirname, '../dist/cli.cjs');

/** What is around a run of the bin. */
export interface Around {
  /** Where it runs. */
  readonly cwd: string;
  /** Variables to add to a clean environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a run of the bin ended. */
export interface End {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The environment without what npm, a CI system or a person's taste in colours leaves in it.
 * @param added variables to add
 * @returns the variables
 */
export function cleanEnvironment(added: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|(?:CI|NO_COLOR|FORCE_COLOR|TERM|ACCESSIBLE|VITEST|NODE_ENV)$)/i.test(name),
  );
  return {
    ...Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    ...added,
  };
}

/**
 * Runs the built bin without a terminal.
 * @param args its arguments
 * @param around where and with what
 * @returns how it ended
 */
export function runCli(args: readonly string[], { cwd, environment = {} }: Around): End {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: cleanEnvironment(environment),
    encoding: 'utf8',
    input: '',
  });
  return { exitCode: status, stdout, stderr };
}
