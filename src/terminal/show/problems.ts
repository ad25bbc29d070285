import { bold, red } from 'kolorist';
import type { Problem } from '../../problem.ts';
import { wrap } from './wrap.ts';

/** How far the lines under the first stand in. */
const INDENT = '  ';

/** A problem as a person reads it, in indented paragraphs: what happened, why, and what to do. */
export function problemText(problem: Problem, columns: number): string {
  const more = [problem.why, problem.next].filter((part) => part !== undefined);
  return [
    wrap(`${bold(red('Error:'))} ${problem.what}.`, columns, INDENT),
    ...more.map((part) => INDENT + wrap(part, columns, INDENT)),
  ].join('\n');
}

/** A problem in one line, for the place under a prompt: its sentences. */
export function problemLine(problem: Problem): string {
  return [`${problem.what}.`, problem.why, problem.next].filter((part) => part !== undefined).join(' ');
}
