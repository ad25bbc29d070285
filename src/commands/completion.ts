import { valueProblems } from '../answers/complete.ts';
import { CONTROLS } from '../options/cli-flags.ts';
import { ProblemError } from '../problem.ts';
import { completionScript, isCompletedShell } from '../terminal/show/completion.ts';
import type { Terminal } from '../terminal/start/terminal.ts';

/**
 * `--completion SHELL`: a script that the shell reads, so that its tab key knows all flags and choices.
 * @param shell the name of the shell, as it was given
 * @throws ProblemError where there is no script for that shell
 */
export function completion(terminal: Terminal, shell: string): number {
  if (!isCompletedShell(shell))
    throw new ProblemError(
      CONTROLS.filter((option) => option.key === 'completion').flatMap((option) => valueProblems(option, shell)),
      2,
    );
  terminal.world.stdout.write(completionScript(shell));
  return 0;
}
