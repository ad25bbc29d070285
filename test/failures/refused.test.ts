import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { withOwnMounts } from '../machine/own-mounts.ts';
import { lay, listing, mode, scratch } from '../machine/scratch.ts';
import { CLI, cleanEnvironment, runCli } from '../run-cli.ts';

/** How the real tool ends in a folder where it may not do as it would; a shell goes before it. */
function runBehind(
  before: string,
  cwd: string,
  user?: number,
): { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string } {
  const identity = user === undefined || process.getuid?.() !== 0 ? {} : { uid: user, gid: user };
  const script = `${before}; exec "${process.execPath}" "${CLI}" library --yes`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd,
    env: cleanEnvironment(),
    encoding: 'utf8',
    ...identity,
  });
  return { exitCode: status, stdout, stderr };
}

/** A user who is not root, and owns nothing. */
const NOBODY = 65_534;

describe('where one may not write', () => {
  test('a read-only disk is named', () => {
    const cwd = scratch();
    const script = `
      import { spawnSync } from 'node:child_process';
      mount('--bind', ${JSON.stringify(cwd)}, ${JSON.stringify(cwd)});
      mount('-o', 'remount,bind,ro', ${JSON.stringify(cwd)});
      const { status, stdout, stderr } = spawnSync(${JSON.stringify(process.execPath)}, [${JSON.stringify(CLI)}, 'library', '--yes'], { cwd: ${JSON.stringify(cwd)}, encoding: 'utf8' });
      report([status, stdout, stderr.split('\\n')[0]]);`;
    expect(withOwnMounts(script)).toEqual([1, '', expect.stringMatching(/^Error: .* is on a read-only disk\.$/)]);
    expect(listing(cwd)).toEqual([]);
  });

  test("another user's folder is named", () => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runBehind('true', cwd, NOBODY);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      `You may not write to ${join(cwd, 'library')}. Nothing of the project is left. Choose a directory of your own, or ask its owner for permission.`,
    );
    expect(listing(cwd)).toEqual([]);
  });
});

describe.each(['077', '022', '000'])('with the umask %s', (umask) => {
  const group = umask === '077' ? '0' : '5';
  const reading = umask === '077' ? '0' : '4';

  test('an ordinary user gets files that only they can change, and secrets that only they can read', () => {
    const cwd = scratch();
    chmodSync(cwd, 0o777);
    expect(runBehind(`umask ${umask}`, cwd, NOBODY).exitCode).toBe(0);
    const modes = ['.', 'manage.py', '.env', 'README.md', 'config'].map((path) => mode(join(cwd, 'library', path)));
    expect(modes).toEqual([
      `7${group}${group}`,
      `7${group}${group}`,
      '600',
      `6${reading}${reading}`,
      `7${group}${group}`,
    ]);
  });

  // Only root can give files to a group that is not one's own.
  test.runIf(process.getuid?.() === 0)(
    'root gets files that the containers can change, and secrets that they alone can read beside root',
    () => {
      const cwd = scratch();
      expect(runBehind(`umask ${umask}`, cwd).exitCode).toBe(0);
      const paths = ['.', 'manage.py', '.env', 'README.md', 'config'].map((path) => join(cwd, 'library', path));
      expect(paths.map(mode)).toEqual(['2775', '775', '640', '664', '2775']);
      expect(paths.map((path) => [statSync(path).uid, statSync(path).gid])).toEqual(paths.map(() => [0, 10_001]));
    },
  );
});

describe('what stands at the target', () => {
  test.each<[string, (cwd: string) => void, RegExp, string[]]>([
    [
      'a link to nowhere',
      (cwd) => {
        symlinkSync('gone', join(cwd, 'library'));
      },
      /^Error: \S+\/library is a link to nowhere\. /,
      ['library -> gone'],
    ],
    [
      'a file',
      (cwd) => {
        writeFileSync(join(cwd, 'library'), 'mine');
      },
      /^Error: \S+\/library is a file, not a folder\. /,
      ['library'],
    ],
    [
      'a name in another case',
      (cwd) => {
        lay(cwd, { 'library/readme.md': 'mine' });
      },
      / differ: readme\.md /,
      ['library/', 'library/readme.md'],
    ],
  ])('%s stops it', (_what, make, message, left) => {
    const cwd = scratch();
    make(cwd);
    const { exitCode, stdout, stderr } = runCli(['library', '--yes'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(message);
    expect(listing(cwd)).toEqual(left);
  });

  test('a link that points out of the folder is followed, and stays a link', () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'elsewhere'));
    symlinkSync('elsewhere', join(cwd, 'library'));
    expect(runCli(['library', '--yes'], { cwd }).exitCode).toBe(0);
    expect(listing(cwd).slice(0, 2)).toEqual(['elsewhere/', 'elsewhere/.dockerignore']);
    expect(listing(cwd)).toContain('library -> elsewhere');
  });

  test('a link to nowhere above it stops it', () => {
    const cwd = scratch();
    symlinkSync('gone', join(cwd, 'work'));
    const { exitCode, stderr } = runCli(['work/library', '--yes'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Error: /);
    expect(listing(cwd)).toEqual(['work -> gone']);
  });
});

