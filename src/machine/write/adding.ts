import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../problem.ts';
import type { Checkpoint } from './checkpoint.ts';
import { systemCode } from './file-problem.ts';
import type { Journal } from './journal.ts';
import { makeFolder, overtaken } from './placing.ts';
import { FOLDER_MODE, takeMode } from './staging.ts';

/** While it stands in a folder, a run is placing files there. It has no random part, so only one run can make it. */
const LOCK = '.create-drf-docker-lock';

/** Placing takes milliseconds; a lock this old, in milliseconds, belongs to a run that was killed. */
const LOCK_STALE_AFTER = 10 * 60 * 1000;

/**
 * Lets a whole project take the place of an empty folder, by one rename (POSIX rename() replaces an empty directory). Not where that
 * would be felt: a shell that stands in the folder would be left in one that is no more, and another owner's folder stays his.
 * @param staging the folder that holds the project
 * @param folder the empty folder, without links in its path
 * @returns whether it was replaced; if not, nothing has changed (Windows never replaces, a mount point cannot be)
 */
export function replaceEmpty(staging: string, folder: string): boolean {
  const [old, made, here] = [statSync(folder), statSync(staging), statSync('.', { throwIfNoEntry: false })];
  const inUse = old.ino === here?.ino && old.dev === here.dev;
  if (inUse || old.uid !== made.uid || old.gid !== made.gid || old.dev !== made.dev) return false;
  takeMode(staging, old.mode);
  try {
    renameSync(staging, folder);
    return true;
  } catch {
    takeMode(staging, made.mode);
    return false;
  }
}

/**
 * Takes the lock of a folder.
 * @param folder where files are to be placed
 * @param journal notes the lock
 * @returns the path of the lock, which is an empty folder
 * @throws ProblemError where another run has it
 */
export function lock(folder: string, journal: Journal): string {
  const path = join(folder, LOCK);
  const held = lstatSync(path, { throwIfNoEntry: false });
  if (held !== undefined && Date.now() - held.mtimeMs > LOCK_STALE_AFTER) rmdirSync(path);
  try {
    mkdirSync(path, { mode: FOLDER_MODE });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    throw new ProblemError([
      {
        what: `Another run is writing to ${folder} at this moment`,
        why: 'This one wrote nothing.',
        next: `Wait for it. If there is none, remove ${path} and run the command again.`,
      },
    ]);
  }
  journal.note('folder', path);
  return path;
}

/** Gives a staged file its place, whole at once and never over another; a disk without hard links gets a copy. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/**
 * Adds staged files to a folder; the lock must be held.
 * @param staging the folder that holds them
 * @param folder where they go
 * @param journal notes each file and folder that was made
 * @param checkpoint awaited between files
 * @throws ProblemError where something stands in a file's place by now
 */
export async function addTo(
  staging: string,
  folder: string,
  paths: readonly string[],
  journal: Journal,
  checkpoint: Checkpoint,
): Promise<void> {
  for (const path of paths) {
    await checkpoint();
    const to = join(folder, path);
    makeFolder(dirname(to), journal, dirname(join(staging, path)));
    try {
      place(join(staging, path), to);
    } catch (error) {
      throw systemCode(error) === 'EEXIST' ? overtaken(folder) : error;
    }
    journal.note('file', to);
  }
}
