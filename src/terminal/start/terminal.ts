import type { Readable, Writable } from 'node:stream';
import { options as colours, stripColors } from 'kolorist';
import type { Shell } from '../../text/shell.ts';
import { runnerOf, type Runner } from './runner.ts';

/** The environment's variables, as Node gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What text is written to; `process.stdout` is one. */
export interface Sink {
  readonly write: (text: string | Uint8Array) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the tool knows of the world around it, but for the disk. Tests hand in their own. Node makes each stream when it is first named. */
export interface World {
  readonly stdin: Readable;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** The stream that prompts are drawn on: stdout's. */
  readonly screen: Writable;
  /** Whether stdin is a terminal; a look at the stream would open it. */
  readonly hasKeyboard: () => boolean;
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
  /** True where the tool can prompt. */
  readonly interactive: boolean;
  /** True where nothing may be drawn over: a dumb or very narrow terminal, or a screen reader (`ACCESSIBLE`). */
  readonly plain: boolean;
  /** True where stdout is a terminal, and lines may be drawn. */
  readonly drawn: boolean;
  /** True where lines are drawn by signs beyond ASCII, as in the prompts. */
  readonly unicode: boolean;
  /** True where stdout shows colours. */
  readonly colourful: boolean;
  /** How many characters a line has. */
  readonly columns: number;
  /** The shell that the user's next commands are for. */
  readonly shell: Shell;
  /** What started the tool, and starts it again. */
  readonly runner: Runner;
}

/** How many characters a line has where the width is unknown. */
const COLUMNS = 80;

/** With fewer characters in a line, or none as some pseudo-terminals say, a drawing is no help. */
const NARROWEST = 30;

/** True where a variable is there and does not say no. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

/**
 * Whether a stream shows colours: in the order that Node itself keeps, which the prompts follow too: FORCE_COLOR, then
 * NO_COLOR (https://no-color.org), then whether it is a terminal.
 */
function showsColours(stream: Sink, environment: Environment): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}

/**
 * The shell that next commands are for. PowerShell tells itself apart from the command prompt only by the folders of its
 * user, which it puts before the system's two into the list of its modules.
 */
function shellOf({ environment, platform }: World): Shell {
  if (platform !== 'win32' || environment['MSYSTEM'] !== undefined || environment['SHELL'] !== undefined)
    return 'posix';
  return (environment['PSModulePath'] ?? '').split(';').length >= 3 ? 'powershell' : 'cmd';
}

/**
 * Whether the console has signs beyond ASCII, by the rule of the prompts (the package is-unicode-supported): neither Linux' own nor the
 * legacy one of Windows has them.
 */
function hasUnicode({ environment, platform }: World): boolean {
  const { ConEmuTask, TERM, TERMINAL_EMULATOR, TERMINUS_SUBLIME, TERM_PROGRAM, WT_SESSION } = environment;
  if (platform !== 'win32') return TERM !== 'linux';
  return (
    [WT_SESSION, TERMINUS_SUBLIME].some((mark) => (mark ?? '') !== '') ||
    ConEmuTask === '{cmd::Cmder}' ||
    TERMINAL_EMULATOR === 'JetBrains-JediTerm' ||
    ['Terminus-Sublime', 'vscode'].includes(TERM_PROGRAM ?? '') ||
    ['xterm-256color', 'alacritty'].includes(TERM ?? '')
  );
}

/**
 * A terminal on the streams of a process. What is looked up of them is looked up when it is asked for: each costs time at the start.
 * kolorist is told to give colours; each stream that shows none gets none.
 * @param world the streams and what is around them
 * @param json whether stdout carries JSON, so that text goes to stderr and the tool does not prompt
 * @returns where to write, and what for
 */
export function terminalOn(world: World, json: boolean): Terminal {
  const { environment } = world;
  // Level 1 are the sixteen colours that every terminal has.
  Object.assign(colours, { enabled: true, supportLevel: 1 });
  const complain = (text: string): void => {
    world.stderr.write(`${showsColours(world.stderr, environment) ? text : stripColors(text)}\n`);
  };
  const say = (text: string): void => {
    world.stdout.write(`${showsColours(world.stdout, environment) ? text : stripColors(text)}\n`);
  };
  const width = (): number => (json ? world.stderr : world.stdout).columns ?? 0;
  return {
    world,
    say: json ? complain : say,
    complain,
    answer: (document) => {
      world.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    },
    get interactive() {
      return !json && !isOn(environment['CI']) && world.stdout.isTTY === true && world.hasKeyboard();
    },
    get plain() {
      return environment['TERM'] === 'dumb' || isOn(environment['ACCESSIBLE']) || width() < NARROWEST;
    },
    get drawn() {
      return !json && world.stdout.isTTY === true && !this.plain;
    },
    get unicode() {
      return hasUnicode(world);
    },
    get colourful() {
      return showsColours(world.stdout, environment);
    },
    get columns() {
      return width() > 0 ? width() : COLUMNS;
    },
    get shell() {
      return shellOf(world);
    },
    get runner() {
      return runnerOf(environment);
    },
  };
}
