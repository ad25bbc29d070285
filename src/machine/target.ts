import { basename, resolve } from 'node:path';
import { windowsPathProblem } from '../answers/windows-path.ts';
import type { Problem } from '../problem.ts';

/**
 * Where the project goes.
 * @param cwd the folder in which the user stands, absolute
 * @param directory what the user gave: a path of this system, relative to there or absolute
 * @returns the absolute path and its last part; for `.` that is the folder's own name, for a root it is empty
 */
export function resolveTarget(cwd: string, directory: string): { readonly path: string; readonly name: string } {
  const path = resolve(cwd, directory);
  return { path, name: basename(path) };
}

/**
 * What this system has against a directory, before anything is written there.
 * @param directory as the user gave it
 * @param platform the system, as Node names it
 * @returns the problem, or nothing
 */
export function pathProblem(directory: string, platform: NodeJS.Platform): Problem | undefined {
  return platform === 'win32' ? windowsPathProblem(directory) : undefined;
}
