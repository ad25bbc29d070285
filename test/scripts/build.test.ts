import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import * as face from '../../src/index.ts';
import { listing, scratch } from '../machine/scratch.ts';
import { CLI, cleanEnvironment } from '../run-cli.ts';

const DIST = join(CLI, '..');

/** What a run of the bin loads: files of ours, and modules of Node's by their internal names. */
function loadedBy(...args: string[]): { files: string[]; builtIns: string[] } {
  const cwd = scratch();
  const probe = join(cwd, '../probe.cjs');
  const list = join(cwd, '../list.json');
  writeFileSync(
    probe,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify([Object.keys(require.cache), process.moduleLoadList])));`,
  );
  const { status } = spawnSync(process.execPath, ['--require', probe, CLI, ...args], { cwd, env: cleanEnvironment(), input: '' });
  expect(status).toBe(0);
  const [files, builtIns]: [string[], string[]] = JSON.parse(readFileSync(list, 'utf8'));
  return { files: files.filter((file) => file !== probe).map((file) => basename(file)).sort(), builtIns };
}

/** Modules of Node's that cost time, and that neither help nor plain creating needs. */
const NOT_NEEDED = [
  ...['child_process', 'readline', 'readline/promises', 'timers/promises', 'tty', 'os', 'module', 'http', 'internal/modules/esm/loader'],
  ...['internal/fs/promises', 'internal/fs/streams', 'internal/readline/interface', 'zlib', 'crypto', 'stream', 'internal/streams/writable'],
];

describe('what a run loads', () => {
  test.each([
    ['--version', ['cli.cjs', 'first.cjs']],
    ['--help', ['cli.cjs', 'first.cjs', 'help-text.cjs']],
    ['--yes', ['cli.cjs', 'create.cjs', 'data.json', 'first.cjs', 'project.cjs', 'rolldown-runtime.cjs']],
  ])('%s', (flag, files) => {
    const loaded = loadedBy(flag);
    expect(loaded.files).toEqual(files.sort());
    expect(NOT_NEEDED.filter((name) => loaded.builtIns.includes(`NativeModule ${name}`))).toEqual([]);
  });
});

test('what a run loads is ASCII and names no class of characters: either takes Node long to read', () => {
  for (const file of ['cli.cjs', 'first.cjs', 'create.cjs', 'project.cjs']) {
    const code = readFileSync(join(DIST, file), 'utf8');
    expect(code.replaceAll(/[\0-\x7E]+/g, ''), file).toBe('');
    expect(code.match(/\\p\{.{0,20}/gi) ?? [], file).toEqual([]);
  }
});

test('creating loads no more code than it takes to compile in a few milliseconds', () => {
  const bytes = ['rolldown-runtime.cjs', 'first.cjs', 'cli.cjs', 'create.cjs', 'project.cjs'].map((file) => lstatSync(join(DIST, file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(410_000);
});

test('creating from resources of one’s own ends too early to gain from optimizing, and spends nothing on it', () => {
  const cwd = scratch();
  const fields = Array.from({ length: 10 }, (_, place) => `field${place}:char:${place + 20}`).join(' ');
  const resources = Array.from({ length: 20 }, (_, place) => `--resource=Thing${place} ${fields}`);
  const { status, stdout } = spawnSync(process.execPath, ['--trace-opt', CLI, 'shop', '--yes', ...resources], { cwd, env: cleanEnvironment(), input: '', encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout.split('\n').filter((line) => line.startsWith('[completed optimizing'))).toEqual([]);
  expect(stdout).toContain('shop');
});

describe('dist/', () => {
  test('has a bin that a shell can run', () => {
    expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect((lstatSync(CLI).mode & 0o111).toString(8)).toBe('111');
  });

  test('has the face for programs, as an ES module and as CommonJS', () => {
    const names = JSON.stringify(Object.keys(face).sort());
    const script = (load: string): string => `${load}.then((face) => console.log(JSON.stringify(Object.keys(face).filter((name) => name !== 'default' && name !== 'module.exports').sort())))`;
    for (const load of ["import('./index.js')", "Promise.resolve(require('./index.cjs'))"]) {
      expect(spawnSync(process.execPath, ['--eval', script(load)], { cwd: DIST, encoding: 'utf8' })).toMatchObject({ stdout: `${names}\n`, stderr: '' });
    }
  });

  test('declares types without a word of TypeScript’s own endings', () => {
    const declarations = listing(join(DIST, 'types')).filter((path) => !path.endsWith('/'));
    expect(declarations).toContain('index.d.ts');
    for (const path of declarations) expect(readFileSync(join(DIST, 'types', path), 'utf8'), path).not.toMatch(/from '[^']*\.ts'/);
  });

  test('carries the licence of every package that is bundled', () => {
    const licences = readFileSync(join(DIST, 'LICENSES.txt'), 'utf8');
    for (const name of ['@clack/prompts', 'execa', 'fs-extra', 'handlebars', 'kolorist']) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
  });
});
