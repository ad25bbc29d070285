import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SCRIPT = resolve('scripts/changelog-section.mjs');

const CHANGELOG = `# Changelog

## 0.3.0

## 0.2.10 (2027-03-01)

The tenth.

### Changed

- Two things.

## 0.2.1

- One thing.

## 0.1.0

The first version.
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'changelog-section-'));
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(cwd: string, ...args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { cwd, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

test.each([
  ['in the middle', '0.2.1', '- One thing.\n'],
  ['with a date and headings below', '0.2.10', 'The tenth.\n\n### Changed\n\n- Two things.\n'],
  ['at the end', '0.1.0', 'The first version.\n'],
])('prints the section %s', (_where, version, text) => {
  expect(run(folder, version)).toEqual({ code: 0, stdout: text, stderr: '' });
});

test('prints the section of a changelog with Windows line ends', () => {
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG.replaceAll('\n', '\r\n'));
  expect(run(folder, '0.2.10').stdout).toBe('The tenth.\n\n### Changed\n\n- Two things.\n');
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
});

test.each(['0.2', '0.1.1', '.*', '1.0'])('fails for %s, which has no section', (version) => {
  const message = `CHANGELOG.md has no section for ${version}. Add one below the heading "## ${version}", then try again.\n`;
  expect(run(folder, version)).toEqual({ code: 1, stdout: '', stderr: message });
});

test('fails for an empty section', () => {
  const message = 'The section for 0.3.0 in CHANGELOG.md is empty. Say there what has changed, then try again.\n';
  expect(run(folder, '0.3.0')).toEqual({ code: 1, stdout: '', stderr: message });
});

test('asks for the version', () => {
  const message = 'Which version? Usage: node scripts/changelog-section.mjs VERSION\n';
  expect(run(folder)).toEqual({ code: 2, stdout: '', stderr: message });
});

test("the changelog has a section for package.json's version", () => {
  const version = /"version": "([^"]+)"/.exec(readFileSync('package.json', 'utf8'))?.[1] ?? '';
  const { code, stderr } = run('.', version);
  expect([code, stderr]).toEqual([0, '']);
});
