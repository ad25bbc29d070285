import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentFetch } from './agent-fetch.ts';
import { ComposeProject, until, type Ended } from './compose-project.ts';
import { HttpSession } from './http-session.ts';
import { packTool, temporaryFolder, type PackedTool } from './packed-tool.ts';

const folder = temporaryFolder('drf-docker-project');
let tool: PackedTool;

beforeAll(() => {
  tool = packTool(folder.path);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

/** Every address that answers without a login, with its status and a piece of its text. */
const READABLE: readonly (readonly [string, number, string])[] = [
  ['/', 302, ''],
  ['/books/', 200, 'Frankenstein'],
  ['/books/?q=austen', 200, 'Pride and Prejudice'],
  ['/books/?q=nothing-has-these-words', 200, 'No books'],
  ['/books/1/', 200, '<h1'],
  ['/books/add/', 302, ''],
  ['/accounts/login/', 200, 'csrfmiddlewaretoken'],
  ['/accounts/sign-up/', 200, 'csrfmiddlewaretoken'],
  ['/accounts/password_reset/', 200, 'csrfmiddlewaretoken'],
  ['/admin/login/', 200, 'csrfmiddlewaretoken'],
  ['/api/v1/', 200, '/api/v1/books/'],
  ['/api/v1/books/', 200, '"count"'],
  ['/api/v1/books/?search=austen', 200, 'Pride and Prejudice'],
  ['/api/v1/books/?ordering=-title', 200, '"count"'],
  ['/api/v1/books/1/', 200, '"isbn"'],
  ['/api/v1/statistics/', 200, '"books"'],
  ['/api/docs/', 200, 'swagger-ui'],
  ['/api/redoc/', 200, 'redoc'],
  ['/api/schema/', 200, 'openapi: 3'],
  ['/api-auth/login/', 200, 'csrfmiddlewaretoken'],
  ['/healthz', 200, '"ok"'],
  ['/readyz', 200, '"ok"'],
  ['/books/999999/', 404, ''],
  ['/nowhere/', 404, ''],
  ['/api/v1/books/999999/', 404, '"detail"'],
  ['/api/v1/books/?page=0', 404, '"detail"'],
];

const BOOK = { title: 'Middlemarch', subtitle: '', author: 'George Eliot', isbn: '9780141439549' };

async function probeEveryAddress(origin: string): Promise<void> {
  const session = new HttpSession(origin);
  for (const [path, status, piece] of READABLE) {
    const answer = await session.request(path, {
      headers: { accept: path.startsWith('/api/v1/') ? 'application/json' : 'text/html,*/*' },
    });
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.text, path).toContain(piece);
  }
}

/** Creates, reads, changes and deletes a book as a logged-in user; before that, without a login. Gives the id of one that is left. */
async function probeVerbs(project: ComposeProject): Promise<string> {
  const nobody = new HttpSession(project.origin);
  expect((await nobody.request('/api/v1/books/', { json: BOOK })).status).toBe(403);
  expect((await nobody.request('/api/v1/books/1/', { method: 'DELETE' })).status).toBe(403);

  const member = new HttpSession(project.origin);
  const password = project.secret('DJANGO_SUPERUSER_PASSWORD');
  expect((await member.logIn('/api-auth/login/', 'admin', `${password}-wrong`)).status).toBe(200);
  expect((await member.logIn('/api-auth/login/', 'admin', password)).status).toBe(302);
  const bad = await member.request('/api/v1/books/', { json: { ...BOOK, title: '', isbn: '1'.repeat(14) } });
  expect([bad.status, Object.keys(Object(bad.json())).sort()]).toEqual([400, ['isbn', 'title']]);

  const created = await member.request('/api/v1/books/', { json: BOOK });
  expect([created.status, created.json()]).toEqual([201, expect.objectContaining(BOOK)]);
  const { id } = JSON.parse(created.text);
  const path = `/api/v1/books/${String(id)}/`;
  expect((await member.request('/api/v1/books/', { json: BOOK })).status).toBe(400);
  expect((await member.request(path, { method: 'PUT', json: { ...BOOK, subtitle: 'A Study' } })).status).toBe(200);
  expect(
    (await member.request(path, { method: 'PATCH', json: { subtitle: 'A Study of Provincial Life' } })).status,
  ).toBe(200);
  expect((await nobody.request(path)).json()).toEqual({ ...BOOK, id, subtitle: 'A Study of Provincial Life' });
  expect((await member.request(path, { method: 'DELETE' })).status).toBe(204);
  expect((await nobody.request(path)).status).toBe(404);

  const kept = await member.request('/api/v1/books/', { json: BOOK });
  expect(kept.status).toBe(201);
  return `/api/v1/books/${String(JSON.parse(kept.text).id)}/`;
}

/** A form with files, without a file. */
function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Saves a source file and waits for the server to show it. */
async function seeReload(project: ComposeProject): Promise<void> {
  const file = join(project.path, 'config/views.py');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replaceAll('"status": "ok"', '"status": "saved"'));
  const session = new HttpSession(project.origin);
  await until('the reload', async () => (await session.request('/healthz')).text.includes('"saved"'));
  writeFileSync(file, before);
  await until('the reload back', async () => (await session.request('/healthz')).text.includes('"ok"'));
}

