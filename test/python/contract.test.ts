import { resolve } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import { EVERY_TYPE } from './every-type.ts';
import { RenderedProject } from './rendered-project.ts';
import { toolVirtualenv } from './virtualenv.ts';

/** Whether every answer is one that the schema of its operation has, and none an error of the server. */
const ANSWERS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_headers_conformance', 'response_schema_conformance'];

/**
 * Whether also all is taken that the schema allows (ST202), nothing else (ST201), and from nobody whose token is none (ST401).
 * Asked of a program with a token, for a session's cookie, which is sent as a header, goes along where these checks leave the session out;
 * and where no value depends on what is stored, for REST framework refuses a unique value that is stored already, and the key of a row that
 * is not, by 400, as its clients expect, but no schema says what is stored. Left out are also an address on the web and a span of time,
 * whose form alone does not say which there can be; a document, deep in which OpenAPI 3.0 cannot forbid a NUL; and a boolean, a decimal and
 * a UUID, of which REST framework takes other spellings too.
 */
const BOTH_WAYS = [...ANSWERS, 'positive_data_acceptance', 'negative_data_rejection', 'ignored_auth', 'missing_required_header', 'unsupported_method'];
const PLAIN = [
  'Plain name:char:30 nick:char:3:optional note:text slug:slug mail:email whole:integer small:positivesmallinteger big:biginteger ratio:float day:date moment:datetime clock:time ip:genericipaddress level:choice:1=Low,2=High size:choice:S=Small,XL=Extra_large made:datetime:auto_now_add owner',
];

let tool = '';
beforeAll(() => {
  tool = toolVirtualenv('schemathesis==4.32.5');
});

// The schemas and the answers of the three kinds of views are the same to the byte (views.test.ts), so that one is tested at length.
test.each([
  { views: 'function', pagination: 'page', auth: 'session', lines: EVERY_TYPE, checks: ANSWERS, depth: ['--max-examples=10'] },
  { views: 'generic', pagination: 'cursor', auth: 'session', lines: EVERY_TYPE, checks: ANSWERS, depth: ['--phases=fuzzing,stateful', '--max-examples=8'] },
  { views: 'viewset', pagination: 'page', auth: 'session', lines: EVERY_TYPE, checks: ANSWERS, depth: ['--phases=fuzzing,stateful', '--max-examples=8'] },
  { views: 'generic', pagination: 'page', auth: 'jwt', lines: PLAIN, checks: BOTH_WAYS, depth: ['--max-examples=20'] },
])('an API keeps to its own schema: $views, $pagination, $auth', async ({ depth, lines, checks, ...answers }) => {
  using project = new RenderedProject(lines, { database: 'sqlite', ...answers });
  const port = await freePort();
  const env = { ...project.env, DJANGO_SETTINGS_MODULE: 'contract_settings', PYTHONPATH: resolve('test/python'), SQLITE_PATH: 'contract.sqlite3' };
  const own = { cwd: project.folder, env } as const;
  const { stdout: headers } = await execa('python', [resolve('test/python/contract_session.py')], own);
  const server = execa('python', ['-m', 'gunicorn', '--workers=1', '--threads=4', `--bind=127.0.0.1:${port}`, 'config.wsgi'], { ...own, reject: false, stdio: 'ignore' });
  try {
    const ended = await execa(
      `${tool}/python`,
      [
        ...['-m', 'schemathesis.cli', 'run'],
        `http://127.0.0.1:${port}/api/schema/?format=json`,
        '--wait-for-schema=60',
        `--checks=${checks.join()}`,
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
