import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const BOOK = { title: 'Middlemarch', subtitle: '', author: 'George Eliot', isbn: '9780141439549' };

/** Builds an image, and gives the instructions that did not come from the cache. */
function builtAnew(path: string, image: string): string[] {
  const { stderr } = spawnSync('docker', ['image', 'build', '--progress', 'plain', '--tag', image, path], { encoding: 'utf8' });
  const cached = new Set(Array.from(stderr.matchAll(/^#(\d+) CACHED$/gm), ([, step]) => step));
  // A step that takes long is named more than once.
  const steps = new Map(Array.from(stderr.matchAll(/^#(\d+) \[\S+ \d+\/\d+\] (?!FROM)(.+)$/gm), ([, step = '', instruction = '']) => [step, instruction]));
  return [...steps].filter(([step]) => !cached.has(step)).map(([, instruction]) => instruction);
}

function sizeOf(image: string): number {
  return Number(execFileSync('docker', ['image', 'inspect', '--format', '{{.Size}}', image], { encoding: 'utf8' }));
}

describe.each([
  ['postgres', 'granian', 'session', ['django_secret_key', 'postgres_password']],
  ['sqlite', 'gunicorn', 'jwt', ['django_secret_key', 'django_jwt_signing_key']],
])('production on %s with %s, authentication by %s', (database, server, auth, secrets) => {
  let site: ProductionSite;

  beforeAll(async () => {
    site = await ProductionSite.create(tool.bin, folder.path, `e2e-production-${database}`, `--database=${database}`, `--server=${server}`, `--auth=${auth}`);
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
  });

  test('does not start without its secrets, and names what is missing', async () => {
    const ended = await site.compose('up', '--wait');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('.secrets/');
  });

  test('gets its secrets by one command, which keeps what is there', async () => {
    const files = secrets.map((name) => join(site.path, '.secrets', name));
    const made = await site.compose('run', '--rm', 'secrets');
    expect(made.code, made.stderr).toBe(0);
    const first = files.map((file) => readFileSync(file, 'utf8'));
    expect(new Set(first).size).toBe(secrets.length);
    expect((await site.compose('run', '--rm', 'secrets')).code).toBe(0);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(first);
    expect(statSync(join(site.path, '.secrets')).mode & 0o777).toBe(0o700);
    expect(new Set(files.map((file) => statSync(file).uid))).toEqual(new Set([statSync(site.path).uid]));
  });

  test('starts by one command, and publishes the ports of the proxy on this machine only', async () => {
    const ended = await site.compose('up', '--build', '--wait');
    expect(ended.code, ended.stderr).toBe(0);
    const { stdout } = await site.compose('ps', '--format', '{{.Service}} {{.Ports}}');
    const published = stdout.split('\n').filter((line) => line.includes('->'));
    expect(published).toHaveLength(1);
    expect(published[0]).toMatch(/^proxy [^>]*127\.0\.0\.1:\d+->80\/tcp, 127\.0\.0\.1:\d+->443\/tcp$/);
  });

  test('starts where it may have more processors than the machine has', async () => {
    const command = ['docker', 'compose', '--file', 'compose.production.yaml', 'run', '--rm', '--no-deps', 'web', 'true'];
    const ended = await site.run('env', 'WEB_CPUS=4096', ...command);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('runs an image that is small, and has no secret and nothing that only building needs in any layer', () => {
    const image = `e2e-production-${database}-production-web`;
    expect((sizeOf(image) - sizeOf('python:3.14-slim')) / 1e6).toBeLessThan(server === 'granian' ? 70 : 50);
    const texts = [...secrets.map((name) => readFileSync(join(site.path, '.secrets', name), 'utf8')), ...site.secrets()];
    const added = addedTo('python:3.14-slim', image, folder.path, texts);
    expect(added.paths.length).toBeGreaterThan(1000);
    expect(added.unwanted).toEqual([]);
    expect(added.texts).toEqual([]);
  });

  test('makes only the layer of the code anew where code alone has changed, and collects what an app brings', () => {
    const image = `e2e-production-${database}-again`;
    builtAnew(site.path, image);
    // The cache keeps what an earlier run has built.
    const mark = randomUUID();
    writeFileSync(join(site.path, 'books/__init__.py'), `# ${mark}\n`);
    expect(builtAnew(site.path, image)).toEqual(['COPY --chmod=755 . .']);
    mkdirSync(join(site.path, 'books/static/books'), { recursive: true });
    writeFileSync(join(site.path, 'books/static/books/cover.css'), `/* ${mark} */\n`);
    expect(builtAnew(site.path, image).filter((instruction) => instruction.startsWith('RUN'))).toEqual([expect.stringContaining('collectstatic')]);
    expect(execFileSync('docker', ['run', '--rm', image, 'ls', 'staticfiles/books'], { encoding: 'utf8' })).toMatch(/^cover\.[\da-f]{12}\.css\n$/);
    execFileSync('docker', ['image', 'rm', image]);
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
      'set-cookie': expect.stringMatching(/^csrftoken=.*; Secure/),
    });
    const plain = await fetch(`${site.httpOrigin}/books/?q=a`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')]).toEqual([308, `${site.origin}/books/?q=a`]);
  });

  test('lets a superuser in, who writes', async () => {
    const variables = ['DJANGO_SUPERUSER_PASSWORD=correct-horse-7', 'DJANGO_SUPERUSER_USERNAME=ada', 'DJANGO_SUPERUSER_EMAIL=ada@example.org'];
    const made = await site.compose('exec', '-T', ...variables.flatMap((one) => ['--env', one]), 'web', 'python', 'manage.py', 'createsuperuser', '--no-input');
    expect(made.code, made.stderr).toBe(0);
    const session = await site.session();
    const entered = await session.logIn('/accounts/login/', 'ada', 'correct-horse-7');
    expect([entered.status, entered.headers.getSetCookie().filter((cookie) => !cookie.includes('; Secure'))]).toEqual([302, []]);
    expect((await session.request('/api/v1/books/', { json: BOOK })).status).toBe(201);
  });

  test('runs as nobody in particular, who has no right and no place to write', async () => {
    const processes = await processesOf(site, 'web');
    // The init process, the server and its workers.
    expect(processes.length).toBeGreaterThan(3);
    for (const one of processes) expect(one).toMatchObject(POWERLESS);
    const probe = 'import pathlib, sys\nfor path in ("/x", "/app/x", "/opt/venv/x"):\n try: pathlib.Path(path).touch()\n except OSError as error: print(error.errno)';
    const written = await site.compose('exec', '-T', 'web', 'python', '-c', probe);
    expect(written.stdout).toBe('30\n30\n30\n');
  });

  test('keeps no more of the log of any container than Docker rotates, so that it fills no disk', async () => {
    const { stdout } = await site.compose('ps', '--all', '--format', '{{.Name}}');
    const drivers = stdout.trim().split('\n').map((name) => execFileSync('docker', ['inspect', '--format', '{{.HostConfig.LogConfig.Type}}', name], { encoding: 'utf8' }));
    expect(drivers.length).toBeGreaterThan(2);
    expect(new Set(drivers)).toEqual(new Set(['local\n']));
  });

  test('logs lines of JSON; the id of a response leads to those of its request', async () => {
    const answer = await (await site.session()).request('/api/v1/books/999999/', { headers: { 'x-request-id': 'find-me-1' } });
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([404, 'find-me-1']);
    const { stdout } = await site.compose('logs', '--no-log-prefix', 'web');
    const lines = stdout.trim().split('\n').map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ request_id: 'find-me-1', method: 'GET', path: '/api/v1/books/999999/', status: 404 }));
  });

  test.each([['restart', ['restart', 'web']], ['new version', ['up', '--detach', '--force-recreate', '--no-deps', 'web']]])('loses no request in a %s under load', async (_what, command) => {
    let over = false;
    const statuses: number[] = [];
    const load = Array.from({ length: 8 }, async (_one, number) => {
      const session = await site.session();
      while (!over) {
        // Even a request that changes something, which no proxy may repeat; without a login it is refused.
        const answer = await session.request('/api/v1/books/', number % 2 === 0 ? { json: BOOK } : {});
        statuses.push(answer.status);
      }
    });
    const ended = await site.compose(...command);
    expect(ended.code, ended.stderr).toBe(0);
    await (await site.session()).request('/healthz');
    over = true;
    await Promise.all(load);
    expect(statuses.length).toBeGreaterThan(load.length);
    expect(statuses.filter((status) => ![200, 401, 429].includes(status))).toEqual([]);
  });

  test('keeps a connection longer than its proxy does, so that none ends under a request', async () => {
    const [, seconds] = /keepalive (\d+)s/.exec(readFileSync(join(site.path, 'Caddyfile'), 'utf8')) ?? [];
    const asking = `import http.client, time\nc = http.client.HTTPConnection("localhost", 8000)\nc.connect()\nc.auto_open = 0\nfor _ in range(2):\n time.sleep(${Number(seconds) + 1})\n c.request("GET", "/healthz")\n r = c.getresponse()\n r.read()\n print(r.status)`;
    const said = await site.compose('exec', '-T', 'web', 'python', '-c', asking);
    expect(said.stdout, said.stderr).toBe('200\n200\n');
  });

  test('is saved and brought back by the lines of its README', async () => {
    const lines = readFileSync(join(site.path, 'README.md'), 'utf8').split('\n').filter((line) => /[<>] database\.\w+$/.test(line));
    const [save = '', restore = ''] = lines;
    const count = async (): Promise<number> => Number((await site.compose('exec', '-T', 'web', 'python', 'manage.py', 'shell', '--no-imports', '-c', 'from books.models import Book; print(Book.objects.count())')).stdout);
    const saved = await site.run('sh', '-c', save);
    expect(saved.code, saved.stderr).toBe(0);
    expect(await count()).toBe(1);
    await site.compose('exec', '-T', 'web', 'python', 'manage.py', 'shell', '--no-imports', '-c', 'from books.models import Book; Book.objects.all().delete()');
    expect(await count()).toBe(0);
    const restored = await site.run('sh', '-c', restore);
    expect(restored.code, restored.stderr).toBe(0);
    expect(await count()).toBe(1);
    const found = await (await site.session()).request('/api/v1/books/?search=middlemarch');
    expect(found.text).toContain('George Eliot');
  });

  test('gets a new key by the line of its README, which ends every login', async () => {
    const session = await site.session();
    await session.logIn('/accounts/login/', 'ada', 'correct-horse-7');
    expect((await session.request('/admin/')).status).toBe(200);
    rmSync(join(site.path, '.secrets/django_secret_key'));
    expect(readFileSync(join(site.path, 'README.md'), 'utf8')).toMatch(/leaked .* run both lines again, the second with `--force-recreate`/);
    expect((await site.compose('run', '--rm', 'secrets')).code).toBe(0);
    const ended = await site.compose('up', '--build', '--wait', '--force-recreate');
    expect(ended.code, ended.stderr).toBe(0);
    expect((await session.request('/admin/')).status).toBe(302);
  });

  test.each([
    ['DJANGO_DEBUG', 'true'],
    ['DJANGO_ALLOWED_HOSTS', ''],
  ])('refuses to start with %s=%s, and says why', async (name, value) => {
    const ended = await site.compose('run', '--rm', '--no-deps', '--env', `${name}=${value}`, 'web');
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain(name);
  });
});
