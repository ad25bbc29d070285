import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { firstCommit } from '../../../src/machine/git/git.ts';
import { Interruption } from '../../../src/problem.ts';
import { lay, listing, scratch } from '../scratch.ts';
import { smallProject } from '../small-project.ts';
import { standIns } from '../stand-in.ts';

const IDENTITY = '[user]\n\tname = Ada\n\temail = ada@example.org\n';
const paths = [...smallProject.keys()];
const committed = paths.filter((path) => path !== '.env');

/** Git's whole surroundings for one test: the user's settings and nothing else of this machine. */
function gitSettings(text: string, variables: Readonly<Record<string, string>> = {}): string {
  const home = scratch();
  writeFileSync(join(home, '.gitconfig'), text);
  const before = { ...process.env };
  const own = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
    ...variables,
  };
  Object.assign(process.env, own);
  onTestFinished(() => {
    for (const name of Object.keys(own)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  });
  return home;
}

/** A project on disk. */
function project(): string {
  const directory = join(scratch(), 'library');
  lay(directory, Object.fromEntries(smallProject));
  chmodSync(join(directory, 'manage.py'), 0o755);
  return directory;
}

/** What a git command prints in a folder. */
function git(directory: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: directory, encoding: 'utf8' }).trimEnd();
}

const files = (directory: string): string[] => git(directory, 'ls-tree', '-r', '--name-only', 'HEAD').split('\n');

