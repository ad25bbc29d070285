import { resolve } from 'node:path';
import { listOf } from '../weight.ts';
import { RenderedProject } from './rendered-project.ts';

/**
 * The lines that the owner of a project reads to follow one GET of the list of its first resource.
 * @param answers the answers that differ from the defaults
 * @returns their number in each file
 * @throws Error where the list is not answered
 */
export function linesToRead(answers: object): Readonly<Record<string, number>> {
  using project = new RenderedProject([], { ...answers });
  const lines: Readonly<Record<string, number>> = JSON.parse(
    project.python(resolve('scripts/lines-to-read.py'), listOf({ answers })),
  );
  return lines;
}

/** The sum of the lines of a project's files. */
export function total(lines: Readonly<Record<string, number>>): number {
  return Object.values(lines).reduce((sum, one) => sum + one, 0);
}
