import { chmodSync, chownSync, lstatSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProblemError } from '../../problem.ts';
import { systemCode } from './file-problem.ts';
import type { Journal } from './journal.ts';
import { FOLDER_MODE } from './staging.ts';

/** What to say when something else, such as a second run, wrote to the target meanwhile. */
export function overtaken(target: string): ProblemError {
  return new ProblemError([
    {
      what: `Something else wrote to ${target} at the same time`,
      why: 'It may be a second run of this command. This one wrote nothing.',
      next: 'Look at what is there, then run the command again if you still need to.',
    },
  ]);
}

/**
 * Makes a folder and those above it that are missing.
 * @param journal notes each folder that was made
 * @param like a folder whose group and mode it takes; the folders above it take those of the ones above that
 */
export function makeFolder(path: string, journal: Journal, like?: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (dirname(path) !== path) makeFolder(dirname(path), journal, like && dirname(like));
  try {
    mkdirSync(path, { mode: FOLDER_MODE });
    journal.note('folder', path);
    if (like !== undefined) {
      const { uid, gid, mode } = statSync(like);
      chownSync(path, uid, gid);
      chmodSync(path, mode & 0o7777);
    }
  } catch (error) {
    // Another run may have made it in between; statSync throws for a link to nowhere.
    if (systemCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}

/**
 * Lets a whole project appear where nothing stands, by one rename: of several runs exactly one gets there.
 * @param staging the folder that holds the project
 * @param target where it goes
 * @throws ProblemError where something stands there by now
 */
export function appear(staging: string, target: string): void {
  try {
    renameSync(staging, target);
  } catch (error) {
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw overtaken(target);
    throw error;
  }
}
