import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'vitest';
import type { Around, End } from '../run-cli.ts';
import { cleanEnvironment } from '../run-cli.ts';

/** Whether this is Windows itself. Elsewhere its Node runs under Wine, which gives each path of the machine the drive Z:. */
const IS_WINDOWS = process.platform === 'win32';

/** Runs node.exe under Wine where WINDOWS_NODE names no other program that does. */
const SHARED = join(import.meta.dirname, '../../../shared/windows/node');

/**
 * The program that runs Windows' Node.
 * @throws Error where there is none, with what is needed
 */
function windowsNode(): string {
  if (IS_WINDOWS) return process.execPath;
  const program = process.env['WINDOWS_NODE'] ?? SHARED;
  if (existsSync(program)) return program;
  throw new Error(
    `These tests need Windows' own Node, and ${program} is not there. Run them on Windows, or set WINDOWS_NODE to a program that runs node.exe under Wine with the arguments it gets, and in a console where WINDOWS_CONSOLE=1 is set.`,
  );
}

/** How Windows writes an absolute path of this machine. */
export function windowsPath(path: string): string {
  return IS_WINDOWS ? path : `Z:${path.replaceAll('/', '\\')}`;
}

/** The environment of a Windows without Git, Docker or a shell of POSIX, whose console shows no signs beyond ASCII. */
function windowsEnvironment(added: Readonly<Record<string, string>> = {}): Record<string, string> {
  const others = Object.entries(cleanEnvironment()).filter(
    ([name]) => !['SHELL', 'MSYSTEM', 'WT_SESSION', 'TERM_PROGRAM'].includes(name),
  );
  const path = IS_WINDOWS ? { PATH: join(process.env['SystemRoot'] ?? '', 'system32') } : {};
  return { ...Object.fromEntries(others), ...path, ...added };
}

/** What runs a script in a console of Windows: the words before its arguments, and the environment. */
export function inConsole(
  script: string,
  added: Readonly<Record<string, string>> = {},
): { readonly program: readonly string[]; readonly environment: Record<string, string> } {
  return { program: [windowsNode(), script], environment: windowsEnvironment({ WINDOWS_CONSOLE: '1', ...added }) };
}

/**
 * Waits until a program in a console reads keys. Until then, Wine leaves the pseudo-terminal below the console to make lines and signals of
 * them, which reach the program as other keys or too early.
 * @param pid the process in the console
 */
export async function readsKeys(pid: number): Promise<void> {
  if (IS_WINDOWS) return;
  await expect
    .poll(() => execFileSync('stty', ['-a', '-F', `/proc/${pid}/fd/0`], { encoding: 'utf8' }))
    .toContain('-icanon');
}

/**
 * Runs a script by Windows' Node, without a console.
 * @param script the script and its arguments
 * @param around where, and with what
 * @returns how it ended
 */
export function runOnWindows(script: readonly string[], { cwd, environment }: Around): End {
  const { status, stdout, stderr } = spawnSync(windowsNode(), script, {
    cwd,
    env: windowsEnvironment(environment),
    encoding: 'utf8',
    input: '',
  });
  return { exitCode: status, stdout, stderr };
}

/** The same, while others run. */
export function startOnWindows(script: readonly string[], { cwd, environment }: Around): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(windowsNode(), script, {
      cwd,
      env: windowsEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
    child.once('error', reject).once('close', (exitCode) => {
      resolve({ exitCode, ...said });
    });
  });
}
