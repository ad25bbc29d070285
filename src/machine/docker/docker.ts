import { ProblemError, type Problem } from '../../problem.ts';
import { counted } from '../../text/counted.ts';
import { runChild, type ChildEnd } from '../process/child.ts';
import { composeVersion, isTooOld, OLDEST_COMPOSE, versionText } from './compose-version.ts';
import { dockerAdvice } from './advice.ts';

/** How long a question to Docker may take, in milliseconds; it answers in well under one second, just after its start in a few. */
const LIMIT = 10_000;

/** What to ask of Docker for a project. */
export interface ComposeOptions {
  readonly directory: string;
  /** Ends Docker and all that it started. */
  readonly signal: AbortSignal;
  /** Whether all that Docker prints goes to standard error, for standard output holds a JSON document. */
  readonly toStderr: boolean;
  /** How long Docker may take to end after the first signal, in milliseconds; 10 seconds unless given. */
  readonly grace?: number;
}

/** The first line that says something. */
function firstLine(end: ChildEnd): string {
  return (
    [...end.stderr.split('\n'), ...end.stdout.split('\n')].map((line) => line.trim()).find((line) => line !== '') ??
    'It said nothing.'
  );
}

/** What is wrong with the client and the engine; the client asks the engine for its version. */
function engineProblem(end: ChildEnd, limit: number, platform: string): Problem | undefined {
  if (end.exitCode === 0) return undefined;
  if (end.missing)
    return dockerAdvice(
      'no docker',
      { what: 'Docker is not installed, or its command docker is not on the PATH' },
      platform,
    );
  if (end.timedOut)
    return dockerAdvice(
      'no answer',
      { what: `Docker did not answer within ${counted(limit / 1000, 'second')}` },
      platform,
    );
  const why = `Docker says: ${firstLine(end)}`;
  if (/permission denied|access is denied/i.test(end.stderr))
    return dockerAdvice('not allowed', { what: 'You may not use Docker', why }, platform);
  return dockerAdvice('not running', { what: 'Docker is not running', why }, platform);
}

/** What is wrong with the Compose plugin; where it is missing, `standalone` says whether the command of Compose 1 is there. */
function composeProblem(
  end: ChildEnd,
  standalone: ChildEnd | undefined,
  limit: number,
  platform: string,
): Problem | undefined {
  if (end.timedOut)
    return dockerAdvice(
      'no answer',
      { what: `Docker Compose did not answer within ${counted(limit / 1000, 'second')}` },
      platform,
    );
  const version = end.exitCode === 0 ? composeVersion(end.stdout) : undefined;
  const needed = `Version ${versionText(OLDEST_COMPOSE)} or newer is needed.`;
  if (version !== undefined && isTooOld(version))
    return dockerAdvice('old compose', { what: `Docker Compose ${end.stdout} is too old`, why: needed }, platform);
  if (end.exitCode === 0) return undefined;
  const old = standalone?.exitCode === 0 ? composeVersion(standalone.stdout) : undefined;
  const why =
    old === undefined
      ? needed
      : `There is only the command docker-compose ${versionText(old)}, which works by itself. ${needed}`;
  return dockerAdvice('no compose', { what: 'The command docker compose is missing', why }, platform);
}

/**
 * Says what keeps Docker from building and starting a project: its command missing, its engine stopped, refusing or hanging, or Compose
 * missing, at version 1 or too old.
 * @param options.platform the system, as Node names it (linux, darwin, win32)
 * @param options.limit how long each question may take in milliseconds; 10 seconds unless given
 * @param options.signal ends the questions
 * @returns the first problem with what to do on this system, or nothing
 * @throws the reason of the signal
 */
