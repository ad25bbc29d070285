import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import { githubSteps, gitlabSteps } from './ci-jobs.ts';
import { temporaryFolder } from './packed-tool.ts';
import { writeProject } from './written-project.ts';

const folder = temporaryFolder('drf-docker-ci');
afterAll(() => {
  folder[Symbol.dispose]();
});

test.each([
  { ci: 'github', stepsOf: githubSteps, answers: {} },
  {
    ci: 'gitlab',
    stepsOf: gitlabSteps,
    answers: { database: 'sqlite', access: 'private', dependencies: 'requirements' },
  },
])('the checks of a project on $ci pass step by step, and fail with its tests', async ({ ci, stepsOf, answers }) => {
  const name = `e2e-ci-${ci}`;
  const path = join(folder.path, name);
  writeProject(path, { ...answers, name, ci });
  const env = {
    ...process.env,
    WEB_PORT: String(await freePort()),
    COMPOSE_PROGRESS: 'plain',
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
  };
  const run = ([program = '', ...args]: readonly string[], script: string) =>
    spawnSync(program, [...args, script], { cwd: path, env, encoding: 'utf8', input: '', maxBuffer: 1 << 26 });
  try {
    const steps = stepsOf(path);
    expect(steps.length).toBeGreaterThan(3);
    for (const { name: step, shell, script } of steps) {
      expect(script).not.toContain('${{');
      const ended = run(shell, script);
      expect([step, ended.status], ended.stdout + ended.stderr).toEqual([step, 0]);
    }
    const tests = steps.find(({ script }) => script.includes('pytest'));
    appendFileSync(join(path, 'books/tests.py'), '\n\ndef test_nothing_works():\n    assert False\n');
    expect(run(tests?.shell ?? [], tests?.script ?? '').status).not.toBe(0);
  } finally {
    run(['sh', '-c'], 'docker compose --profile "*" down --volumes --rmi local --timeout 5');
  }
});
