import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packTool, temporaryFolder } from '../docker/packed-tool.ts';
import { lay, listing, scratch } from '../machine/scratch.ts';
import { cleanEnvironment } from '../run-cli.ts';
import { KEYS, PseudoTerminal } from '../terminal/pseudo-terminal.ts';
import { inConsole, readsKeys, runOnWindows, startOnWindows, windowsPath } from './windows-node.ts';

const { enter } = KEYS;
const folder = temporaryFolder('create-drf-docker-windows');
let bin = '';

beforeAll(() => {
  // The first start of all may have Windows' Node to install.
  expect(runOnWindows(['-p', 'process.platform'], { cwd: folder.path }).stdout.trim()).toBe('win32');
  ({ bin } = packTool(folder.path));
});

afterAll(() => {
  folder[Symbol.dispose]();
});

/** Runs the packed tool by Windows' Node. */
function tool(args: readonly string[], cwd: string, environment = {}) {
  return runOnWindows([bin, ...args], { cwd, environment });
}

/** The files of a project but for its secrets, which are new each time, each with its text. */
function filesOf(project: string): Record<string, string> {
  const paths = listing(project)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('/') && path !== '.env');
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(project, path), 'utf8')]));
}

/** The variables that a project's secrets are in. */
function secretNames(project: string): string[] {
  return readFileSync(join(project, '.env'), 'utf8')
    .split('\n')
    .map((line) => line.split('=')[0] ?? '');
}

/** The packed tool with the same arguments on this machine's own Node. */
function expectSameAsHere(project: string, args: readonly string[]): void {
  const here = join(scratch(), basename(project));
  const end = spawnSync(process.execPath, [bin, here, ...args], {
    env: cleanEnvironment(),
    encoding: 'utf8',
    input: '',
  });
  expect(end).toMatchObject({ status: 0, stderr: '' });
  expect(filesOf(project)).toEqual(filesOf(here));
  expect(secretNames(project)).toEqual(secretNames(here));
  for (const [path, text] of Object.entries(filesOf(project))) expect(text, path).not.toContain('\r');
  expect(readFileSync(join(project, '.env'), 'utf8')).not.toContain('\r');
}

/** What a run that was ended leaves beside the project. */
function staged(cwd: string): string[] {
  return listing(cwd).filter((path) => /^\.[^/\\]*create-drf-docker-[^/\\]*\/$/.test(path));
}

/** Code that Windows' Node runs before the tool. */
function before(cwd: string, code: string): Record<string, string> {
  const script = join(dirname(cwd), 'before.cjs');
  writeFileSync(
    script,
    `const fs = require('node:fs');\nconst wait = (time) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);\n${code}`,
  );
  return { NODE_OPTIONS: `--require=${windowsPath(script).replaceAll('\\', '/')}` };
}

describe('the same bytes as here', () => {
  test.each([
    ['by default', []],
    [
      'with everything',
      [
        '--auth=oauth2',
        '--access=owner',
        '--services=celery',
        '--cors=https://a.example',
        '--ci=gitlab',
        '--dependencies=requirements',
        '--views=viewset',
      ],
    ],
    [
      'with resources of one’s own',
      [
        '--title=Анна’s "shop" & 50 %',
        '--database=sqlite',
        '--no-website',
        '--resource=Maker name:char:80:unique',
        '--resource=Product name:char:80 price:decimal:10,2 size:choice:S,M,L maker:fk:Maker photo:image:optional',
      ],
    ],
    ['of a lab', ['--preset=lab31']],
  ])('%s', (_, args) => {
    const cwd = scratch();
    expect(tool(['library', '--yes', ...args], cwd)).toMatchObject({ exitCode: 0, stderr: '' });
    expectSameAsHere(join(cwd, 'library'), ['--yes', ...args]);
    expect(staged(cwd)).toEqual([]);
  });
});

