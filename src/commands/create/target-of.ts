import { mountProblem, resolveTarget } from '../../machine/target/target.ts';
import { ProblemError } from '../../problem.ts';
import type { Terminal } from '../../terminal/start/terminal.ts';

/**
 * Where the project goes.
 * @param directory as the user wrote it
 * @returns the absolute path
 * @throws ProblemError where Docker could not mount it
 */
export function targetOf(directory: string, { world }: Terminal): string {
  const { path } = resolveTarget(world.cwd(), directory);
  const problem = mountProblem(path, world.platform);
  if (problem !== undefined) throw new ProblemError([problem], 2);
  return path;
}
