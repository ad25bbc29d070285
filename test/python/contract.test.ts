import { resolve } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import { EVERY_TYPE } from './every-type.ts';
import { RenderedProject } from './rendered-project.ts';
import { toolVirtualenv } from './virtualenv.ts';

/** Whether no answer is an error of the server; the schema is drf-spectacular's own, so that its other promises are not ours. */
const CHECKS = ['not_a_server_error'];

let tool = '';
beforeAll(() => {
  tool = toolVirtualenv('schemathesis==4.32.5');
});

test.each([
  { views: 'generic', pagination: 'page', auth: 'session', depth: ['--max-examples=10'] },
  { views: 'viewset', pagination: 'cursor', auth: 'jwt', depth: ['--phases=fuzzing,stateful', '--max-examples=8'] },
])('an API answers what its schema offers: $views, $pagination, $auth', async ({ depth, ...answers }) => {
  using project = new RenderedProject(EVERY_TYPE, { database: 'sqlite', ...answers });
  const port = await freePort();
  const env = {
    ...project.env,
    DJANGO_SETTINGS_MODULE: 'contract_settings',
    PYTHONPATH: resolve('test/python'),
    SQLITE_PATH: 'contract.sqlite3',
  };
  const own = { cwd: project.folder, env } as const;
  const { stdout: headers } = await execa('python', [resolve('test/python/contract_session.py')], own);
  const server = execa(
    'python',
    ['-m', 'gunicorn', '--workers=1', '--threads=4', `--bind=127.0.0.1:${port}`, 'config.wsgi'],
    { ...own, reject: false, stdio: 'ignore' },
  );
  try {
    const ended = await execa(
      `${tool}/python`,
      [
        ...['-m', 'schemathesis.cli', 'run'],
        `http://127.0.0.1:${port}/api/schema/?format=json`,
        '--wait-for-schema=60',
        `--checks=${CHECKS.join()}`,
        '--seed=1',
        '--generation-deterministic',
        '--no-shrink',
        '--continue-on-failure',
        '--suppress-health-check=all',
        '--warnings=off',
        ...depth,
        ...headers.split('\n').flatMap((header) => ['-H', header]),
      ],
      { cwd: project.folder, all: true, reject: false, stdin: 'ignore' },
    );
    expect(ended.exitCode, ended.all).toBe(0);
    expect(Number(/(\d+) generated/.exec(ended.all)?.[1]), ended.all).toBeGreaterThan(100);
  } finally {
    server.kill();
    await server;
  }
});