export async function dockerProblem(options: {
  readonly platform: string;
  readonly signal?: AbortSignal;
  readonly limit?: number;
}): Promise<Problem | undefined> {
  const { platform, signal, limit = LIMIT } = options;
  const ask = (command: string, ...args: string[]): Promise<ChildEnd> => runChild(command, args, { signal, limit });
  const [engine, compose] = await Promise.all([
    ask('docker', 'version', '--format', '{{.Server.Version}}'),
    ask('docker', 'compose', 'version', '--short'),
  ]);
  const problem = engineProblem(engine, limit, platform);
  if (problem !== undefined) return problem;
  const standalone = compose.exitCode === 0 || compose.timedOut ? undefined : await ask('docker-compose', '--version');
  return composeProblem(compose, standalone, limit, platform);
}

/** Prints the last lines of the containers that failed, which `up --wait` names without their words. */
async function showFailed({ directory, signal, toStderr }: ComposeOptions): Promise<void> {
  const format = String.raw`{{.Service}}\t{{.ExitCode}}\t{{.Health}}`;
  const { stdout } = await runChild('docker', ['compose', 'ps', '--all', '--format', format], {
    directory,
    signal,
    limit: LIMIT,
  });
  const rows = stdout.split('\n').map((line) => line.split('\t'));
  const failed = rows.flatMap(([service, code = '0', health]) =>
    service && (code !== '0' || health === 'unhealthy') ? [service] : [],
  );
  if (failed.length === 0) return;
  const output = toStderr ? 'standard error' : 'inherited';
  await runChild('docker', ['compose', 'logs', '--no-log-prefix', '--tail', '20', ...failed], {
    directory,
    signal,
    output,
    limit: LIMIT,
  });
}

async function compose(args: readonly string[], { directory, signal, toStderr, grace }: ComposeOptions): Promise<void> {
  const output = toStderr ? 'standard error' : 'inherited';
  const end = await runChild('docker', ['compose', ...args], {
    directory,
    signal,
    output,
    ...(grace === undefined ? {} : { grace }),
  });
  if (end.exitCode === 0) return;
  if (args.includes('up') && !end.missing) await showFailed({ directory, signal, toStderr });
  const command = `docker compose ${args.join(' ')}`;
  const ended =
    end.exitCode === undefined
      ? 'It was ended from outside.'
      : `It ended with exit code ${end.exitCode}; the lines above say why.`;
  throw new ProblemError([
    {
      what: end.missing ? 'Docker is not installed, or its command docker is not on the PATH' : `${command} failed`,
      ...(end.missing ? {} : { why: ended }),
      next: `The project is whole. Fix the error, then run this in ${directory}: ${command}`,
    },
  ]);
}

/**
 * Builds the images of a project: `docker compose build`. What Docker prints goes to the terminal as it comes.
 * @throws ProblemError where the build failed; the reason of the signal, once Docker and all that it started have ended
 */
export async function composeBuild(options: ComposeOptions): Promise<void> {
  await compose(['build'], options);
}

/**
 * Builds a project, starts it, and waits until all of it is healthy: `docker compose up --build --wait`.
 * @throws ProblemError where something did not build or did not become healthy; the reason of the signal, once Docker and all that it
 * started have ended. Containers that run by then go on running
 */
export async function composeUp(options: ComposeOptions): Promise<void> {
  await compose(['up', '--build', '--wait'], options);
}

/**
 * Where the website of a started project is.
 * @param directory the project's folder
 * @returns the address for a browser on this machine, such as `http://127.0.0.1:8000/`
 * @throws ProblemError where the web service is not running
 */
export async function webAddress(directory: string): Promise<string> {
  const end = await runChild('docker', ['compose', 'port', 'web', '8000'], { directory, limit: LIMIT });
  const published = /^(?<host>.+):(?<port>\d+)$/m.exec(end.stdout)?.groups;
  if (end.exitCode !== 0 || published === undefined) {
    throw new ProblemError([
      {
        what: 'The address of the website is not known',
        why: `Docker says: ${firstLine(end)}`,
        next: `Run this in ${directory}: docker compose ps`,
      },
    ]);
  }
  // A service published on every address of the machine is reached on the machine's own.
  const host = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' }[published['host'] ?? ''] ?? published['host'] ?? '';
  return `http://${host}:${published['port'] ?? ''}/`;
}
