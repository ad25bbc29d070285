import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { ProblemError } from '../../problem.ts';

/** What stands where the project goes: nothing, or a folder by its path without links. */
export type Standing =
  { readonly kind: 'nothing' } | { readonly kind: 'folder'; readonly path: string; readonly empty: boolean };

/**
 * Looks at the target itself.
 * @param target its absolute path; a link to a folder counts as that folder
 * @returns what stands there
 * @throws ProblemError where a file or a link to nowhere stands there; what the system threw where it cannot be looked at
 */
export function standingAt(target: string): Standing {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found === undefined) return { kind: 'nothing' };
  const behind = found.isSymbolicLink() ? statSync(target, { throwIfNoEntry: false }) : found;
  if (behind === undefined) {
    throw new ProblemError([
      {
        what: `${target} is a link to nowhere`,
        why: 'Nothing was written.',
        next: 'Remove the link or choose another directory.',
      },
    ]);
  }
  if (!behind.isDirectory()) {
    throw new ProblemError([
      { what: `${target} is a file, not a folder`, why: 'Nothing was written.', next: 'Choose another directory.' },
    ]);
  }
  const path = realpathSync(target);
  return { kind: 'folder', path, empty: readdirSync(path).length === 0 };
}
