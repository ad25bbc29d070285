import { red } from 'kolorist';
import type { ChangePlan } from '../../changes/plan.ts';
import type { Files } from '../../project-files.ts';
import { counted } from '../../text/counted.ts';
import { sizeText, treeText } from './tree.ts';

/** One file that would be written. */
export interface PlannedFile {
  readonly path: string;
  /** Whether it is new, there already and the same, or in conflict with what is there. */
  readonly state: 'new' | 'same' | 'conflict';
  readonly bytes: number;
  readonly text: string;
}

/**
 * The files of a dry run.
 * @param files what would be rendered
 * @param plan what writing them would do
 * @returns each file with its text, as a program wants to know it
 */
export function plannedFiles(files: Files, plan: ChangePlan): PlannedFile[] {
  return [...files].map(([path, text]) => {
    const there = plan.same.includes(path) ? 'same' : 'conflict';
    return {
      path,
      state: plan.added.includes(path) ? 'new' : there,
      bytes: new TextEncoder().encode(text).length,
      text,
    };
  });
}

/**
 * A dry run as a person reads it.
 * @param directory the directory as the user gave it
 * @param conflicts what is in the way
 * @param unicode whether the tree may have signs beyond ASCII
 * @returns the tree with sizes, and their sum
 */
export function plannedText(
  directory: string,
  files: readonly PlannedFile[],
  conflicts: readonly string[],
  unicode: boolean,
): string {
  const notes = { new: '', same: ', there already', conflict: ', in the way' };
  const tree = treeText(
    `${directory.replace(/[/\\]+$/, '')}/`,
    files.map(({ path, bytes, state }) => ({ path, note: `${sizeText(bytes)}${notes[state]}` })),
    unicode,
  );
  const sum = files.reduce((total, file) => total + file.bytes, 0);
  const blocked =
    conflicts.length === 0 ? [] : [red(`It would be refused, for these are in the way: ${conflicts.join(', ')}.`)];
  return [
    tree,
    '',
    `${counted(files.length, 'file')}, ${sizeText(sum)}; and .env with secrets of its own.`,
    ...blocked,
    'Nothing was written.',
  ].join('\n');
}
