import { lstatSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../project-files.ts';
import { SECRET_FILE } from '../../render/secrets.ts';

/** No rendered file comes near this many bytes, so a longer one differs and need not be read. */
const LONGEST = 10_000_000;

/** The text of a file, or nothing where it is not a file or cannot be read. Secrets may be behind a link, for they are only left alone. */
function textAt(path: string, followLink: boolean): string | undefined {
  try {
    const found = followLink ? statSync(path) : lstatSync(path);
    return found.isFile() && found.size <= LONGEST ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** The parts of the rendered paths, in lower case, by the folder they stand in (the empty string for the project's own). */
function wantedParts(files: Files): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    let folder = '';
    for (const part of path.split('/')) {
      const parts = wanted.get(folder) ?? new Set();
      wanted.set(folder, parts.add(part.toLowerCase()));
      folder = folder === '' ? part : `${folder}/${part}`;
    }
  }
  return wanted;
}

/**
 * Looks at what stands in a folder where the project's files go. Folders are listed, not probed, so that a name in another case shows on
 * every system.
 * @returns by path: the text of a file, or undefined for what is no readable text; folders that the project has too are left out
 */
export function survey(root: string, files: Files): Map<string, string | undefined> {
  const wanted = wantedParts(files);
  const existing = new Map<string, string | undefined>();
  const visit = (folder: string, parts: ReadonlySet<string>): void => {
    const entries: Dirent[] = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.filter(({ name }) => parts.has(name.toLowerCase()))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const below = wanted.get(path);
      if (entry.isDirectory() && below !== undefined) visit(path, below);
      else existing.set(path, textAt(join(root, path), path === SECRET_FILE));
    }
  };
  visit('', wanted.get('') ?? new Set());
  return existing;
}
