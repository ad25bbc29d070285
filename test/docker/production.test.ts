import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from './compose-project.ts';
import { addedTo } from './image-layers.ts';
import { packTool, temporaryFolder, type PackedTool } from './packed-tool.ts';
import { POWERLESS, processesOf } from './process-status.ts';
import { ProductionSite } from './production-site.ts';

const folder = temporaryFolder('drf-docker-production');
let tool: PackedTool;

beforeAll(() => {
  tool = packTool(folder.path);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

const BOOKS = '/api/v1/books/';
const BOOK = { title: 'Middlemarch', author: 'George Eliot' };
const PASSWORD = 'correct-horse-7';

/** Both databases, servers, versions of Django and kinds of dependencies: what the form needs, the largest image, and its requirements. */
const SITES = [
  {
    database: 'postgres',
    flags: ['--server=granian', '--auth=session', '--resource=Book title:char:250 author:char:100'],
    megabytes: 110,
    required: ['DJANGO_SECRET_KEY', 'DATABASE_URL'],
    refused: ['DJANGO_SECRET_KEY', 'POSTGRES_PASSWORD'],
  },
  {
    database: 'sqlite',
    flags: [
      '--server=gunicorn',
      '--auth=jwt',
      '--django=6.1',
      '--dependencies=requirements',
      '--resource=Book title:char:250 author:char:100 paper:file:optional',
    ],
    megabytes: 90,
    required: ['DJANGO_SECRET_KEY'],
    refused: ['DJANGO_SECRET_KEY'],
  },
] as const;

/** A view that takes its time, to see what happens to a request that is being answered. */
const SLOW_VIEW = `

def slow(request):
    import time
    from django.http import HttpResponse

    time.sleep(3)
    return HttpResponse("slow")


urlpatterns.append(path("slow", slow))
`;

/** What a container starts without: no setting at all, and what each service of production has. */
const SETTINGS = {
  DJANGO_SECRET_KEY: 'mZ2vK8qXw4RtY7uB1nPc9sDf3gHj6kLa5eWo0iVxTbNyCzQrAd4Sf6',
  DATABASE_URL: 'postgres://library@db/library',
};

function sizeOf(image: string): number {
  return Number(execFileSync('docker', ['image', 'inspect', '--format', '{{.Size}}', image], { encoding: 'utf8' }));
}

/** Starts an image as anybody would who has nothing but the image, and gives how it ended within ten seconds. */
function bare(
  image: string,
  settings: Readonly<Record<string, string>>,
): { readonly code: number | null; readonly text: string } {
  const variables = Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const ended = spawnSync('docker', ['run', '--rm', ...variables, image], { encoding: 'utf8', timeout: 10_000 });
  return { code: ended.status, text: ended.stdout + ended.stderr };
}

/** Builds an image, and gives the instructions that did not come from the cache. */
function builtAnew(path: string, image: string): string[] {
  const { stderr } = spawnSync('docker', ['image', 'build', '--progress', 'plain', '--tag', image, path], {
    encoding: 'utf8',
  });
  const cached = new Set(Array.from(stderr.matchAll(/^#(\d+) CACHED$/gm), ([, step]) => step));
  // A step that takes long is named more than once.
  const steps = new Map(
    Array.from(stderr.matchAll(/^#(\d+) \[\S+ \d+\/\d+\] (?!FROM)(.+)$/gm), ([, step = '', instruction = '']) => [
      step,
      instruction,
    ]),
  );
  return [...steps].filter(([step]) => !cached.has(step)).map(([, instruction]) => instruction);
}

describe.each(SITES)('production on $database', ({ database, flags, megabytes, required, refused }) => {
  const image = `e2e-production-${database}-production-web`;
  let site: ProductionSite;

  beforeAll(async () => {
    site = await ProductionSite.create(
      tool.bin,
      folder.path,
      `e2e-production-${database}`,
      `--database=${database}`,
      ...flags,
    );
    appendFileSync(join(site.path, 'config/urls.py'), SLOW_VIEW);
    site.configure();
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
  });

  test.each(refused)('Compose refuses to start without %s, and names it', async (name) => {
    const ended = await site.run(
      'env',
      `${name}=`,
      'docker',
      'compose',
      '--file',
      'compose.production.yaml',
      'up',
      '--wait',
    );
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain(name);
  });

  test('starts by one command, and publishes the ports of the proxy on this machine only', async () => {
    const ended = await site.compose('up', '--build', '--wait');
    expect(ended.code, ended.stderr).toBe(0);
    const { stdout } = await site.compose('ps', '--format', '{{.Service}} {{.Ports}}');
    const published = stdout.split('\n').filter((line) => line.includes('->'));
    expect(published).toHaveLength(1);
    expect(published[0]).toMatch(/^proxy [^>]*127\.0\.0\.1:\d+->80\/tcp, 127\.0\.0\.1:\d+->443\/tcp$/);
    const migrated = await site.compose('ps', '--all', '--format', '{{.State}} {{.ExitCode}}', 'migrate');
    expect(migrated.stdout.trim()).toBe('exited 0');
    await site.createSuperuser('ada', PASSWORD);
  });

  test.each(required)('the image alone, started without %s, ends in one sentence', (name) => {
    const { code, text } = bare(
      image,
      Object.fromEntries(Object.entries(SETTINGS).filter(([other]) => other !== name)),
    );
    expect([code, text.includes('Traceback'), text.includes(name)], text).toEqual([1, false, true]);
  });

  test.each(required)('the image alone, started with an empty %s, ends and names it', (name) => {
    const { code, text } = bare(image, { ...SETTINGS, [name]: '' });
    expect([code === 0, code === null, text.includes('Traceback')], text).toEqual([false, false, false]);
    expect(text).toContain(name.replace('DJANGO_', ''));
  });

  test.each([
    ['SECRET_KEY', 'DJANGO_SECRET_KEY', 'guessable'],
    ['DEBUG', 'DJANGO_DEBUG', 'true'],
  ])('neither the image nor the migration starts with an unsafe %s', async (word, name, value) => {
    const { code, text } = bare(image, { ...SETTINGS, [name]: value });
    expect([code, text.includes('Traceback'), text.includes(word)], text).toEqual([1, false, true]);
    const migrated = await site.compose('run', '--rm', '--no-deps', '--env', `${name}=${value}`, 'migrate');
    expect([migrated.code, migrated.stderr.includes(word)], migrated.stderr).toEqual([1, true]);
  });

  test('runs an image that is small, and has no secret and nothing that only building needs in any layer', () => {
    expect((sizeOf(image) - sizeOf('python:3.14-slim')) / 1e6).toBeLessThan(megabytes);
    const added = addedTo('python:3.14-slim', image, folder.path, site.secrets());
    expect(added.paths.length).toBeGreaterThan(1000);
    expect(added.unwanted).toEqual([]);
    expect(added.texts).toEqual([]);
  });

  test('installs no package anew where code alone has changed, and collects what an app brings', () => {
    const again = `e2e-production-${database}-again`;
    // The cache keeps what an earlier run has built.
    writeFileSync(join(site.path, 'books/__init__.py'), `# ${randomUUID()}\n`);
    expect(builtAnew(site.path, again).filter((instruction) => /pip|venv/.test(instruction))).toEqual([]);
    execFileSync('docker', ['image', 'rm', again]);
  });

  test('answers by TLS, with headers and cookies that keep browsers safe', async () => {
    const session = await site.session();
    const page = await session.request('/accounts/login/');
    expect(page.status).toBe(200);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'permissions-policy': expect.stringContaining('camera=()'),
      'set-cookie': expect.stringMatching(/^csrftoken=.*; Secure/),
    });
    const entered = await session.logIn('/accounts/login/', 'ada', PASSWORD);
    expect([entered.status, entered.headers.get('set-cookie')]).toEqual([
      302,
      expect.stringMatching(/sessionid=.*HttpOnly.*Secure/),
    ]);
    const created = await session.request(BOOKS, { json: BOOK });
    expect(created.status, created.text).toBe(201);
    const plain = await fetch(`${site.httpOrigin}/books/`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')?.startsWith('https://localhost')]).toEqual([308, true]);
  });

  test('serves static files by names that change with their content', async () => {
    const session = await site.session();
    const page = await session.request('/accounts/login/');
    const css = await session.request(/\/static\/css\/site\.[\da-f]+\.css/.exec(page.text)?.[0] ?? '');
    expect([css.status, css.headers.get('cache-control')]).toEqual([200, 'max-age=315360000, public, immutable']);
  });

  test('every container has a read-only root, no capability beyond what it starts with, and a log that fills no disk', async () => {
    const { stdout } = await site.compose('ps', '--all', '--format', '{{.Name}}');
    const format =
      '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.LogConfig.Type}}';
    const found = stdout
      .trim()
      .split('\n')
      .map((name) => execFileSync('docker', ['inspect', '--format', format, name], { encoding: 'utf8' }).trim());
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found)).toEqual(new Set(['true [ALL] [no-new-privileges:true] local']));
  });

  test('runs as an unprivileged user without capabilities or a writable place', async () => {
    const processes = await processesOf(site, 'web');
    // The init process, the server and its workers.
    expect(processes.length).toBeGreaterThan(3);
    for (const one of processes) expect(one).toMatchObject(POWERLESS);
    const probe =
      'import pathlib, sys\nfor path in ("/x", "/app/x", "/opt/venv/x"):\n try: pathlib.Path(path).touch()\n except OSError as error: print(error.errno)';
    const written = await site.compose('exec', '-T', 'web', 'python', '-c', probe);
    expect(written.stdout).toBe('30\n30\n30\n');
  });

  test('refuses a search that is longer than a person types', async () => {
    const session = await site.session();
    await session.logIn('/accounts/login/', 'ada', PASSWORD);
    for (const search of ['x'.repeat(2000), Array.from({ length: 1500 }, () => 'a').join('+')]) {
      const since = Date.now();
      expect((await session.request(`${BOOKS}?search=${search}`)).status).toBe(400);
      expect(Date.now() - since).toBeLessThan(3000);
    }
  });

  if (flags.some((flag) => flag.includes(':file')))
    test('gives an upload back as a file, never as a page', async () => {
      const session = await site.session();
      await session.logIn('/accounts/login/', 'ada', PASSWORD);
      const form = new FormData();
      for (const [key, value] of Object.entries(BOOK)) form.set(key, value);
      form.set('paper', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'words.txt');
      expect((await session.request('/books/add/', { multipart: form })).status).toBe(302);
      const list = await session.request(`${BOOKS}?search=middlemarch`, { headers: { accept: 'application/json' } });
      const stored = await session.request(/\/data\/media\/[^"]+/.exec(list.text)?.[0] ?? '/not-stored');
      expect([stored.status, stored.text]).toEqual([200, '<script>alert(1)</script>']);
      expect(stored.headers.get('content-type')).not.toContain('html');
      expect([stored.headers.get('x-content-type-options'), stored.headers.get('content-security-policy')]).toEqual([
        'nosniff',
        "default-src 'none'; sandbox",
      ]);
    });

  test('clients that send slowly do not delay others', async () => {
    const head = `POST ${BOOKS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`;
    const sockets = await Promise.all(Array.from({ length: 40 }, async () => site.open(head)));
    const session = await site.session();
    for (let turn = 0; turn < 10; turn += 1) {
      for (const socket of sockets) socket.write(' ');
      expect((await session.request('/accounts/login/')).status).toBe(200);
    }
    for (const socket of sockets) socket.destroy();
  });

  test('answers a request that it has begun before it stops', async () => {
    const session = await site.session();
    const slow = session.request('/slow');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await site.compose('stop', 'web')).code).toBe(0);
    expect((await slow).text).toBe('slow');
    expect((await site.compose('up', '--wait')).code).toBe(0);
  });

  test('loses no request in a restart under load', async () => {
    let over = false;
    const statuses: number[] = [];
    const load = Array.from({ length: 4 }, async () => {
      const session = await site.session();
      while (!over) {
        statuses.push((await session.request('/accounts/login/')).status);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    expect((await site.compose('restart', 'web')).code).toBe(0);
    await (await site.session()).request('/healthz');
    over = true;
    await Promise.all(load);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(statuses.length).toBeGreaterThan(load.length);
  });

  test('a header that a client makes up changes nothing: the tenth wrong password locks, and requests are counted', async () => {
    const session = await site.session();
    const page = await session.request('/accounts/login/');
    const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const guesses: number[] = [];
    for (let guess = 1; guess <= 11; guess += 1) {
      const headers = {
        'x-forwarded-for': `198.51.100.${guess}`,
        forwarded: `for=198.51.100.${guess}`,
        'x-real-ip': `198.51.100.${guess}`,
      };
      const form = {
        csrfmiddlewaretoken: token,
        username: 'ada',
        password: guess === 11 ? PASSWORD : `guess ${guess}`,
      };
      guesses.push((await session.request('/accounts/login/', { form, headers })).status);
    }
    expect(guesses).toEqual([...Array.from({ length: 9 }, () => 200), 429, 429]);

    const asked: number[] = [];
    const nobody = await site.session();
    // Each of the two processes counts for itself.
    for (let number = 0; number < 700 && !asked.includes(429); number += 1)
      asked.push(
        (
          await nobody.request('/api/v1/', {
            headers: { accept: 'application/json', 'x-forwarded-for': `198.51.${number >> 8}.${number & 255}` },
          })
        ).status,
      );
    expect(asked.at(-1)).toBe(429);
  });

  test('says in JSON what is wrong', async () => {
    const { stdout } = await site.compose('logs', '--no-log-prefix', '--no-color', 'proxy');
    const lines = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({ status: 429, request: expect.objectContaining({ method: 'GET', uri: '/api/v1/' }) }),
    );
    const own = await site.compose('logs', '--no-log-prefix', '--no-color', 'web');
    expect(own.stdout).toMatch(/^\{.*"levelname": ?"WARNING".*\}$/m);
  });

  if (database === 'postgres')
    test('lives without its database, but gets no request then; a query does not take longer than 30 seconds', async () => {
      expect(
        await site.shell(
          'from django.db import connection as c; k = c.cursor(); k.execute("SHOW statement_timeout"); print(k.fetchone()[0])',
        ),
      ).toBe('30s');
      const session = await site.session();
      expect((await site.compose('stop', 'db')).code).toBe(0);
      expect((await session.request('/healthz')).status).toBe(200);
      expect((await session.request('/readyz')).status).toBe(503);
      expect((await site.compose('up', '--detach', '--no-recreate', 'db')).code).toBe(0);
      await until('an answer', async () => (await session.request('/readyz')).status === 200);
    });
});