/** A migration that a container makes belongs to the user who created the project, not to root. */
function seeOwnership(project: ComposeProject): void {
  const made = project.exec('python', 'manage.py', 'makemigrations', 'books', '--empty', '--name', 'probe');
  expect(made.code, made.stderr).toBe(0);
  const file = execFileSync('find', ['books/migrations', '-name', '*probe.py'], {
    cwd: project.path,
    encoding: 'utf8',
  }).trim();
  expect(statSync(join(project.path, file)).uid).toBe(Number(project.secret('UID')));
  execFileSync('rm', [file], { cwd: project.path });
}

/**
 * Logs in with the headers of a proxy before the site.
 * @returns the status of the page with the form, the status after it was sent, and the address that the API then gives for its books
 */
async function logInBehind(
  project: ComposeProject,
  headers: Readonly<Record<string, string>>,
): Promise<readonly [number, number, unknown]> {
  const session = new HttpSession(project.origin, agentFetch(new Agent()));
  const page = await session.request('/api-auth/login/', { headers });
  const csrfmiddlewaretoken = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = { csrfmiddlewaretoken, username: 'admin', password: project.secret('DJANGO_SUPERUSER_PASSWORD') };
  const sent = await session.request('/api-auth/login/', { form, headers });
  const root = await session.request('/api/v1/', { headers: { ...headers, accept: 'application/json' } });
  return [page.status, sent.status, root.status === 200 ? Object(root.json()).books : undefined];
}

/** Online editors: the variable that each sets on its machine, and where it then shows port 8000. */
const EDITORS = {
  postgres: { variable: 'GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN=app.github.dev', name: 'x-8000.app.github.dev' },
  sqlite: {
    variable: 'GITPOD_WORKSPACE_URL=https://me-library-1a2b.ws-eu117.gitpod.io',
    name: '8000-me-library-1a2b.ws-eu117.gitpod.io',
  },
} as const;

