import { resolve } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import { EVERY_TYPE } from './every-type.ts';
import { RenderedProject } from './rendered-project.ts';
import { toolVirtualenv } from './virtualenv.ts';

/**
 * Whether every answer is one that the schema of its operation has, and none an error of the server. Two more are left out:
 * `positive_data_acceptance` (ST202) takes 400 for a unique value that is stored already, which is what REST framework answers and its
 * clients expect, for a mistake: no schema says what is stored. `negative_data_rejection` (ST201) leaves out the session's cookie, which
 * the headers below send all the same, and takes the answer for one that nobody should have got.
 */
const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_headers_conformance', 'response_schema_conformance'];

/** What a browser with this session and this token sends. */
function headers(session: string): readonly string[] {
  const token = 'a'.repeat(32);
  return ['-H', `Cookie: sessionid=${session}; csrftoken=${token}`, '-H', `X-CSRFToken: ${token}`];
}

let tool = '';
beforeAll(() => {
  tool = toolVirtualenv('schemathesis==4.32.5');
});

// The schemas and the answers of the three kinds of views are the same to the byte (views.test.ts), so that one is tested at length.
test.each([
  { views: 'function', pagination: 'page', depth: ['--max-examples=10'] },
  { views: 'generic', pagination: 'cursor', depth: ['--phases=fuzzing,stateful', '--max-examples=8'] },
  { views: 'viewset', pagination: 'page', depth: ['--phases=fuzzing,stateful', '--max-examples=8'] },
])('an API keeps to its own schema: $views, $pagination', async ({ depth, ...answers }) => {
  using project = new RenderedProject(EVERY_TYPE, { database: 'sqlite', ...answers });
  const port = await freePort();
  const env = { ...project.env, DJANGO_SETTINGS_MODULE: 'contract_settings', PYTHONPATH: resolve('test/python'), SQLITE_PATH: 'contract.sqlite3' };
  const own = { cwd: project.folder, env } as const;
  const { stdout: session } = await execa('python', [resolve('test/python/contract_session.py')], own);
  const server = execa('python', ['-m', 'gunicorn', '--workers=1', '--threads=4', `--bind=127.0.0.1:${port}`, 'config.wsgi'], { ...own, reject: false, stdio: 'ignore' });
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
        ...headers(session),
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
