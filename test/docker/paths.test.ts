import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { mountProblem } from '../../src/machine/target/target.ts';

const root = mkdtempSync(join(tmpdir(), 'drf-docker-paths-'));
const project = `drf-docker-paths-${process.pid}`;

/** The folder of a project mounted by Compose's short form, as generated projects have it. */
const COMPOSE = `name: '${project}'
services:
  web:
    image: redis:8
    network_mode: none
    volumes:
      - .:/app
    command: ['ls', '/app']
`;

afterAll(() => {
  execFileSync('docker', ['compose', '--project-name', project, 'down', '--timeout', '1'], { stdio: 'ignore' });
  rmSync(root, { recursive: true, force: true });
});

test.each([
  ...['co:lon', 'a:b/c', '100%', 'per%zz', 'tab\there', 'line\nbreak'],
  ...[
    'it\'s a "test"',
    '$HOME',
    '${x}',
    '$$',
    '#hash',
    'ünï/проект',
    'per%41',
    'a,b=c',
    '{a}',
    '[a]',
    'a&b;c',
    'back\\slash',
    '~',
    '!',
    '*',
    '?',
    '@',
    'a|b',
    '(a)',
    '-dash',
    'x'.repeat(200),
  ],
])('the tool refuses %j only where Compose cannot mount it', (path) => {
  const folder = join(root, path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'compose.yaml'), COMPOSE);
  const { status, stdout, stderr } = spawnSync('docker', ['compose', 'run', '--rm', 'web'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const works = status === 0 && stdout.includes('compose.yaml');
  expect(works, stderr).toBe(mountProblem(folder, 'linux') === undefined);
});
