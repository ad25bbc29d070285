import { VERSION } from '../../embedded/version.ts';
import type { GitOutcome } from '../../machine/git/git.ts';
import type { Answers } from '../../options/table.ts';
import { Interruption, ProblemError, type Problem } from '../../problem.ts';
import { gitText, spanText } from '../../terminal/show/final-words.ts';
import { wrap } from '../../terminal/show/wrap.ts';
import type { Terminal } from '../../terminal/start/terminal.ts';
import type { DockerCheck } from './docker-check.ts';

/** What a project is started with. */
export interface FirstStart {
  readonly answers: Answers;
  /** The absolute path of the project. */
  readonly directory: string;
  /** The files that were added, which the first commit holds. */
  readonly added: readonly string[];
  readonly terminal: Terminal;
  readonly docker: DockerCheck;
  /** Whether Docker's output goes to stderr, for a program reads stdout. */
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** What became of it. */
export interface Started {
  readonly git: GitOutcome | undefined;
  /** The address of the website, if it is running. */
  readonly url: string | undefined;
  readonly problems: readonly Problem[];
}

async function commit({ directory, added, terminal, signal }: FirstStart): Promise<GitOutcome> {
  const { firstCommit } = await import('../../machine/git/git.ts');
  const outcome = await firstCommit({ directory, paths: added, version: VERSION, signal });
  signal.throwIfAborted();
  const words = gitText(outcome);
  if (words !== undefined) terminal.say(wrap(words, terminal.columns));
  return outcome;
}

/** Runs Docker as far as the answers ask for it, and says how long it took; its own output streams by. */
async function runDocker({
  answers,
  directory,
  terminal,
  docker,
  json,
  signal,
}: FirstStart): Promise<string | undefined> {
  if (!answers.build && !answers.up) return undefined;
  const { envFileProblem } = await import('../../machine/write/env-file.ts');
  const unusable = (await docker.problem()) ?? (await envFileProblem(directory));
  if (unusable !== undefined) throw new ProblemError([unusable]);
  const { composeBuild, composeUp, webAddress } = await import('../../machine/docker/docker.ts');
  const since = performance.now();
  const call = { directory, signal, toStderr: json };
  terminal.say(
    `\n${answers.up ? 'Docker builds it and starts it' : 'Docker builds it'}; the first time takes a minute or two.`,
  );
  try {
    if (answers.build) await composeBuild(call);
    if (answers.up) await composeUp(call);
  } finally {
    terminal.say(`\nDocker took ${spanText(performance.now() - since)}.`);
  }
  return answers.up ? webAddress(directory) : undefined;
}

async function committedAndStarted(start: FirstStart): Promise<Started> {
  const git = start.answers.git ? await commit(start) : undefined;
  const failed = git?.kind === 'failed' ? [git.problem] : [];
  try {
    return { git, url: await runDocker(start), problems: failed };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { git, url: undefined, problems: [...failed, ...error.problems] };
  }
}

/**
 * Calls git and Docker as far as the answers ask for it, once the files are written. The project stays whatever fails.
 * @param start the project, and where to say what happens
 * @returns what became of it
 * @throws Interruption where the run was interrupted
 */
export async function startProject(start: FirstStart): Promise<Started> {
  try {
    return await committedAndStarted(start);
  } catch (error) {
    if (!(start.signal.reason instanceof Interruption)) throw error;
    throw new Interruption(
      start.signal.reason.exitCode,
      `Interrupted. The project is whole, in ${start.answers.directory}; go on there with docker compose up.`,
    );
  }
}
