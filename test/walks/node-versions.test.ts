import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listing, scratch } from '../machine/scratch.ts';
import { CLI, cleanEnvironment } from '../run-cli.ts';
import { KEYS, PseudoTerminal } from '../terminal/pseudo-terminal.ts';

/** The oldest that package.json allows, and each that the published workflow tests. */
const VERSIONS = ['20.19.0', '22.12.0', '22', '24', '26'];

const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-node-'));

function nodeOf(version: string): string {
  return join(folder, version, 'node_modules/node/bin/node');
}

beforeAll(() => {
  for (const version of VERSIONS) {
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', join(folder, version), `node@${version}`],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(VERSIONS)('on Node %s', (version) => {
  test('it is that version', () => {
    expect(execFileSync(nodeOf(version), ['--version'], { encoding: 'utf8' })).toMatch(
      new RegExp(`^v${version.replaceAll('.', '\\.')}`),
    );
  });

  test('it writes the same bytes, and warns of nothing', () => {
    const cwd = scratch();
    const run = (node: string, name: string) =>
      spawnSync(node, [CLI, name, '--yes', '--name=library', '--title=Library'], {
        cwd,
        env: cleanEnvironment(),
        encoding: 'utf8',
        input: '',
      });
    expect(run(nodeOf(version), 'a')).toMatchObject({ status: 0, stderr: '' });
    expect(run(process.execPath, 'b')).toMatchObject({ status: 0, stderr: '' });
    const paths = listing(join(cwd, 'a')).filter((path) => !path.endsWith('/') && path !== '.env');
    expect(listing(join(cwd, 'b')).filter((path) => !path.endsWith('/') && path !== '.env')).toEqual(paths);
    for (const path of paths)
      expect(readFileSync(join(cwd, 'a', path), 'utf8'), path).toBe(readFileSync(join(cwd, 'b', path), 'utf8'));
  });

  test.each([40, 80, 200])('it asks in %d columns', async (columns) => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(['--no-git', '--no-up'], { cwd, columns, program: [nodeOf(version), CLI] });
    await terminal.shows('Where shall the project go?');
    terminal.type('shop');
    expect(await terminal.enterToTheEnd()).toBe(0);
    expect(terminal.text).toContain('npm create drf-docker@latest shop -- --yes\n');
    expect(listing(cwd)).toContain('shop/manage.py');
  });

  test('it asks without drawing, and hears Ctrl-C', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal([], { cwd, program: [nodeOf(version), CLI], environment: { ACCESSIBLE: '1' } });
    await terminal.shows('[library] ');
    terminal.type(KEYS['Ctrl-C']);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.raw).not.toContain('\u001B');
    expect(listing(cwd)).toEqual([]);
  });
});