describe('paths', () => {
  test.each([
    ['x/y/z', 'x/y/z'],
    [String.raw`x\y\z`, 'x/y/z'],
    [String.raw`..\w\rel`, '../w/rel'],
    ['./here/', 'here'],
    ['my shop', 'my shop'],
  ])('%s', (given, place) => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = tool([given, '--yes', '--name=shop'], cwd);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Created ${given} with `);
    expect(existsSync(join(cwd, place, 'manage.py'))).toBe(true);
  });

  test.each(['\\', '/'])('an absolute one with %s between its parts', (slash) => {
    const cwd = scratch();
    expect(tool([`${windowsPath(cwd)}/shop`.replaceAll(/[/\\]/g, slash), '--yes'], cwd)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect(existsSync(join(cwd, 'shop/manage.py'))).toBe(true);
  });

  test.each(['.', '..'])('%s', (given) => {
    const cwd = join(scratch(), 'shop/below');
    mkdirSync(cwd, { recursive: true });
    expect(tool([given, '--yes'], cwd)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(join(cwd, given, '.drf-docker.json'), 'utf8')).toContain(
      `"name": "${given === '.' ? 'below' : 'shop'}"`,
    );
  });

  test.each(['prn', 'AUX', 'nul.txt', 'work/com1/lib', 'name ', 'name.', 'a|b', 'a<b', 'a?', 'co:lon', 'C:rel'])(
    '%j is refused before anything is written',
    (given) => {
      const cwd = scratch();
      const { exitCode, stdout, stderr } = tool([given, '--yes', '--name=ok'], cwd);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toMatch(
        new RegExp(`^Error: Windows cannot create the directory "${given.replaceAll(/[|?.]/g, String.raw`\$&`)}"\\.\n`),
      );
      expect(stderr).not.toContain('create-drf-docker-');
      expect(listing(cwd)).toEqual([]);
    },
  );
});

describe('exit codes', () => {
  test('0 for the same again, which adds nothing; 1 where files are in the way, 2 for a bad answer', () => {
    const cwd = scratch();
    expect(tool(['library', '--yes'], cwd).exitCode).toBe(0);
    const secrets = readFileSync(join(cwd, 'library/.env'), 'utf8');
    expect(tool(['library', '--yes'], cwd)).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Added 0 files to library; \d+ were there already, unchanged\.\n/),
    });
    expect(readFileSync(join(cwd, 'library/.env'), 'utf8')).toBe(secrets);
    writeFileSync(join(cwd, 'library/manage.py'), 'mine\n');
    expect(tool(['library', '--yes'], cwd)).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('manage.py'),
    });
    expect(readFileSync(join(cwd, 'library/manage.py'), 'utf8')).toBe('mine\n');
    expect(tool(['library', '--yes', '--database=mysql'], cwd)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('--database cannot be "mysql"'),
    });
  });

  test('1 where Git and Docker are missing, which is said; the project is whole', () => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = tool(['library', '--yes', '--git', '--up'], cwd);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`
Error: Git is not installed.
  The project is whole, without a repository.
  Install it from https://git-scm.com/downloads, then run git init in the
  project.

Error: Docker is not installed, or its command docker is not on the PATH.
  Install Docker Desktop:
  https://docs.docker.com/desktop/setup/install/windows-install/
`);
    expect(stdout).toMatch(
      /^Created library with \d+ files\.\n\nNext:\n {2}cd library\n {2}docker compose up --wait\n {2}start http:\/\/127\.0\.0\.1:8000\/\n/,
    );
    expectSameAsHere(join(cwd, 'library'), ['--yes']);
  });

  test('a dry run draws its tree in ASCII and writes nothing', () => {
    const cwd = scratch();
    const { exitCode, stdout } = tool(['library', '--yes', '--dry-run'], cwd);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('\n|-- books/\n|   |-- ');
    expect(stdout).not.toMatch(/[^\n\x20-\x7E]/);
    expect(listing(cwd)).toEqual([]);
  });
});

test('of two at once, one creates the project and the other writes nothing', async () => {
  const cwd = scratch();
  lay(cwd, { '../ready/.keep': '' });
  const ready = JSON.stringify(windowsPath(join(cwd, '../ready')));
  // Both have the whole project in their staging folders before either puts it into its place.
  const environment = before(
    cwd,
    `
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      fs.writeFileSync(require('node:path').join(${ready}, String(process.pid)), '');
      while (fs.readdirSync(${ready}).length < 3) wait(10);
      return rename(from, to);
    };`,
  );
  const ends = await Promise.all([0, 1].map(() => startOnWindows([bin, 'library', '--yes'], { cwd, environment })));
  expect(ends.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1]);
  expect(ends.find(({ exitCode }) => exitCode === 1)?.stderr).toContain(
    'library at the same time.\n  It may be a second run of this command. This one wrote nothing.\n',
  );
  expectSameAsHere(join(cwd, 'library'), ['--yes']);
  expect(staged(cwd)).toEqual([]);
});

describe('in a console', () => {
  /** The packed tool at a terminal. Wine wraps a line where its colours would end, so the lines are long. */
  const talk = (args: readonly string[], cwd: string, added = {}): PseudoTerminal =>
    new PseudoTerminal(args, { cwd, columns: 200, patience: 60_000, ...inConsole(bin, { TERM: 'xterm', ...added }) });

  /** Waits for the first question. */
  const begin = async (terminal: PseudoTerminal): Promise<void> => {
    await terminal.shows('Where shall the project go?');
    await terminal.shows('library');
    await readsKeys(terminal.pid);
  };

  /** Answers every question; Docker is not there, so it is not asked. */
  const answerAll = async (terminal: PseudoTerminal): Promise<void> => {
    await begin(terminal);
    terminal.type('prn', enter);
    await terminal.shows('"prn" is the name of a device.');
    terminal.type(KEYS.clear, 'shop', enter);
    for (const question of ['What is its title?', 'What is it about?']) {
      await terminal.shows(question);
      terminal.type(enter);
    }
    await terminal.shows('Which database?');
    terminal.type(KEYS.down, enter);
    for (const question of [
      'Web pages beside the API?',
      'Documentation of the API?',
      'How do programs log in?',
      'Who may do what?',
    ]) {
      await terminal.shows(question);
      terminal.type(enter);
    }
    await terminal.shows('A git repository with a first commit?');
    terminal.type('n');
    await terminal.shows('Docker is not installed');
    await terminal.shows('Create it?');
    terminal.type(enter);
  };

  test('the whole conversation ends in the project, with signs that a legacy console has', async () => {
    const cwd = scratch();
    const terminal = talk([], cwd);
    await answerAll(terminal);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toContain('npm create drf-docker@latest shop -- --database=sqlite --yes\n');
    expect(terminal.text).toMatch(/\n-- Next -{64}\n/);
    // Clack's cursor, which every code page of a console has.
    expect([...new Set(terminal.text.match(/[^\n\x20-\x7E]/g))]).toEqual(['█']);
    expectSameAsHere(join(cwd, 'shop'), ['--yes', '--database=sqlite']);
  });

  test('in Windows Terminal, all signs are of the other set', async () => {
    const cwd = scratch();
    const terminal = talk([], cwd, { WT_SESSION: '1' });
    await answerAll(terminal);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toMatch(/\n── Next ─{64}\n/);
    expect(terminal.text).toContain('└');
    expect(terminal.text).not.toMatch(/^[|*o-] /m);
  });

  test.each([
    ['at a question that is drawn', {}],
    ['at a plain one', { ACCESSIBLE: '1' }],
  ])('Ctrl-C %s writes nothing and exits with 130', async (_, added) => {
    const cwd = scratch();
    const terminal = talk([], cwd, added);
    await begin(terminal);
    terminal.type(KEYS['Ctrl-C']);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text).toContain('Cancelled. Nothing was written.\n');
    expect(listing(cwd)).toEqual([]);
  });

  test('Ctrl-C while it writes takes back what was written', async () => {
    const cwd = scratch();
    // From its tenth file on, each takes so long that a key is heard between two.
    const environment = before(
      cwd,
      `
      const write = fs.writeSync;
      let files = 0;
      fs.writeSync = (...values) => {
        if (values[0] > 2 && ++files === 10) process.stdout.write('It writes.\\n');
        if (files > 10) wait(100);
        return write(...values);
      };`,
    );
    const terminal = talk(['work/library', '--yes'], cwd, environment);
    await terminal.shows('It writes.');
    expect(listing(join(cwd, 'work')).length).toBeGreaterThan(0);
    terminal.type(KEYS['Ctrl-C']);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text).toContain('Cancelled. Nothing was written.\n');
    expect(listing(cwd)).toEqual([]);
  });
});

test('killed while it writes, it leaves no half project, and the next run creates it', () => {
  const cwd = scratch();
  const environment = before(
    cwd,
    `
    const open = fs.openSync;
    let files = 0;
    fs.openSync = (path, flags, mode) => {
      if (flags === 'wx' && ++files === 20) process.kill(process.pid, 'SIGKILL');
      return open(path, flags, mode);
    };`,
  );
  expect(tool(['library', '--yes'], cwd, environment).exitCode).not.toBe(0);
  expect(existsSync(join(cwd, 'library'))).toBe(false);
  expect(staged(cwd)).toHaveLength(1);
  expect(tool(['library', '--yes'], cwd)).toMatchObject({ exitCode: 0, stderr: '' });
  expectSameAsHere(join(cwd, 'library'), ['--yes']);
});
