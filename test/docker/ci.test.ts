import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { githubJobs, gitlabJobs, type Job } from './ci-jobs.ts';
import { until, type Ended } from './compose-project.ts';
import { freePort } from '../../scripts/free-port.mjs';
import { packTool, temporaryFolder, type PackedTool } from './packed-tool.ts';

const folder = temporaryFolder('drf-docker-ci');
let tool: PackedTool;

beforeAll(() => {
  tool = packTool(folder.path);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

/** The ports of this machine that a run may take. */
async function freePorts(): Promise<Record<string, string>> {
  const names = ['WEB_PORT', 'HTTP_PORT', 'HTTPS_PORT'];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, String(await freePort())] as const)));
}

describe.each([
  ['github', githubJobs, ['--database=postgres']],
  ['gitlab', gitlabJobs, ['--database=sqlite', '--access=private', '--dependencies=requirements']],
] as const)('the checks of a project on %s', (ci, jobsOf, answers) => {
  const name = `e2e-ci-${ci}`;
  const path = join(folder.path, name);
  let environment: NodeJS.ProcessEnv;
  let jobs: readonly Job[];

  function run(job: Job, shell: readonly string[], script: string): Ended {
    const [program = '', ...args] = shell;
    const env = { ...environment, ...job.env };
    const ended = spawnSync(program, [...args, script], { cwd: path, env, encoding: 'utf8', input: '', maxBuffer: 1 << 26, timeout: 540_000 });
    return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
  }

  function jobOf(wanted: string): Job {
    const found = jobs.find((job) => job.name === wanted);
    if (found === undefined) throw new Error(`There is no job ${wanted}`);
    return found;
  }

  beforeAll(async () => {
    environment = { ...process.env, ...(await freePorts()), COMPOSE_PROGRESS: 'plain', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' };
    const created = spawnSync(process.execPath, [tool.bin, name, '--yes', `--ci=${ci}`, ...answers], { cwd: folder.path, encoding: 'utf8' });
    expect(created.status, created.stderr).toBe(0);
    // A clone has none.
    rmSync(join(path, '.env'));
    jobs = jobsOf(path);
  });
  afterAll(() => {
    for (const file of ['compose.yaml', 'compose.production.yaml']) {
      spawnSync('docker', ['compose', '--file', file, '--profile', 'tools', 'down', '--volumes', '--rmi', 'local', '--timeout', '5'], { cwd: path, env: environment });
    }
  });

  test.each(['project', 'production'])('the job %s passes, step by step', (wanted) => {
    const job = jobOf(wanted);
    expect(job.steps).not.toEqual([]);
    for (const { name: step, shell, script } of job.steps) {
      expect(script).not.toContain('${{');
      const ended = run(job, shell, script);
      expect([step, ended.code], ended.stdout + ended.stderr).toEqual([step, 0]);
    }
  });

  test('a site of which one page fails does not pass', async () => {
    const job = jobOf('project');
    const [shell, script] = [job.steps[0]?.shell ?? [], job.steps.at(-1)?.script ?? ''];
    const probe = script.slice(script.search(/^(?:site=|curl)/m));
    expect(run(job, shell, probe).code).toBe(0);
    const urls = join(path, 'config/urls.py');
    writeFileSync(urls, readFileSync(urls, 'utf8').replace('"admin/"', '"elsewhere/"'));
    await until('an answer of 404', () => Promise.resolve(run(job, shell, probe).code === 22));
  });
});