describe('a path that no system takes', () => {
  test.each(['con', 'aux.', 'library ', 'a:b', 'nul.txt'])('%j is refused with the reason', (directory) => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runCli([directory, '--yes'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: The project cannot be named ".*"\.\n {2}[A-Z][\s\S]*\.\n {2}(?:Take|Give) /);
    expect(listing(cwd)).toEqual([]);
  });

  test.each([
    ['one part', 'a'.repeat(300)],
    ['all of it', 'a/'.repeat(3000)],
  ])('too long in %s', (_what, directory) => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runCli([directory, '--name=library', '--yes'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/is too long|too long/);
    expect(listing(cwd)).toEqual([]);
  });
});

describe('an answers file', () => {
  const file = (answers: object, version = '0.0.1'): string =>
    JSON.stringify({ generator: 'create-drf-docker', version, answers });

  test('of an older version is taken, and what it does not say gets its default', () => {
    const cwd = scratch();
    lay(cwd, { 'a.json': file({ name: 'shop', database: 'sqlite' }) });
    expect(runCli(['shop', '--answers=a.json', '--yes'], { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'shop/.drf-docker.json'), 'utf8')).toContain('"database": "sqlite"');
  });

  test('with unknown keys is refused, with the nearest that exist', () => {
    const cwd = scratch();
    lay(cwd, { 'a.json': file({ databse: 'sqlite', constructor: 1 }) });
    const { exitCode, stderr } = runCli(['shop', '--answers=a.json', '--yes'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('a.json has an unknown answer "databse".\n  Did you mean "database"?\n');
    expect(stderr).toContain('a.json has an unknown answer "constructor".\n');
    expect(listing(cwd)).toEqual(['a.json']);
  });
});

test('with standard input closed, the tool does not prompt', () => {
  const cwd = scratch();
  const { status, stderr } = spawnSync('sh', ['-c', `exec "${process.execPath}" "${CLI}" library <&-`], {
    cwd,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Error: Cannot prompt here, and \d+ answers are missing\.\n/);
  expect(listing(cwd)).toEqual([]);
});

test.each([2, 10])('of %d runs on one target at once, one wins and the others say so', async (count) => {
  const cwd = scratch();
  const runs = Array.from({ length: count }, async () => {
    const child = spawn(process.execPath, [CLI, 'library', '--yes', '--json'], {
      cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    await once(child, 'close');
    const document: { ok: boolean; added?: string[]; problems: { what: string }[] } = JSON.parse(stdout);
    return { exitCode: child.exitCode, made: (document.added ?? []).length > 0, ...document };
  });
  const ends = await Promise.all(runs);
  expect(ends.filter((end) => end.made)).toHaveLength(1);
  // Who comes after the winner finds the same project, and adds nothing to it.
  for (const end of ends.filter((one) => !one.made)) expect([0, 1]).toContain(end.exitCode);
  for (const end of ends.filter((one) => one.exitCode === 1)) expect(end.problems[0]?.what).toMatch(/library/);
  expect(listing(cwd).filter((path) => !path.startsWith('library/'))).toEqual([]);
  expect(listing(cwd)).toContain('library/manage.py');
});

test('a clone on a system that turns line ends has those of the project', () => {
  const cwd = scratch();
  const home = join(cwd, 'home');
  mkdirSync(home);
  writeFileSync(
    join(home, '.gitconfig'),
    '[core]\n\tautocrlf = true\n\teol = crlf\n[user]\n\tname = Anna\n\temail = anna@example.com\n',
  );
  const environment = { HOME: home, XDG_CONFIG_HOME: home };
  expect(runCli(['library', '--yes', '--git'], { cwd, environment })).toMatchObject({ exitCode: 0, stderr: '' });
  execFileSync('git', ['clone', '--quiet', 'library', 'clone'], { cwd, env: cleanEnvironment(environment) });
  const paths = listing(join(cwd, 'library')).filter(
    (path) => !path.endsWith('/') && path !== '.env' && !path.startsWith('.git/'),
  );
  for (const path of paths)
    expect(readFileSync(join(cwd, 'clone', path)), path).toEqual(readFileSync(join(cwd, 'library', path)));
});
