import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ComposeProject, until } from './compose-project.ts';
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
    const answer = await session.request(path, { headers: { accept: path.startsWith('/api/v1/') ? 'application/json' : 'text/html,*/*' } });
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.text, path).toContain(piece);
  }
}

/** Creates, reads, changes and deletes a book as a logged-in user; before that, as nobody. Gives the id of one that is left. */
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
  expect((await member.request(path, { method: 'PATCH', json: { subtitle: 'A Study of Provincial Life' } })).status).toBe(200);
  expect((await nobody.request(path)).json()).toEqual({ ...BOOK, id, subtitle: 'A Study of Provincial Life' });
  expect((await member.request(path, { method: 'DELETE' })).status).toBe(204);
  expect((await nobody.request(path)).status).toBe(404);

  const kept = await member.request('/api/v1/books/', { json: BOOK });
  expect(kept.status).toBe(201);
  return `/api/v1/books/${String(JSON.parse(kept.text).id)}/`;
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
  const file = execFileSync('find', ['books/migrations', '-name', '*probe.py'], { cwd: project.path, encoding: 'utf8' }).trim();
  expect(statSync(join(project.path, file)).uid).toBe(Number(project.secret('UID')));
  execFileSync('rm', [file], { cwd: project.path });
}

describe.each(['postgres', 'sqlite'])('a project on %s', (database) => {
  let project: ComposeProject;
  let kept: string;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, `e2e-${database}`);
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
});
