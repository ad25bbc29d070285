import { CONTROLS } from '../options/cli-flags.ts';
import { HELP_TOPICS } from '../options/groups.ts';
import { OPTIONS } from '../options/table.ts';
import { answersSchema } from '../options/json-schema.ts';
import { ProblemError } from '../problem.ts';
import { helpText, topicText, usageLine } from '../terminal/show/help.ts';
import type { Terminal } from '../terminal/start/terminal.ts';
import { choose } from '../text/choose.ts';

/**
 * `--help`: how to use the tool; with `--json` the schema of all options, for programs.
 * @param terminal where it is shown
 * @param topic which options to show, or the empty text for the common ones
 * @param json whether a program asks
 * @returns the exit code
 * @throws ProblemError where there is no such topic
 */
export function help(terminal: Terminal, topic: string, json: boolean): number {
  const { columns, runner } = terminal;
  const text = topic === '' ? helpText(columns, runner) : topicText(topic, columns);
  if (text === undefined) {
    const what = `Unknown help topic ${JSON.stringify(topic)}`;
    throw new ProblemError([{ what, next: choose(topic, HELP_TOPICS) }], 2);
  }
  if (json)
    terminal.answer({
      ok: true,
      exitCode: 0,
      usage: usageLine(runner),
      schema: answersSchema([...OPTIONS, ...CONTROLS]),
    });
  else terminal.say(text);
  return 0;
}
