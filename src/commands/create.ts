import { readAnswersFile } from '../answers/answers-file.ts';
import type { ArgvValues } from '../answers/argv.ts';
import { completeAnswers, jointProblems } from '../answers/complete.ts';
import { givenValues, missingOptions, missingProblem, type Values } from '../answers/sources.ts';
import type { Controls } from '../options/cli-flags.ts';
import type { Answers } from '../options/table.ts';
import { type Outcome, valueOf } from '../result.ts';
import type { GitOutcome } from '../machine/git/git.ts';
import { directoryProblem } from '../machine/write/directory-problem.ts';
import { inspectTarget, writeProject } from '../machine/write/project-folder.ts';
import { containersGroup, newSecrets } from '../machine/write/secrets.ts';
import { mountProblem, pathProblem, resolveTarget } from '../machine/target/target.ts';
import { Interruption, ProblemError, type Problem } from '../problem.ts';
import { render } from '../render/render.ts';
import { VERSION } from '../embedded/version.ts';
import { gitText, nextText, spanText, writtenText } from '../terminal/show/final-words.ts';
import { problemText } from '../terminal/show/problems.ts';
import { equivalentCommand, summaryLines } from '../terminal/show/summary.ts';
import type { Terminal } from '../terminal/start/terminal.ts';
import { usageOf } from '../terminal/start/usage.ts';
import { wrap } from '../terminal/show/wrap.ts';

interface Run {
  readonly terminal: Terminal;
  readonly controls: Controls;
  /** Ends the run; its reason is an `Interruption`. */
  readonly signal: AbortSignal;
  /** Why Docker cannot be used, if it cannot: one check, which the first call starts. */
  readonly docker: () => Promise<Problem | undefined>;
  /** What the tool makes of resources otherwise than they say. */
  readonly notes: readonly string[];
}

interface Afterwards {
  readonly git: GitOutcome | undefined;
  /** Where it answers, if it runs. */
  readonly url: string | undefined;
  readonly problems: readonly Problem[];
}

/** An answers file of more bytes was not written by this tool. */
const LONGEST_FILE = 1_000_000;

