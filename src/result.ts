import { ProblemError, type Problem } from './problem.ts';

/** What was asked for, or all that is wrong with it. */
export type Outcome<Value> = { readonly value: Value } | { readonly problems: readonly Problem[] };

/**
 * What was asked for.
 * @throws ProblemError with exit code 2 where something is wrong with it
 */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if ('problems' in outcome) throw new ProblemError(outcome.problems, 2);
  return outcome.value;
}
