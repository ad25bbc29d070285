import type { Answers } from '../../options/table.ts';
import { nextText } from '../../terminal/show/final-words.ts';
import { problemText } from '../../terminal/show/problems.ts';
import { equivalentCommand } from '../../terminal/show/summary.ts';
import type { Terminal } from '../../terminal/start/terminal.ts';
import type { Started } from './first-start.ts';

/** A project that was created. */
export interface Created extends Started {
  readonly answers: Answers;
  /** Its absolute path. */
  readonly directory: string;
  /** What the tool made of resources otherwise than they say. */
  readonly notes: readonly string[];
  /** The files that were added, and those that were there with the same text. */
  readonly added: readonly string[];
  readonly same: readonly string[];
}

/** Says what failed and what to do next; gives the exit code: 1 where git or Docker failed. */
export function report(created: Created, terminal: Terminal, json: boolean): number {
  const { answers, directory, notes, added, same, git, url, problems } = created;
  for (const problem of problems) terminal.complain(`\n${problemText(problem, terminal.columns)}`);
  terminal.say(`\n${nextText(answers.directory, url, terminal, answers.up && url === undefined)}`);
  const exitCode = problems.length === 0 ? 0 : 1;
  if (json) {
    const command = equivalentCommand(answers, terminal);
    terminal.answer({
      ok: exitCode === 0,
      exitCode,
      problems,
      directory,
      command,
      notes,
      answers,
      added,
      same,
      git,
      url,
    });
  }
  return exitCode;
}