async function fileValues(path: string): Promise<Outcome<Values>> {
  if (path === '') return { value: {} };
  try {
    const { readText } = await import('../machine/write/answers-file.ts');
    return readAnswersFile(await readText(path, LONGEST_FILE), path, VERSION);
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}

/** Asks at the terminal for what is not given. The name of a directory such as `.` is known to the disk alone. */
async function askedAnswers(given: Values, { terminal, signal, docker }: Run): Promise<Answers> {
  const cwd = terminal.world.cwd();
  const { converse, prompterFor } = await import('../terminal/ask/conversation.ts');
  const { lostYesHint } = await import('../terminal/start/lost-flags.ts');
  const directory = given['directory'];
  const { npmSettings } = await import('../machine/process/npm-settings.ts');
  const hint = lostYesHint(terminal, typeof directory === 'string' ? directory : undefined, () =>
    npmSettings(terminal.world.environment),
  );
  if (hint !== undefined) terminal.say(hint);
  if (typeof directory === 'string') targetOf(directory, terminal);
  const values = await converse({
    prompter: await prompterFor(terminal, signal),
    given,
    fallback: (option, before) =>
      option.key === 'name' ? resolveTarget(cwd, String(before['directory'])).name : option.fallback(before),
    refuse: (option, answer, others) =>
      option.key === 'directory'
        ? directoryProblem(terminal.world, String(answer), given)
        : jointProblems({ ...given, ...others, [option.key]: answer })[0],
    unaskable: (option) => (option.key === 'up' ? docker() : undefined),
    summary: (all) => {
      const answers = valueOf(completeAnswers(all));
      return { lines: summaryLines(answers), command: equivalentCommand(answers, terminal) };
    },
  });
  return valueOf(completeAnswers(values));
}

function unaskedAnswers(given: Values, { controls, terminal }: Run): Answers {
  const missing = controls.yes ? [] : missingOptions(given);
  if (missing.length > 0) throw new ProblemError([missingProblem(missing, usageOf, terminal.runner.separates)], 2);
  return valueOf(completeAnswers(given));
}

/**
 * Where the project goes.
 * @throws ProblemError where Docker could not mount it
 */
function targetOf(directory: string, { world }: Terminal): string {
  const { path } = resolveTarget(world.cwd(), directory);
  const problem = mountProblem(path, world.platform);
  if (problem !== undefined) throw new ProblemError([problem], 2);
  return path;
}

async function dryRun(answers: Answers, { terminal, controls, notes }: Run): Promise<number> {
  const { plannedFiles, plannedText } = await import('../terminal/show/planned.ts');
  const path = targetOf(answers.directory, terminal);
  const files = render(answers);
  const plan = await inspectTarget(path, files);
  const planned = plannedFiles(files, plan);
  const exitCode = plan.conflicts.length === 0 ? 0 : 1;
  const command = equivalentCommand(answers, terminal);
  if (controls.json)
    terminal.answer({
      ok: exitCode === 0,
      exitCode,
      dryRun: true,
      directory: path,
      command,
      notes,
      conflicts: plan.conflicts,
      files: planned,
    });
  else terminal.say(plannedText(answers.directory, planned, plan.conflicts, terminal.unicode));
  return exitCode;
}

/** Runs Docker as far as the answers ask for it, and says how long it took; its own output streams by. */
async function startProject(
  answers: Answers,
  directory: string,
  { terminal, controls, signal, docker }: Run,
): Promise<string | undefined> {
  if (!answers.build && !answers.up) return undefined;
  const { envFileProblem } = await import('../machine/write/env-file.ts');
  const unusable = (await docker()) ?? (await envFileProblem(directory));
  if (unusable !== undefined) throw new ProblemError([unusable]);
  const { composeBuild, composeUp, webAddress } = await import('../machine/docker/docker.ts');
  const since = performance.now();
  const call = { directory, signal, toStderr: controls.json };
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

async function commit(directory: string, paths: readonly string[], { terminal, signal }: Run): Promise<GitOutcome> {
  const { firstCommit } = await import('../machine/git/git.ts');
  const outcome = await firstCommit({ directory, paths, version: VERSION, signal });
  signal.throwIfAborted();
  const words = gitText(outcome);
  if (words !== undefined) terminal.say(wrap(words, terminal.columns));
  return outcome;
}

/** What happens around the files once they are written. A failure is told and leaves the project; only an ending from outside is thrown. */
async function afterwards(
  answers: Answers,
  directory: string,
  added: readonly string[],
  run: Run,
): Promise<Afterwards> {
  const { signal } = run;
  try {
    const git = answers.git ? await commit(directory, added, run) : undefined;
    const failed = git?.kind === 'failed' ? [git.problem] : [];
    try {
      return { git, url: await startProject(answers, directory, run), problems: failed };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { git, url: undefined, problems: [...failed, ...error.problems] };
    }
  } catch (error) {
    if (!(signal.reason instanceof Interruption)) throw error;
    throw new Interruption(
      signal.reason.exitCode,
      `Interrupted. The project is whole, in ${answers.directory}; go on there with docker compose up.`,
    );
  }
}

/** Makes the project; from the moment it is written, it stays. */
async function make(answers: Answers, run: Run): Promise<number> {
  const { terminal, controls, signal, notes } = run;
  const path = targetOf(answers.directory, terminal);
  const { added, same } = await writeProject({
    target: path,
    files: render(answers, newSecrets()),
    signal,
    group: containersGroup(),
  });
  terminal.say(writtenText(answers.directory, added.length, same.length));
  const { git, url, problems } = await afterwards(answers, path, added, run);
  for (const problem of problems) terminal.complain(`\n${problemText(problem, terminal.columns)}`);
  terminal.say(`\n${nextText(answers.directory, url, terminal, answers.up && url === undefined)}`);
  const exitCode = problems.length === 0 ? 0 : 1;
  if (controls.json) {
    const command = equivalentCommand(answers, terminal);
    terminal.answer({
      ok: exitCode === 0,
      exitCode,
      problems,
      directory: path,
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

/**
 * Creates a project: asks what is not given, then writes all or nothing, then calls git and Docker as far as that is wanted.
 * @param argv what the command line says
 * @param terminal where to ask and to write
 * @param signal ends the run; its reason is an `Interruption`
 * @returns the exit code: 1 where the project stands but git or Docker failed
 * @throws ProblemError where no project was made; Interruption where the run was interrupted
 */
export async function create(argv: ArgvValues, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { controls } = argv;
  const nothingElse = controls.dryRun ? { git: false, build: false, up: false } : {};
  const said = { ...argv, given: { ...argv.given, ...nothingElse } };
  const file = await fileValues(controls.answers);
  const { world } = terminal;
  const nameOf = (directory: string): string => resolveTarget(world.cwd(), directory).name;
  const given = valueOf(givenValues(said, file, nameOf, (directory) => pathProblem(directory, world.platform)));
  const notes = 'resources' in given ? (await import('../resource/notes.ts')).resourceNotes(given['resources']) : [];
  for (const note of notes) terminal.say(wrap(note, terminal.columns));
  let ended: AbortController | undefined;
  let check: Promise<Problem | undefined> | undefined;
  const docker = (): Promise<Problem | undefined> => {
    ended ??= new AbortController();
    const either = AbortSignal.any([signal, ended.signal]);
    check ??= import('../machine/docker/docker.ts').then(({ dockerProblem }) =>
      dockerProblem({ platform: world.platform, signal: either }),
    );
    // It may fail long before it is awaited.
    check.catch(() => undefined);
    return check;
  };
  const run: Run = { terminal, controls, signal, docker, notes };
  const asks = !controls.yes && terminal.interactive;
  if (given['build'] === true || (asks ? given['up'] !== false : given['up'] === true)) void docker();
  try {
    const answers = asks ? await askedAnswers(given, run) : unaskedAnswers(given, run);
    return await (controls.dryRun ? dryRun(answers, run) : make(answers, run));
  } finally {
    // A check that is no longer awaited must not keep the process alive.
    ended?.abort();
  }
}
