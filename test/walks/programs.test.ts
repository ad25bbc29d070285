import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import * as face from '../../src/index.ts';
import { listing, scratch } from '../machine/scratch.ts';
import { cleanEnvironment } from '../run-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/programs.md'), 'utf8');
const [first = '', second = ''] = [...PAGE.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');

/** A folder of a program that has the built package installed. */
function program(files: Readonly<Record<string, string>>): string {
  const cwd = scratch();
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(ROOT, join(cwd, 'node_modules/create-drf-docker'));
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'));
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files }))
    writeFileSync(join(cwd, name), text);
  return cwd;
}

test('the first example prints every file with its length', () => {
  const cwd = program({ 'print.js': first });
  const lines = execFileSync(process.execPath, ['print.js'], { cwd, encoding: 'utf8' }).trimEnd().split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^manage\.py \d+$/));
  expect(lines.length).toBeGreaterThan(40);
});

test('the snapshot test writes the tree, then compares it, and fails where a file differs', () => {
  const cwd = program({ 'project.test.js': second });
  const vitest = (): string =>
    execFileSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', '.'], {
      cwd,
      env: cleanEnvironment(),
      encoding: 'utf8',
      stdio: 'pipe',
    });
  vitest();
  expect(listing(join(cwd, 'snapshots'))).toContain('manage.py');
  vitest();
  writeFileSync(join(cwd, 'snapshots/manage.py'), 'changed\n');
  expect(vitest).toThrow();
});

test('every name that the page says is in the face', () => {
  const names = [...PAGE.matchAll(/^- `(\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(Object.keys(face)).toContain(name);
});
