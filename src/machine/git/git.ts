import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { removeSync } from 'fs-extra/esm';
import { ProblemError, type Problem } from '../../problem.ts';
import { SECRET_FILE } from '../../render/secrets.ts';
import { runChild, type ChildEnd } from '../process/child.ts';

/** How the first commit ended. */
export type GitOutcome =
  | { readonly kind: 'committed'; readonly commit: string }
  | { readonly kind: 'staged'; readonly next: string }
  | { readonly kind: 'inside'; readonly repository: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What to commit. */
export interface FirstCommitOptions {
  readonly directory: string;
  /** The rendered paths, with forward slashes; the file with the secrets is left out even if it is among them. */
  readonly paths: readonly string[];
  /** The version of this tool, for the trailer. */
  readonly version: string;
  /** Ends it; a repository that is half made is removed. */
  readonly signal?: AbortSignal;
}

const SUBJECT = 'Create the project with create-drf-docker';

/**
 * Settings for our commands only; the user's files are not touched. The commit must hold exactly the rendered bytes and this very
 * message, for a later update merges on it:
 * - no hook runs, wherever it comes from: one may rewrite files or messages, or refuse a message that names no ticket;
 * - no signature, which may ask for a passphrase without a terminal;
 * - no refusal for line ends, which are LF in git on every system, and no filter of the user's own attributes file;
 * - no guessed identity such as root@laptop, which useConfigOnly turns into an error;
 * - no daemon that watches the files and outlives us.
 */
const SETTINGS = [
  'init.defaultBranch=main',
  'core.hooksPath=/dev/null',
  'commit.gpgSign=false',
  'core.safecrlf=false',
  'core.attributesFile=/dev/null',
  'user.useConfigOnly=true',
  'core.fsmonitor=false',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);

/** Messages in English, for one of them is read; no variable that points git, as inside a hook, at another repository. */
const ENVIRONMENT = {
  LC_ALL: 'C',
  ...Object.fromEntries(
    [
      'GIT_DIR',
      'GIT_WORK_TREE',
      'GIT_INDEX_FILE',
      'GIT_OBJECT_DIRECTORY',
      'GIT_ALTERNATE_OBJECT_DIRECTORIES',
      'GIT_COMMON_DIR',
      'GIT_NAMESPACE',
      'GIT_PREFIX',
    ].map((name) => [name, undefined]),
  ),
};

/** Runs one git command in the project's folder. */
type Git = (args: readonly string[], input?: string) => Promise<ChildEnd>;

function gitIn({ directory, signal }: FirstCommitOptions): Git {
  return (args, input) =>
    runChild('git', [...SETTINGS, ...args], {
      directory,
      signal,
      environment: ENVIRONMENT,
      ...(input === undefined ? {} : { input }),
    });
}

/** Git's own reason: what follows its last `fatal:` or `error:`, otherwise its first line. */
function reasonOf(end: ChildEnd): string {
  const lines = end.stderr.split('\n').filter((line) => line.trim() !== '');
  const line =
    lines.findLast((one) => /^(?:fatal|error): /.test(one)) ??
    lines[0] ??
    `It ended with exit code ${String(end.exitCode)}.`;
  return line.replace(/^(?:fatal|error): /, '');
}

function failure(command: string, end: ChildEnd): ProblemError {
  const next = 'The project is whole, without a repository. Fix the error, then run git init in it.';
  return new ProblemError([{ what: `git ${command} failed`, why: `Git says: ${reasonOf(end)}`, next }]);
}

async function must(git: Git, args: readonly string[], input?: string): Promise<ChildEnd> {
  const end = await git(args, input);
  if (end.exitCode === 0) return end;
  throw failure(args[0] ?? '', end);
}

async function repositoryAround(git: Git, directory: string): Promise<string | undefined> {
  const end = await git(['rev-parse', '--show-toplevel']);
  if (end.exitCode === 0) return end.stdout;
  if (end.missing) {
    throw new ProblemError([
      {
        what: 'Git is not installed',
        why: 'The project is whole, without a repository.',
        next: 'Install it from https://git-scm.com/downloads, then run git init in the project.',
      },
    ]);
  }
  // Inside a bare repository or a .git folder.
  if (end.stderr.includes('must be run in a work tree')) return directory;
  if (
    end.stderr.includes('not a git repository') &&
    lstatSync(join(directory, '.git'), { throwIfNoEntry: false }) === undefined
  )
    return undefined;
  throw new ProblemError([
    {
      what: 'Git cannot say whether the project is in a repository already',
      why: `Git says: ${reasonOf(end)}`,
      next: 'The project is whole, and no repository was made.',
    },
  ]);
}

async function hasIdentity(git: Git): Promise<boolean> {
  const author = await git(['var', 'GIT_AUTHOR_IDENT']);
  const committer = await git(['var', 'GIT_COMMITTER_IDENT']);
  return author.exitCode === 0 && committer.exitCode === 0;
}

/** What to type where git does not know the user; a second -m makes a paragraph of its own, which the trailer must be. */
function identityCommands(trailer: string): string {
  return [
    'git config --global user.name "Your Name"',
    'git config --global user.email "you@example.com"',
    `git commit -m "${SUBJECT}" -m "${trailer}"`,
  ].join('\n');
}

/** Makes the repository and its commit; the caller removes it if this throws. */
async function commitIn(git: Git, { directory, paths, version }: FirstCommitOptions): Promise<GitOutcome> {
  // The user's template is honoured, unless it is what breaks.
  const usual = await git(['init', '--quiet']);
  if (usual.exitCode !== 0) {
    removeSync(join(directory, '.git'));
    await must(git, ['init', '--quiet', '--template=']);
  }
  // `git init` knows --initial-branch only since 2.28; before the first commit this is the same.
  await must(git, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  // Unlike `git add`, it takes paths literally, whatever the user's ignore file says.
  await must(
    git,
    ['update-index', '--add', '-z', '--stdin'],
    paths
      .filter((path) => path !== SECRET_FILE)
      .map((path) => `${path}\0`)
      .join(''),
  );
  const trailer = `Create-Drf-Docker: ${version}`;
  const message = `${SUBJECT}\n\n${trailer}\n`;
  const end = await git(['commit', '--quiet', '--cleanup=whitespace', '--file=-'], message);
  if (end.exitCode === 0) return { kind: 'committed', commit: (await must(git, ['rev-parse', 'HEAD'])).stdout };
  if (await hasIdentity(git)) throw failure('commit', end);
  return { kind: 'staged', next: identityCommands(trailer) };
}

/**
 * Puts a new project into a git repository of its own, on the branch `main`, with one commit of exactly the rendered files.
 * @returns `committed` with the commit's name; `staged` with the commands to run where git does not know the user; `inside` with the
 * repository that the project is in already, where nothing was done; `failed` with the reason, where no repository is left
 * @throws the reason of the signal, when no repository is left either
 */
export async function firstCommit(options: FirstCommitOptions): Promise<GitOutcome> {
  const git = gitIn(options);
  try {
    const repository = await repositoryAround(git, options.directory);
    if (repository !== undefined) return { kind: 'inside', repository };
  } catch (error) {
    return failedWith(error);
  }
  try {
    return await commitIn(git, options);
  } catch (error) {
    removeSync(join(options.directory, '.git'));
    return failedWith(error);
  }
}

/** The outcome for a command that failed; what ended the run from outside goes on. */
function failedWith(error: unknown): GitOutcome {
  const problem = error instanceof ProblemError ? error.problems[0] : undefined;
  if (problem === undefined) throw error;
  return { kind: 'failed', problem };
}
