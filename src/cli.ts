import process from 'node:process';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import { argvOptions, readArgv, withoutSeparator, type ArgvToken, type ArgvValues } from './answers/argv.ts';
import type { CommandName } from './options/commands.ts';
import { ProblemError } from './problem.ts';
import { CTRL_C, HANGUP, hangUp, interruptionSignal } from './terminal/start/signals.ts';
import { terminalOn, type Terminal, type World } from './terminal/start/terminal.ts';

/** What runs each command; its code is loaded only then. */
const RUNS: Readonly<
  Record<CommandName, (argv: ArgvValues, terminal: Terminal, signal: AbortSignal) => Promise<number>>
> = {
  create: async (...run) => (await import('./commands/create.ts')).create(...run),
};

/** Runs the command that the arguments ask for; the code of each is loaded only then. */
async function run(terminal: Terminal, tokens: readonly ArgvToken[]): Promise<number> {
  const argv = readArgv(tokens, terminal.runner.separates);
  const { controls } = argv;
  if (controls.help) return (await import('./commands/help.ts')).help(terminal, argv.topic, controls.json);
  if (controls.version) return (await import('./commands/version.ts')).version(terminal, controls.json);
  if (controls.completion !== '')
    return (await import('./commands/completion.ts')).completion(terminal, controls.completion);
  if (process.env['npm_command'] !== undefined) {
    const [{ lostFlagsProblem }, { npmSettings }] = await Promise.all([
      import('./terminal/start/lost-flags.ts'),
      import('./machine/process/npm-settings.ts'),
    ]);
    const lost = lostFlagsProblem(terminal, tokens, () => npmSettings(process.env));
    if (lost !== undefined) throw new ProblemError([lost], 2);
  }
  return RUNS[argv.command](argv, terminal, interruptionSignal(process));
}

/** Tells what went wrong: people on stderr, programs on stdout. */
async function tell(error: unknown, terminal: Terminal, json: boolean, debug: boolean): Promise<number> {
  const { failureOf, failureText } = await import('./terminal/show/failure.ts');
  const failure = failureOf(error);
  terminal.complain(failureText(failure, terminal.columns));
  if (debug && error instanceof Error) terminal.complain(`\n${error.stack ?? error.message}`);
  if (json) terminal.answer({ ok: false, ...failure });
  return failure.exitCode;
}

/** Who reads our output may stop reading (`| head -1`), and a terminal may be closed: that is no error, and what was asked for is done all the same. */
function closable(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount('error') > 0) return stream;
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

/** The current directory, which may have been removed. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new ProblemError([
      {
        what: 'The current directory no longer exists',
        next: 'Change to another directory, then run the command again.',
      },
    ]);
  }
}

const world: World = {
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return closable(process.stdout);
  },
  get stderr() {
    return closable(process.stderr);
  },
  get screen() {
    return closable(process.stdout);
  },
  hasKeyboard: () => isatty(0),
  environment: process.env,
  platform: process.platform,
  cwd: currentDirectory,
};

function start(args: readonly string[]): void {
  const { tokens } = parseArgs({
    args: [...args],
    options: argvOptions(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const has = (name: string): boolean => tokens.some((token) => token.kind === 'option' && token.name === name);
  const terminal = terminalOn(world, has('json'));
  // Whatever forgets to settle, a run that made nothing does not end with 0.
  process.exitCode = 1;
  void run(terminal, tokens)
    .catch((error: unknown) => tell(error, terminal, has('json'), has('debug')))
    .then((exitCode) => {
      process.exitCode = exitCode;
      if (exitCode === HANGUP) hangUp(process);
      // A line that the console still waits for would keep the process on Windows until Enter is pressed.
      else if (exitCode === CTRL_C && process.platform === 'win32') process.exit();
    });
}

// Those who are used to npm type the -- for other package managers too, which pass it on.
start(withoutSeparator(process.argv.slice(2)));
