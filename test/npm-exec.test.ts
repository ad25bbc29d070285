import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../src/embedded/version.ts';
import { lay, listing, scratch } from './machine/scratch.ts';
import { cleanEnvironment, type End } from './run-cli.ts';

/** The packed tool, and npm's cache for it. */
const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-npm-'));
const tarball = join(folder, `create-drf-docker-${VERSION}.tgz`);

function npm(args: readonly string[], cwd?: string): End {
  const environment = cleanEnvironment({
    npm_config_cache: join(folder, 'cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'error',
  });
  const { status, stdout, stderr } = spawnSync('npm', [...args], {
    cwd,
    env: environment,
    encoding: 'utf8',
    input: '',
  });
  return { exitCode: status, stdout, stderr };
}

beforeAll(() => {
  expect(npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]).stderr).toBe('');
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the real npm runs the packed tool', { timeout: 60_000 }, () => {
  const run = (cwd: string, ...args: string[]): End => npm(['exec', '--yes', `--package=${tarball}`, ...args], cwd);

  test('with a --, flags arrive; only one package is installed', () => {
    const cwd = scratch();
    expect(run(cwd, '--', 'create-drf-docker', 'library', '--yes', '--database=sqlite')).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect(listing(cwd)).toContain('library/manage.py');
    const [installed = ''] = readdirSync(join(folder, 'cache/_npx'));
    expect(
      readdirSync(join(folder, 'cache/_npx', installed, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['create-drf-docker']);
  });

  test('with a --, --help takes a topic', () => {
    const { exitCode, stdout } = run(scratch(), '--', 'create-drf-docker', '--help', 'database');
    expect({ exitCode, title: stdout.split('\n')[0] }).toEqual({ exitCode: 0, title: 'Database and background tasks' });
  });

  test('what ~/.npmrc sets is not taken for a lost flag', () => {
    const cwd = scratch();
    lay(cwd, { '.npmrc': 'access=private\njson=true\n' });
    const end = run(cwd, '--', 'create-drf-docker', 'library');
    expect(end.exitCode).toBe(2);
    expect(end.stderr).toMatch(/^Error: Cannot prompt here/);
    expect(run(cwd, '--', 'create-drf-docker', 'library', '--yes')).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('without it, the corrected command is the answer, and nothing is made', () => {
    const cwd = scratch();
    const end = run(
      cwd,
      'create-drf-docker',
      'library',
      '--yes',
      '--no-website',
      '--database',
      'sqlite',
      '--title=My Library',
      '--json',
    );
    expect(end.exitCode).toBe(2);
    expect(end.stderr).toContain(`Error: npm kept --title, --database, --website, --json for itself.
  npm exec keeps flags for itself; npx passes on everything after the package
  name.
  Run this:
    npx create-drf-docker@latest library --database=sqlite '--title=My Library' --no-website --json --yes
`);
    expect(listing(cwd)).toEqual([]);
  });
});
