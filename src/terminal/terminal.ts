import type { Readable, Writable } from 'node:stream';
import { options as colours, stripColors } from 'kolorist';
import type { Shell } from '../text/shell.ts';

/** The environment's variables, as Node gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A stream that text is written to; `process.stdout` is one. */
export type Sink = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What the tool knows of the world around it, but for the disk. Tests hand in their own. Node makes each stream when it is first named. */
export interface World {
  readonly stdin: Readable;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Whether a terminal stands behind a file descriptor: 0 is stdin, 1 stdout, 2 stderr. */
  readonly isTerminal: (descriptor: number) => boolean;
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  /** The directory that relative paths start from; throws where it is gone. */
  readonly cwd: () => string;
}

/** Where to write, and what for. */
export interface Terminal {
  readonly world: World;
  /** Writes lines for people: to stdout, or to stderr where stdout carries JSON. */
  readonly say: (text: string) => void;
  /** Writes lines about trouble, to stderr. */
  readonly complain: (text: string) => void;
  /** Writes what a program reads, to stdout. */
  readonly answer: (document: object) => void;
  /** True where somebody sits there and can be asked. */
  readonly interactive: boolean;
  /** True where nothing may be drawn over: a dumb or very narrow terminal, or a screen reader (`ACCESSIBLE`). */
  readonly plain: boolean;
  /** How many characters a line has. */
  readonly columns: number;
  /** The shell that the user's next commands are for. */
  readonly shell: Shell;
}

/** How many characters a line has where nobody says. */
const COLUMNS = 80;

/** With fewer characters in a line, or none as some pseudo-terminals say, a drawing is no help. */
const NARROWEST = 30;

/** True where a variable is there and does not say no. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

/**
 * Whether a stream shows colours: in the order that Node itself keeps, which the prompts follow too: FORCE_COLOR, then
 * NO_COLOR (https://no-color.org), then whether somebody looks at it.
 */
function showsColours({ environment, isTerminal }: World, descriptor: number): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  return isTerminal(descriptor) && environment['TERM'] !== 'dumb';
}

/**
 * The shell that next commands are for. PowerShell tells itself apart from the command prompt only by the folders of its
 * user, which it puts before the system's two into the list of its modules.
 */
function shellOf({ environment, platform }: World): Shell {
  if (platform !== 'win32' || environment['MSYSTEM'] !== undefined || environment['SHELL'] !== undefined) return 'posix';
  return (environment['PSModulePath'] ?? '').split(';').length >= 3 ? 'powershell' : 'cmd';
}

/**
 * A terminal on the streams of a process. Sets whether kolorist gives colours; each stream that shows none gets none.
 * @param world the streams and what is around them
 * @param json whether stdout carries JSON, so that words go to stderr and nobody is asked
 * @returns where to write, and what for
 */
export function terminalOn(world: World, json: boolean): Terminal {
  const { environment, isTerminal } = world;
  const [toStdout, toStderr] = [showsColours(world, 1), showsColours(world, 2)];
  const columns = (json ? world.stderr : world.stdout).columns ?? 0;
  const complain = (text: string): void => {
    world.stderr.write(`${toStderr ? text : stripColors(text)}\n`);
  };
  const say = (text: string): void => {
    world.stdout.write(`${toStdout ? text : stripColors(text)}\n`);
  };
  // Level 1 are the sixteen colours that every terminal has; kolorist looked at stdout alone when it was loaded.
  Object.assign(colours, { enabled: toStdout || toStderr, supportLevel: 1 });
  return {
    world,
    say: json ? complain : say,
    complain,
    answer: (document) => {
      world.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    },
    interactive: isTerminal(0) && isTerminal(1) && !json && !isOn(environment['CI']),
    plain: environment['TERM'] === 'dumb' || isOn(environment['ACCESSIBLE']) || columns < NARROWEST,
    columns: columns > 0 ? columns : COLUMNS,
    shell: shellOf(world),
  };
}
