import { VERSION } from '../embedded/version.ts';
import type { Terminal } from '../terminal/start/terminal.ts';

/** `--version`: the version and nothing else; with `--json` for programs. */
export function version(terminal: Terminal, json: boolean): number {
  if (json) terminal.answer({ ok: true, exitCode: 0, version: VERSION });
  else terminal.say(VERSION);
  return 0;
}
