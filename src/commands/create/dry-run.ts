import { inspectTarget } from '../../machine/write/project-folder.ts';
import type { Answers } from '../../options/table.ts';
import { render } from '../../render/render.ts';
import { equivalentCommand } from '../../terminal/show/summary.ts';
import { plannedFiles, plannedText } from '../../terminal/show/planned.ts';
import type { Terminal } from '../../terminal/start/terminal.ts';

/**
 * Shows what would be written.
 * @param answers all answers
 * @param directory the absolute path of the project
 * @param terminal where to show it
 * @param json whether a program reads it
 * @param notes what the tool makes of resources otherwise than they say
 * @returns the exit code: 1 where existing files are in conflict
 */
export async function dryRun(
  answers: Answers,
  directory: string,
  terminal: Terminal,
  json: boolean,
  notes: readonly string[],
): Promise<number> {
  const files = render(answers);
  const { conflicts, ...plan } = await inspectTarget(directory, files);
  const planned = plannedFiles(files, { conflicts, ...plan });
  const exitCode = conflicts.length === 0 ? 0 : 1;
  const command = equivalentCommand(answers, terminal);
  if (json)
    terminal.answer({
      ok: exitCode === 0,
      exitCode,
      dryRun: true,
      directory,
      command,
      notes,
      conflicts,
      files: planned,
    });
  else terminal.say(plannedText(answers.directory, planned, conflicts, terminal.unicode));
  return exitCode;
}