describe('firstCommit', () => {
  it('commits exactly the rendered files on main', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    lay(directory, { 'notes.txt': 'mine' });
    const outcome = await firstCommit({ directory, paths, version: '1.2.3' });
    expect(outcome).toEqual({ kind: 'committed', commit: git(directory, 'rev-parse', 'main') });
    expect(files(directory)).toEqual(committed);
    expect(git(directory, 'status', '--porcelain')).toBe('?? notes.txt');
    expect(git(directory, 'rev-list', '--count', '--all')).toBe('1');
    expect(git(directory, 'branch', '--show-current')).toBe('main');
    expect(git(directory, 'log', '-1', '--format=%an <%ae>')).toBe('Ada <ada@example.org>');
    expect(
      git(directory, 'ls-tree', 'HEAD', 'manage.py', 'README.md')
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['100644', '100755']);
    expect(git(directory, 'fsck', '--strict')).toBe('');
  });

  it('ends the message in a trailer', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    await firstCommit({ directory, paths, version: '1.2.3-beta.1' });
    expect(git(directory, 'log', '-1', '--format=%B')).toBe(
      'Create the project with create-drf-docker\n\nCreate-Drf-Docker: 1.2.3-beta.1',
    );
    expect(git(directory, 'log', '-1', '--format=%(trailers:key=Create-Drf-Docker,valueonly)').trim()).toBe(
      '1.2.3-beta.1',
    );
  });

  it.each<[string, string]>([
    ['a global hook that refuses everything', '[core]\n\thooksPath = HOME/hooks\n'],
    ['a template with such a hook', '[init]\n\ttemplateDir = HOME/template\n'],
    ['a template that breaks every repository', '[init]\n\ttemplateDir = HOME/broken\n'],
    ['a template that is missing', '[init]\n\ttemplateDir = HOME/missing\n'],
    ['signing with a key that is missing', '[commit]\n\tgpgSign = true\n[user]\n\tsigningKey = none\n'],
    ['line ends of Windows', '[core]\n\tautocrlf = true\n\tsafecrlf = true\n'],
    ['an ignore file that ignores everything', '[core]\n\texcludesFile = HOME/ignore\n'],
    [
      'attributes with a filter',
      '[core]\n\tattributesFile = HOME/attributes\n[filter "shout"]\n\tclean = tr a-z A-Z\n\trequired = true\n',
    ],
    ['another name for the first branch', '[init]\n\tdefaultBranch = trunk\n'],
    ['an impossible name for the first branch', '[init]\n\tdefaultBranch = two..points\n'],
    [
      'a template for messages and a cleanup of them',
      '[commit]\n\ttemplate = HOME/missing\n\tcleanup = strip\n\tverbose = true\n[core]\n\tcommentChar = C\n\teditor = false\n',
    ],
    ['aliases named like commands', '[alias]\n\tcommit = !false\n\tinit = !false\n'],
  ])('is not disturbed by %s', async (_, settings) => {
    const home = gitSettings('');
    for (const folder of ['hooks', 'template/hooks']) {
      for (const name of [
        'pre-commit',
        'prepare-commit-msg',
        'commit-msg',
        'post-commit',
        'reference-transaction',
        'post-index-change',
      ]) {
        lay(home, { [`${folder}/${name}`]: '#!/bin/sh\nexit 1\n' });
        chmodSync(join(home, folder, name), 0o755);
      }
    }
    lay(home, { ignore: '*\n', attributes: '* filter=shout\n', 'broken/objects': 'a file in the place of a folder' });
    writeFileSync(join(home, '.gitconfig'), IDENTITY + settings.replaceAll('HOME', home));
    const directory = project();
    expect(await firstCommit({ directory, paths, version: '1.2.3' })).toMatchObject({ kind: 'committed' });
    expect(files(directory)).toEqual(committed);
    for (const path of committed)
      expect(execFileSync('git', ['show', `HEAD:${path}`], { cwd: directory, encoding: 'utf8' })).toBe(
        smallProject.get(path),
      );
    expect(git(directory, 'log', '-1', '--format=%B')).toBe(
      'Create the project with create-drf-docker\n\nCreate-Drf-Docker: 1.2.3',
    );
    expect(git(directory, 'branch', '--show-current')).toBe('main');
  });

  it('takes paths literally', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    const odd = [':(exclude)a', '*.md', '-f', 'a b', 'ä"\\n'];
    lay(directory, Object.fromEntries(odd.map((path) => [path, ''])));
    await firstCommit({ directory, paths: odd, version: '1.2.3' });
    expect(
      git(directory, 'ls-tree', '-rz', '--name-only', 'HEAD')
        .split('\0')
        .filter((path) => path !== '')
        .sort(),
    ).toEqual(odd.sort());
  });

  it('stages the files where git does not know the user, and says what to run', async () => {
    gitSettings('');
    const directory = project();
    const outcome = await firstCommit({ directory, paths, version: '1.2.3' });
    expect(outcome).toEqual({
      kind: 'staged',
      next: [
        'git config --global user.name "Your Name"',
        'git config --global user.email "you@example.com"',
        'git commit -m "Create the project with create-drf-docker" -m "Create-Drf-Docker: 1.2.3"',
      ].join('\n'),
    });
    expect(git(directory, 'diff', '--cached', '--name-only').split('\n')).toEqual(committed);
    execFileSync('sh', ['-c', outcome.kind === 'staged' ? outcome.next : ''], { cwd: directory });
    expect(git(directory, 'log', '--format=%B').trimEnd()).toBe(
      'Create the project with create-drf-docker\n\nCreate-Drf-Docker: 1.2.3',
    );
    expect(git(directory, 'log', '-1', '--format=%an %(trailers:key=Create-Drf-Docker,valueonly)').trim()).toBe(
      'Your Name 1.2.3',
    );
    expect(files(directory)).toEqual(committed);
  });

  it('knows the user from the environment too', async () => {
    gitSettings('', {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'C',
      GIT_COMMITTER_EMAIL: 'c@example.org',
    });
    expect(await firstCommit({ directory: project(), paths, version: '1.2.3' })).toMatchObject({ kind: 'committed' });
  });

  it('makes no repository inside another', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    git(join(directory, '..'), 'init', '--quiet');
    expect(await firstCommit({ directory, paths, version: '1.2.3' })).toEqual({
      kind: 'inside',
      repository: join(directory, '..'),
    });
    expect(existsSync(join(directory, '.git'))).toBe(false);
    expect(git(directory, 'status', '--porcelain')).toBe('?? library/');
  });

  it('commits nothing in a repository that was there', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    git(directory, 'init', '--quiet');
    expect(await firstCommit({ directory, paths, version: '1.2.3' })).toEqual({
      kind: 'inside',
      repository: directory,
    });
    expect(git(directory, 'ls-files')).toBe('');
  });

  it('makes none inside a bare repository', async () => {
    gitSettings(IDENTITY);
    const bare = scratch();
    git(bare, 'init', '--quiet', '--bare');
    const directory = join(bare, 'library');
    lay(directory, { 'README.md': '' });
    expect(await firstCommit({ directory, paths: ['README.md'], version: '1.2.3' })).toEqual({
      kind: 'inside',
      repository: directory,
    });
    expect(listing(directory)).toEqual(['README.md']);
  });

  it('is not led into the repository that a hook of another one names', async () => {
    const other = scratch();
    gitSettings(IDENTITY, {
      GIT_DIR: join(other, '.git'),
      GIT_INDEX_FILE: join(other, '.git/index'),
      GIT_WORK_TREE: other,
    });
    const directory = project();
    expect(await firstCommit({ directory, paths, version: '1.2.3' })).toMatchObject({ kind: 'committed' });
    expect(readdirSync(directory)).toContain('.git');
    expect(readdirSync(other)).toEqual([]);
  });

  it('does not commit under a name that git guesses from the system', async () => {
    gitSettings('', { EMAIL: 'ada@example.org' });
    expect(await firstCommit({ directory: project(), paths, version: '1.2.3' })).toMatchObject({ kind: 'staged' });
  });

  it('asks git for English, whatever the language of the system', async () => {
    gitSettings(IDENTITY, { LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' });
    const path = process.env['PATH'] ?? '';
    standIns({
      git: `PATH='${path}'; [ "$LC_ALL" = C ] || { echo 'Schwerwiegend: Kein Git-Repository' >&2; exit 128; }; exec git "$@"`,
    });
    expect(await firstCommit({ directory: project(), paths, version: '1.2.3' })).toMatchObject({ kind: 'committed' });
  });

  it('says that git is missing', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    const before = listing(directory);
    standIns({});
    expect(await firstCommit({ directory, paths, version: '1.2.3' })).toEqual({
      kind: 'failed',
      problem: {
        what: 'Git is not installed',
        why: 'The project is whole, without a repository.',
        next: 'Install it from https://git-scm.com/downloads, then run git init in the project.',
      },
    });
    expect(listing(directory)).toEqual(before);
  });

  it('leaves what calls itself a repository but is none', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    lay(directory, { '.git/mine': '' });
    const before = listing(directory);
    expect(await firstCommit({ directory, paths, version: '1.2.3' })).toMatchObject({
      kind: 'failed',
      problem: { what: 'Git cannot say whether the project is in a repository already' },
    });
    expect(listing(directory)).toEqual(before);
  });

  it.each(['init', 'symbolic-ref', 'update-index', 'commit', 'rev-parse HEAD'])(
    'removes a half-made repository when git %s fails',
    async (command) => {
      gitSettings(IDENTITY);
      const directory = project();
      const before = listing(directory);
      const path = process.env['PATH'] ?? '';
      // The real git, but for the one command.
      standIns({
        git: `PATH='${path}'; case " $* " in *" ${command} "*) mkdir -p .git; echo 'error: no space left on device' >&2; exit 128;; esac; exec git "$@"`,
      });
      expect(await firstCommit({ directory, paths, version: '1.2.3' })).toEqual({
        kind: 'failed',
        problem: {
          what: `git ${command.split(' ')[0] ?? ''} failed`,
          why: 'Git says: no space left on device',
          next: 'The project is whole, without a repository. Fix the error, then run git init in it.',
        },
      });
      expect(listing(directory)).toEqual(before);
    },
  );

  it.each(['init', 'update-index', 'commit'])(
    'removes a half-made repository when it is ended during git %s',
    async (command) => {
      gitSettings(IDENTITY);
      const directory = project();
      const before = listing(directory);
      const path = process.env['PATH'] ?? '';
      standIns({
        git: `PATH='${path}'; case " $* " in *" ${command} "*) touch ../reached; sleep 60;; esac; exec git "$@"`,
      });
      const controller = new AbortController();
      const reason = new Interruption(130);
      const running = firstCommit({ directory, paths, version: '1.2.3', signal: controller.signal });
      const ended = expect(running).rejects.toBe(reason);
      await expect.poll(() => existsSync(join(directory, '../reached'))).toBe(true);
      controller.abort(reason);
      await ended;
      expect(listing(directory)).toEqual(before);
    },
  );

  it('does nothing when it is ended before it begins', async () => {
    gitSettings(IDENTITY);
    const directory = project();
    const reason = new Interruption(130);
    await expect(firstCommit({ directory, paths, version: '1.2.3', signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(existsSync(join(directory, '.git'))).toBe(false);
  });

  it("keeps the user's settings files as they are", async () => {
    const home = gitSettings(IDENTITY);
    await firstCommit({ directory: project(), paths, version: '1.2.3' });
    expect(readFileSync(join(home, '.gitconfig'), 'utf8')).toBe(IDENTITY);
    expect(listing(home)).toEqual(['.gitconfig']);
  });
});
