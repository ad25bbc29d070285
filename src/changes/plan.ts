import type { Files } from '../project-files.ts';
import { SECRET_FILE } from '../render/secrets.ts';

/** What writing a rendered project into a folder would do. */
export interface ChangePlan {
  /** Paths that are not there yet. */
  readonly added: readonly string[];
  /** Paths that stay as they are: their text is the same, or they hold secrets of their own. */
  readonly same: readonly string[];
  /** Paths of the folder that are in the way, as they stand there. One is enough to write nothing. */
  readonly conflicts: readonly string[];
}

/** The rendered paths, files and the folders above them, by their lower-case form. */
type Wanted = ReadonlyMap<string, { readonly path: string; readonly isFile: boolean }>;

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
function steps(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, place) => parts.slice(0, place + 1).join('/'));
}

function wantedPaths(files: Files): Wanted {
  const paths = [...files.keys()];
  const folders = paths.flatMap((path) => steps(path).slice(0, -1));
  const all = [...folders.map((path) => ({ path, isFile: false })), ...paths.map((path) => ({ path, isFile: true }))];
  return new Map(all.map((one) => [one.path.toLowerCase(), one]));
}

/** Whether what stands at a path lets the rendered file of that very path be: the same text, or any secrets. */
function agrees(path: string, text: string | undefined, files: Files): boolean {
  return text !== undefined && (path === SECRET_FILE || text === files.get(path));
}

/**
 * Whether what stands at a path keeps a rendered file away: another text, a file where a folder must be or the other way round, or a
 * name that differs only in case, which a Mac or Windows takes for the same.
 */
function clashes(path: string, text: string | undefined, files: Files, wanted: Wanted): boolean {
  if (files.has(path)) return !agrees(path, text, files);
  return steps(path).some((step) => {
    const same = wanted.get(step.toLowerCase());
    return same !== undefined && (same.path !== step || same.isFile || step === path);
  });
}

/**
 * Compares a rendered project with what a folder holds.
 * @param existing what stands in the folder at these paths or above them, by its own spelling: the text of a file, or undefined for
 * anything else that is no plain folder above a rendered file (a folder in a file's place, a link, something unreadable)
 * @returns what writing would add, leave and collide with
 */
export function planChanges(files: Files, existing: ReadonlyMap<string, string | undefined>): ChangePlan {
  const wanted = wantedPaths(files);
  const conflicts = [...existing].filter(([path, text]) => clashes(path, text, files, wanted)).map(([path]) => path);
  const paths = [...files.keys()];
  return {
    added: paths.filter((path) => !existing.has(path)),
    same: paths.filter((path) => existing.has(path) && agrees(path, existing.get(path), files)),
    conflicts: conflicts.sort((left, right) => (left < right ? -1 : 1)),
  };
}
