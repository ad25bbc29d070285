import { basename, resolve } from 'node:path';
import { windowsPathProblem } from '../../options/windows-path.ts';
import type { Problem } from '../../problem.ts';
import { CONTROL } from '../../text/control.ts';
import { listed } from '../../text/listed.ts';

/**
 * Where the project goes.
 * @param cwd the current directory, absolute
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

/** What a path must not hold, by Docker Compose 2.40: it parts the ends of a mount by colons, and reads the folder of its file as a URL. */
const UNMOUNTABLE: readonly (readonly [RegExp, string])[] = [
  [/:/, 'a colon'],
  [/%(?![0-9a-f]{2})/i, 'a percent sign'],
  [CONTROL, 'a control character'],
];

/**
 * Says why Docker Compose could not start a project in a folder: its containers mount that folder.
 * @param path the folder, absolute
 * @param platform the system, as Node names it; on Windows, the colon of the drive is no obstacle
 * @returns the problem, or nothing
 */
export function mountProblem(path: string, platform: string): Problem | undefined {
  const rest = platform === 'win32' ? path.replace(/^[a-z]:/i, '') : path;
  const found = UNMOUNTABLE.filter(([pattern]) => pattern.test(rest)).map(([, words]) => words);
  if (found.length === 0) return undefined;
  return {
    what: `Docker Compose cannot mount ${JSON.stringify(path)}`,
    why: `The path has ${listed(found, 'and')} in it. Nothing was written.`,
    next: 'Choose a directory without.',
  };
}
