import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import * as face from '../../src/index.ts';
import { listing, scratch } from '../machine/scratch.ts';
import { CLI, cleanEnvironment } from '../run-cli.ts';

const DIST = join(CLI, '..');
const ROOT = join(DIST, '..');

/** The files of ours that a run of the bin loads. */
function loadedBy(...args: string[]): string[] {
  const cwd = scratch();
  const probe = join(cwd, '../probe.cjs');
  const list = join(cwd, '../list.json');
  writeFileSync(
    probe,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  const { status } = spawnSync(process.execPath, ['--require', probe, CLI, ...args], {
    cwd,
    env: cleanEnvironment(),
    input: '',
  });
  expect(status).toBe(0);
  const files: string[] = JSON.parse(readFileSync(list, 'utf8'));
  return files.filter((file) => file !== probe).map((file) => basename(file));
}

describe('what a run loads', () => {
  test.each(['--version', '--help', '--yes'])('%s needs neither prompts, Docker nor git', (flag) => {
    const loaded = loadedBy(flag);
    expect(
      loaded.filter((file) => ['child.cjs', 'docker.cjs', 'drawn-prompter.cjs', 'git.cjs'].includes(file)),
    ).toEqual([]);
  });

  test('classes of Unicode, which take Node long to read, wait until a text needs them', () => {
    expect(loadedBy('--yes')).not.toContain('unicode.cjs');
    expect(loadedBy('--yes', '--title=Bücherei')).toContain('unicode.cjs');
  });
});

describe('the build', () => {
  /** Runs the build in a copy of its sources after a change to its script, and gives what it says. */
  function built(change: (script: string) => string): { status: number | null; stderr: string } {
    const cwd = scratch();
    for (const path of ['scripts', 'src', 'templates', 'locks', 'package.json'])
      cpSync(join(ROOT, path), join(cwd, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(cwd, 'node_modules'));
    const script = join(cwd, 'scripts/build.mjs');
    writeFileSync(script, change(readFileSync(script, 'utf8')));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
      cwd,
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    return { status, stderr };
  }

  test.each(['cli.ts', 'index.ts', 'text/py-any.ts', 'text/title-case.ts', 'text/wide.ts'])(
    'fails where src/%s, which it names, is not there',
    (path) => {
      const { status, stderr } = built((script) => script.replace(`'${path}'`, "'text/moved.ts'"));
      expect(status).toBe(1);
      expect(stderr).toContain('Error: scripts/build.mjs names src/text/moved.ts, which does not exist');
    },
  );

  test('fails where the place that it changes in the bundle is not there', () => {
    const { status, stderr } = built((script) => script.replace("name: 'unicode'", "name: 'other'"));
    expect(status).toBe(1);
    expect(stderr).toContain('scripts/build.mjs finds no place in the bundle that loads unicode.cjs');
  });
});

describe('dist/', () => {
  test('has a bin that a shell can run', () => {
    expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect((lstatSync(CLI).mode & 0o111).toString(8)).toBe('111');
  });

  test('has the face for programs, as an ES module and as CommonJS', () => {
    const names = JSON.stringify(Object.keys(face).sort());
    const script = (load: string): string =>
      `${load}.then((face) => console.log(JSON.stringify(Object.keys(face).filter((name) => name !== 'default' && name !== 'module.exports').sort())))`;
    for (const load of ["import('./index.js')", "Promise.resolve(require('./index.cjs'))"]) {
      expect(spawnSync(process.execPath, ['--eval', script(load)], { cwd: DIST, encoding: 'utf8' })).toMatchObject({
        stdout: `${names}\n`,
        stderr: '',
      });
    }
  });

  test('declares types without a word of TypeScript’s own endings', () => {
    const declarations = listing(join(DIST, 'types')).filter((path) => !path.endsWith('/'));
    expect(declarations).toContain('index.d.ts');
    for (const path of declarations)
      expect(readFileSync(join(DIST, 'types', path), 'utf8'), path).not.toMatch(/from '[^']*\.ts'/);
  });

  test('carries the licence of every package that is bundled', () => {
    const licences = readFileSync(join(DIST, 'LICENSES.txt'), 'utf8');
    for (const name of ['@clack/prompts', 'execa', 'fs-extra', 'handlebars', 'kolorist'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
  });
});
