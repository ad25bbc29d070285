import { completeAnswers, jointProblems } from '../../answers/complete.ts';
import { missingOptions, missingProblem, type Values } from '../../answers/sources.ts';
import { resolveTarget } from '../../machine/target/target.ts';
import { directoryProblem } from '../../machine/write/directory-problem.ts';
import type { Answers } from '../../options/table.ts';
import { ProblemError } from '../../problem.ts';
import { valueOf } from '../../result.ts';
import { equivalentCommand, summaryLines } from '../../terminal/show/summary.ts';
import type { Terminal } from '../../terminal/start/terminal.ts';
import { usageOf } from '../../terminal/start/usage.ts';
import type { DockerCheck } from './docker-check.ts';
import { targetOf } from './target-of.ts';

/** Says that npm may have taken `--yes` for itself, where it looks so. */
async function tellLostYes(directory: string | undefined, terminal: Terminal): Promise<void> {
  const { lostYesHint } = await import('../../terminal/start/lost-flags.ts');
  const { npmSettings } = await import('../../machine/process/npm-settings.ts');
  const hint = lostYesHint(terminal, directory, () => npmSettings(terminal.world.environment));
  if (hint !== undefined) terminal.say(hint);
}

/**
 * Asks at the terminal for what is not given.
 * @param given the answers that were given
 * @param terminal where to ask
 * @param docker whether to offer to start the project
 * @param signal ends the run
 * @returns all answers
 * @throws ProblemError where the directory that was given cannot be used; Interruption where the run was interrupted
 */
export async function askedAnswers(
  given: Values,
  terminal: Terminal,
  docker: DockerCheck,
  signal: AbortSignal,
): Promise<Answers> {
  const cwd = terminal.world.cwd();
  const directory = typeof given['directory'] === 'string' ? given['directory'] : undefined;
  await tellLostYes(directory, terminal);
  if (directory !== undefined) targetOf(directory, terminal);
  const { converse, prompterFor } = await import('../../terminal/ask/conversation.ts');
  const values = await converse({
    prompter: await prompterFor(terminal, signal),
    given,
    // The name of a directory such as `.` is known to the disk alone.
    fallback: (option, before) =>
      option.key === 'name' ? resolveTarget(cwd, String(before['directory'])).name : option.fallback(before),
    refuse: (option, answer, others) =>
      option.key === 'directory'
        ? directoryProblem(terminal.world, String(answer), given)
        : jointProblems({ ...given, ...others, [option.key]: answer })[0],
    unaskable: (option) => (option.key === 'up' ? docker.problem() : undefined),
    summary: (all) => {
      const answers = valueOf(completeAnswers(all));
      return { lines: summaryLines(answers), command: equivalentCommand(answers, terminal) };
    },
  });
  return valueOf(completeAnswers(values));
}

/**
 * Completes the answers by their defaults, without a question.
 * @param given the answers that were given
 * @param terminal where the tool was started
 * @param yes whether the defaults were asked for
 * @returns all answers
 * @throws ProblemError where answers are missing and the defaults were not asked for
 */
export function unaskedAnswers(given: Values, terminal: Terminal, yes: boolean): Answers {
  const missing = yes ? [] : missingOptions(given);
  if (missing.length > 0) throw new ProblemError([missingProblem(missing, usageOf, terminal.runner.separates)], 2);
  return valueOf(completeAnswers(given));
}
