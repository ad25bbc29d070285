import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lay, listing, scratch } from '../machine/scratch.ts';
import { runCli } from '../run-cli.ts';

/** Beside the project's own file Compose reads this one, whose build writes more than its disk holds. */
const FULL_BUILD = `services:
  web: &full
    build: !override
      context: .
      dockerfile_inline: |
        FROM python:3.14-slim
        RUN --mount=type=tmpfs,target=/full,size=65536 head -c 1000000 /dev/zero > /full/file
  pipenv: *full
`;

test('a build that runs out of space says so in Docker’s own words, and leaves the whole project', () => {
  const cwd = scratch();
  lay(cwd, { 'no-space-probe/compose.override.yaml': FULL_BUILD });
  const { exitCode, stdout, stderr } = runCli(['no-space-probe', '--yes', '--database=sqlite', '--build'], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^Created no-space-probe with \d+ files\.\n/);
  expect(stdout).toMatch(/\nDocker took \d+ s\.\n/);
  expect(stdout + stderr).toContain('No space left on device');
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('Error: docker compose build failed. It ended with exit code');
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('The project is whole. Fix the error, then run this in');
  expect(listing(join(cwd, 'no-space-probe'))).toEqual(expect.arrayContaining(['compose.yaml', 'manage.py', '.env']));
});
