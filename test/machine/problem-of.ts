import { ProblemError, type Problem } from '../../src/problem.ts';

/** How something ended that must end with a ProblemError: its exit code and its problems. */
export async function problemOf(
  doing: Promise<unknown>,
): Promise<{ readonly exitCode: number; readonly problems: readonly Problem[] }> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof ProblemError) return { exitCode: error.exitCode, problems: error.problems };
    throw error;
  }
  throw new Error('It did not fail');
}
