import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDirSync, removeSync } from 'fs-extra/esm';
import type { Files } from '../project/files.ts';
import { SECRET_FILE } from '../project/secrets.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Journal } from './journal.ts';
import { randomText } from './random.ts';

/** The mode of a new folder; like every mode here it is filtered by the umask, but never wider than this. */
export const FOLDER_MODE = 0o755;

/** A staging folder that nobody has touched for this long, in milliseconds, belongs to a run that was killed. */
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
 * @returns its path
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
export function removeStale(place: string, name: string): void {
  const start = prefix(name);
  try {
    for (const entry of readdirSync(place).filter((one) => one.startsWith(start) && /^[0-9a-f]{12}$/.test(one.slice(start.length)))) {
      const path = join(place, entry);
      const found = lstatSync(path);
      if (found.isDirectory() && Date.now() - found.mtimeMs > STALE_AFTER) removeSync(path);
    }
  } catch {
    // The folder may not be listed, or what is in it is another user's or gone meanwhile.
  }
}

/** Secrets are their owner's alone, a script can be run, as Django's own `startproject` makes `manage.py`; the rest is for reading. */
function fileMode(path: string, text: string): number {
  if (path === SECRET_FILE) return 0o600;
  return text.startsWith('#!') ? 0o755 : 0o644;
}

/** All folders on the way to these paths, but for the one they start in. */
function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}

/** Lets a group use what is staged as its owner can; new files in its folders are the group's too. The umask is left aside: they are one user. */
function share(staging: string, files: Files, paths: readonly string[], group: number): void {
  const { uid } = lstatSync(staging);
  const modes: [string, number][] = [
    ...[...foldersOf(paths), '.'].map((folder): [string, number] => [folder, 0o2775]),
    ...paths.map((path): [string, number] => [path, path === SECRET_FILE ? 0o640 : fileMode(path, files.get(path) ?? '') | 0o064]),
  ];
  for (const [path, mode] of modes) {
    chownSync(join(staging, path), uid, group);
    chmodSync(join(staging, path), mode);
  }
}

/**
 * Writes files into the staging folder.
 * @param staging the folder, empty
 * @param files the rendered project
 * @param paths those to write
 * @param checkpoint awaited between files
 * @param group the group to share them with, if any
 */
export async function fill(staging: string, files: Files, paths: readonly string[], checkpoint: Checkpoint, group?: number): Promise<void> {
  for (const folder of foldersOf(paths)) ensureDirSync(join(staging, folder), FOLDER_MODE);
  for (const path of paths) {
    await checkpoint();
    const text = files.get(path) ?? '';
    writeFileSync(join(staging, path), text, { mode: fileMode(path, text), flag: 'wx' });
  }
  if (group !== undefined) share(staging, files, paths, group);
}

/**
 * Gives the staging folder the mode of the empty folder that it is to replace.
 * @param staging the folder
 * @param mode the permissions, special bits included
 */
export function takeMode(staging: string, mode: number): void {
  chmodSync(staging, mode & 0o7777);
}
