import { CONTROLS } from '../options/cli-flags.ts';
import { OPTIONS } from '../options/table.ts';
import { answersSchema } from '../options/json-schema.ts';
import { helpText, usageLine } from '../terminal/show/help.ts';
import type { Terminal } from '../terminal/start/terminal.ts';

/** `--help`: how to use the tool; with `--json` the schema of all options, for programs. */
export function help(terminal: Terminal, json: boolean): number {
  const { columns, runner } = terminal;
  if (json)
    terminal.answer({
      ok: true,
      exitCode: 0,
      usage: usageLine(runner),
      schema: answersSchema([...OPTIONS, ...CONTROLS]),
    });
  else terminal.say(helpText(columns, runner));
  return 0;
}