describe.each(['postgres', 'sqlite'] as const)('a project on %s', (database) => {
  let project: ComposeProject;
  let kept: string;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, `e2e-${database}`, ['env', EDITORS[database].variable]);
  });
  afterAll(() => {
    project[Symbol.dispose]();
    expect(project.leftovers()).toEqual([]);
  });

  test('is created, built and started by one command, which ends with its address', () => {
    const created = project.create(tool.bin, '--yes', '--up', `--database=${database}`, '--title=Library');
    expect(created.code, created.stderr).toBe(0);
    expect(created.stdout).toContain(`${project.origin}/`);
  });

  test('answers at every address', async () => {
    await probeEveryAddress(project.origin);
  });

  test('lets anyone read and a logged-in user write', async () => {
    kept = await probeVerbs(project);
  });

  test('lets people in where an online editor shows it, whichever headers it sends, and from nowhere else', async () => {
    const { name } = EDITORS[database];
    const url = (host: string): string => `http://${host}/api/v1/books/`;
    expect(await logInBehind(project, { host: name, origin: `https://${name}` })).toEqual([200, 302, url(name)]);
    expect(await logInBehind(project, { host: name, origin: 'https://localhost:8000' })).toEqual([200, 302, url(name)]);
    expect(
      await logInBehind(project, {
        host: 'localhost:8000',
        'x-forwarded-host': name,
        origin: 'https://localhost:8000',
      }),
    ).toEqual([200, 302, url(name)]);
    expect(await logInBehind(project, { host: 'localhost:8000', origin: 'https://elsewhere.example' })).toEqual([
      200,
      403,
      url('localhost:8000'),
    ]);
    expect(await logInBehind(project, { host: 'elsewhere.example', origin: 'https://elsewhere.example' })).toEqual([
      400,
      400,
      undefined,
    ]);
  });

  test('answers 120 clients that keep their connections open', async () => {
    const agents = Array.from({ length: 120 }, () => new Agent({ keepAlive: true }));
    const clients = agents.map((agent) => new HttpSession(project.origin, agentFetch(agent)));
    const statuses: number[] = [];
    for (const path of ['/api/v1/books/', '/books/', '/readyz'])
      for (const client of clients) statuses.push((await client.request(path)).status);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    for (const agent of agents) agent.destroy();
  });

  test.each([
    ['a filter with 1,001 values', `/api/v1/books/?${'title=x&'.repeat(1001)}`, {}],
    ['a form of 4 MB', '/api/v1/books/', { form: { title: 'x'.repeat(4e6) } }],
    ['4 MB of JSON', '/api/v1/books/', { json: { title: 'x'.repeat(4e6) } }],
    ['a field of 4 MB', '/api/v1/books/', { multipart: formOf({ title: 'x'.repeat(4e6) }) }],
    [
      '1,001 fields',
      '/api/v1/books/',
      { multipart: formOf(Object.fromEntries(Array.from({ length: 1001 }, (_, number) => [`a${number}`, 'x']))) },
    ],
  ] as const)(
    'refuses %s as the API refuses everything: with a status below 500, and as JSON',
    async (_what, path, options) => {
      const member = new HttpSession(project.origin);
      await member.logIn('/api-auth/login/', 'admin', project.secret('DJANGO_SUPERUSER_PASSWORD'));
      for (const session of [member, new HttpSession(project.origin)]) {
        const answer = await session.request(path, { ...options, headers: { accept: 'application/json' } });
        expect([
          answer.status >= 400 && answer.status < 500,
          answer.headers.get('content-type'),
          typeof answer.json(),
        ]).toEqual([true, 'application/json', 'object']);
      }
    },
  );

  test('reloads when a source file is saved', async () => {
    await seeReload(project);
  });

  test('runs as a user, and what it makes in the folder belongs to that user', () => {
    expect(project.exec('id', '-u').stdout.trim()).toBe(project.secret('UID'));
    seeOwnership(project);
  });

  test.each([
    ['its own tests', ['python', '-m', 'pytest', '-q']],
    ['the check for missing migrations', ['python', 'manage.py', 'makemigrations', '--check', '--dry-run']],
    ['ruff', ['ruff', 'check']],
    ['the check of the format', ['ruff', 'format', '--check']],
  ])('passes %s in the container', (_what, command) => {
    const ended = project.exec(...command);
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  });

  test('still has the data after down and up', async () => {
    expect(project.compose('down').code).toBe(0);
    expect(project.compose('up', '--detach', '--wait').code).toBe(0);
    // The first request may still take a connection that was open before.
    await until('an answer', async () => (await new HttpSession(project.origin).request('/readyz')).status === 200);
    const answer = await new HttpSession(project.origin).request(kept);
    expect([answer.status, answer.json()]).toEqual([200, expect.objectContaining(BOOK)]);
  });

  test('answers at the names that the README’s lines give it, and at that of its service', async () => {
    const [lines = ''] = [
      ...readFileSync(join(project.path, 'README.md'), 'utf8').matchAll(/^```ini\n(.*?)^```$/gms),
    ].map(([, block]) => block);
    appendFileSync(join(project.path, '.env'), `\n${lines}`);
    const up = project.compose('up', '--wait');
    expect(up.code, up.stderr).toBe(0);
    const proxy = { host: 'name-8000.example.dev', origin: 'https://name-8000.example.dev' };
    expect(await logInBehind(project, proxy)).toEqual([200, 302, 'http://name-8000.example.dev/api/v1/books/']);
    const session = new HttpSession(project.origin, agentFetch(new Agent()));
    for (const host of ['host.docker.internal:8000', '10.0.2.2:8000'])
      expect((await session.request('/api/v1/', { headers: { host } })).status).toBe(200);
    const other = project.compose(
      'run',
      '--rm',
      '--no-deps',
      'web',
      'python',
      '-c',
      'import urllib.request as r; print(r.urlopen("http://web:8000/api/v1/").status)',
    );
    expect(other.stdout.trim(), other.stderr).toBe('200');
  });

  test('says below /api/ that a migration is missing', async () => {
    expect(project.exec('python', 'manage.py', 'migrate', 'books', 'zero').code).toBe(0);
    const answer = await new HttpSession(project.origin).request('/api/v1/books/', {
      headers: { accept: 'application/json' },
    });
    expect([answer.status, answer.json()]).toEqual([
      500,
      { detail: expect.stringMatching(/^If a table or column is missing, run migrate\. .*books_book/) },
    ]);
    expect(project.exec('python', 'manage.py', 'migrate').code).toBe(0);
    expect((await new HttpSession(project.origin).request('/api/v1/books/')).status).toBe(200);
  });

  if (database === 'postgres') {
    const KEEP_OR_DROP =
      'The database does not fit this project. To keep it, change the name in compose.yaml, and a new one is created. To drop it with all its data, run: docker compose down --volumes --rmi local\n';

    /** A new project in place of this one, of the same name. */
    const replaced = (...args: readonly string[]): Ended => {
      rmSync(project.path, { recursive: true });
      return project.create(tool.bin, '--yes', ...args);
    };

    test.each([
      [
        'other fields',
        ['--auth=jwt', '--resource=Book title:char:100 pages:integer'],
        'column books_book.pages does not exist',
      ],
      [
        'a relation',
        ['--resource=Book title:char:100 author:fk:Author', '--resource=Author name:char:100'],
        "Migration books.0001_initial is applied before its dependency authors.0001_initial on database 'default'.",
      ],
      ['the same fields', ['--title=Library'], "admin's password is not the one of .env"],
    ])(
      'a later project of that name, with %s, stops at its database, and announces no password',
      (_what, flags, reason) => {
        const created = replaced('--up', ...flags);
        expect(created.code).toBe(1);
        expect(created.stdout + created.stderr).toContain(`CommandError: ${reason}\n${KEEP_OR_DROP}`);
        expect(created.stdout).not.toMatch(/the password is in|It runs/);
      },
    );

    const logInAfresh = async (): Promise<void> => {
      // The first request may still take a connection that was open before.
      await until(
        'the login',
        async () => (await new HttpSession(project.origin).logIn('/admin/login/', 'admin', 'admin')).status === 302,
      );
    };

    test('a clone without .env stops there too, keeps it by another name, or drops it', async () => {
      rmSync(join(project.path, '.env'));
      execFileSync('chmod', ['-R', 'a+rwX', project.path]);
      expect(project.compose('up', '--wait').code).toBe(1);
      writeFileSync(join(project.path, 'compose.override.yaml'), `name: ${project.name}-2\n`);
      expect(project.compose('up', '--wait').code).toBe(0);
      await logInAfresh();
      expect(project.compose('down', '--volumes', '--rmi', 'local').code).toBe(0);
      rmSync(join(project.path, 'compose.override.yaml'));
      expect(project.compose('down', '--volumes', '--rmi', 'local').code).toBe(0);
      expect(project.compose('up', '--wait').code).toBe(0);
      await logInAfresh();
    });
  }
});
