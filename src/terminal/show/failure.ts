import { Interruption, ProblemError, type ExitCode, type Problem } from '../../problem.ts';
import { problemText } from './problems.ts';

/** Why a run ended early. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];
}

function defectOf(error: unknown): Problem {
  return {
    what: 'Something went wrong in create-drf-docker itself',
    why: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    next: 'Please report it with the command that you ran, and with what the same command prints with --debug.',
  };
}

/** Turns whatever was thrown into an exit code and words; gives the failure; any other error is reported as a defect, with exit code 1. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError) return { exitCode: error.exitCode, problems: error.problems };
  if (error instanceof Interruption)
    return { exitCode: error.exitCode, problems: [{ what: error.message.replace(/\.$/, '') }] };
  return { exitCode: 1, problems: [defectOf(error)] };
}

/**
 * A failure as a person reads it.
 * @param failure why the run ended
 * @returns a paragraph for each problem; an ending from outside is no error, but one plain sentence
 */
export function failureText({ exitCode, problems }: Failure, columns: number): string {
  if (exitCode > 2) return problems.map((problem) => `${problem.what}.`).join('\n');
  return problems.map((problem) => problemText(problem, columns)).join('\n\n');
}
