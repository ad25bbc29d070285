import { chmodSync, chownSync, closeSync, lstatSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Files } from '../../project-files.ts';
import { SECRET_FILE } from '../../render/secrets.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Journal } from './journal.ts';
import { randomText } from './random.ts';

/** The mode of a new folder; like every mode here it is filtered by the umask, but never wider than this. */
export const FOLDER_MODE = 0o755;

/** A staging folder untouched for this long, in milliseconds, belongs to a run that was killed. */
const STALE_AFTER = 60 * 60 * 1000;

/** Names end at 255 bytes on most systems; this many signs of at most four bytes leave room for what is added to them. */
const LONGEST_NAME = 50;

/** What the staging folders of one target start with; what follows is random. */
function prefix(name: string): string {
  return `.${Array.from(name).slice(0, LONGEST_NAME).join('')}.create-drf-docker-`;
}

/**
 * Makes the empty folder in which a project is put together.
 * @param place the folder for it, on the same disk as the target
 * @param name the last part of the target
 * @param journal notes the folder
 */
export function makeStaging(place: string, name: string, journal: Journal): string {
  const path = join(place, prefix(name) + randomText(12, '0123456789abcdef'));
  mkdirSync(path, { mode: FOLDER_MODE });
  journal.note('tree', path);
  return path;
}

/**
 * Removes what killed runs on the same target left: folders with the name of a staging folder that are older than an hour. A younger
 * one may be at work. What cannot be removed stays; it does no harm.
 * @param place the folder in which staging folders of the target stand
 * @param name the last part of the target
 */
export async function removeStale(place: string, name: string): Promise<void> {
  const start = prefix(name);
  try {
    for (const entry of readdirSync(place).filter(
      (one) => one.startsWith(start) && /^[0-9a-f]{12}$/.test(one.slice(start.length)),
    )) {
      const path = join(place, entry);
      const found = lstatSync(path);
      if (found.isDirectory() && Date.now() - found.mtimeMs > STALE_AFTER)
        (await import('fs-extra/esm')).removeSync(path);
    }
  } catch {
    // The folder may not be listed, or what is in it is another user's or gone meanwhile.
  }
}

const SECRET_MODE = 0o600;

/** Secrets are their owner's alone, a script can be run, as Django's own `startproject` makes `manage.py`; the rest is for reading. */
function fileMode(path: string, text: string): number {
  if (path === SECRET_FILE) return SECRET_MODE;
  return text.startsWith('#!') ? 0o755 : 0o644;
}

/** All folders on the way to these paths, but for the one they start in; each behind the one that it is in. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (
      let end = path.lastIndexOf('/');
      end > 0 && !folders.has(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1)
    )
      folders.add(path.slice(0, end));
  }
  return [...folders].sort();
}

/** Writes a new file. A disk that fills up takes a part of a text before it says so. */
function writeNew(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    let written = writeSync(file, text);
    if (written === Buffer.byteLength(text)) return;
    const bytes = Buffer.from(text);
    while (written < bytes.length) written += writeSync(file, bytes, written);
  } finally {
    closeSync(file);
  }
}

/** What a mode is in a project that a group shares: the group may do what the owner may, but for changing the secrets. */
function sharedMode(mode: number): number {
  return mode === SECRET_MODE ? 0o640 : mode | ((mode >> 3) & 0o070);
}

/** Gives a folder to a group. What is made in it belongs to that group too, by its setgid bit, which new folders inherit. */
function giveTo(group: number, folder: string): void {
  chownSync(folder, lstatSync(folder).uid, group);
  chmodSync(folder, 0o2000 | sharedMode(FOLDER_MODE));
}

/** Writes all files into an empty folder, with what `modeOf` makes of their modes. */
async function writeAll(
  staging: string,
  files: Files,
  paths: readonly string[],
  checkpoint: Checkpoint,
  modeOf: (mode: number) => number,
): Promise<void> {
  for (const folder of foldersOf(paths)) mkdirSync(`${staging}/${folder}`, { mode: modeOf(FOLDER_MODE) });
  for (const path of paths) {
    await checkpoint();
    const text = files.get(path) ?? '';
    writeNew(`${staging}/${path}`, text, modeOf(fileMode(path, text)));
  }
}

/**
 * Writes files into the staging folder.
 * @param checkpoint awaited between files
 * @param group the group to share them with, if any
 */
export async function fill(
  staging: string,
  files: Files,
  paths: readonly string[],
  checkpoint: Checkpoint,
  group?: number,
): Promise<void> {
  if (group === undefined) return writeAll(staging, files, paths, checkpoint, (mode) => mode);
  giveTo(group, staging);
  // Owner and group are one user, so what the umask keeps from a group is not meant. To mend each file afterwards took twice as long.
  const umask = process.umask(0);
  try {
    await writeAll(staging, files, paths, checkpoint, sharedMode);
  } finally {
    process.umask(umask);
  }
}

/**
 * Gives the staging folder the mode of the empty folder that it is to replace.
 * @param mode the permissions, special bits included
 */
export function takeMode(staging: string, mode: number): void {
  chmodSync(staging, mode & 0o7777);
}
