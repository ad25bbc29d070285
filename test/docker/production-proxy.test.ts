import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpSession } from './http-session.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';

const BOOKS = '/api/v1/books/';
const LATER = 'This cannot be done now. Try again later.';

const folder = temporaryFolder('drf-docker-proxy');
let site: ProductionSite;
let member: HttpSession;

beforeAll(async () => {
  site = await ProductionSite.create(packTool(folder.path).bin, folder.path, 'e2e-proxy', '--database=sqlite', '--resource=Book title:char:250 paper:file:optional');
  await site.compose('run', '--rm', 'secrets');
  const started = await site.compose('up', '--build', '--wait');
  if (started.code !== 0) throw new Error(started.stderr);
  const variables = ['DJANGO_SUPERUSER_PASSWORD=correct-horse-7', 'DJANGO_SUPERUSER_USERNAME=ada', 'DJANGO_SUPERUSER_EMAIL=ada@example.org'];
  await site.compose('exec', '-T', ...variables.flatMap((one) => ['--env', one]), 'web', 'python', 'manage.py', 'createsuperuser', '--no-input');
  member = await site.session();
  await member.logIn('/accounts/login/', 'ada', 'correct-horse-7');
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test('70 uploads of 5 MB at once are all taken, in the memory that the proxy has', async () => {
  const paper = new Blob(['x'.repeat(5_000_000)]);
  const answers = await Promise.all(
    Array.from({ length: 70 }, async (_one, number) => {
      const form = new FormData();
      form.set('title', `Number ${number}`);
      form.set('paper', paper, 'words.txt');
      return member.request(BOOKS, { multipart: form });
    }),
  );
  expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
  const container = (await site.compose('ps', '--quiet', 'proxy')).stdout.trim();
  expect(execFileSync('docker', ['inspect', '--format', '{{.RestartCount}} {{.State.OOMKilled}}', container], { encoding: 'utf8' })).toBe('0 false\n');
});

test('a body whose length nobody says is refused, for the site would read none of it', async () => {
  const socket = await site.open(
    `POST ${BOOKS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  );
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => socket.once('close', resolve));
  const answer = Buffer.concat(chunks).toString();
  expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
  expect(answer).toContain('{"detail": "The header Content-Length is missing."}');
});

test('a body that is not here after a minute is given up', async () => {
  const since = Date.now();
  const socket = await site.open(`POST ${BOOKS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`);
  const sending = setInterval(() => socket.write(' '), 1000);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(sending);
  const seconds = (Date.now() - since) / 1000;
  expect(seconds).toBeGreaterThan(55);
  expect(seconds).toBeLessThan(80);
});

test('while no site is there a request waits a minute, then the proxy says so itself', async () => {
  await site.compose('stop', 'web');
  const nobody = await site.session();
  const since = Date.now();
  const [api, page] = await Promise.all([nobody.request(BOOKS), nobody.request('/books/')]);
  expect((Date.now() - since) / 1000).toBeGreaterThan(55);
  expect([api.status, api.headers.get('content-type'), api.headers.get('retry-after'), api.headers.get('cache-control')]).toEqual([503, 'application/json', '10', 'no-store']);
  expect(api.json()).toEqual({ detail: LATER });
  expect([page.status, page.headers.get('content-type'), page.headers.get('retry-after')]).toEqual([503, 'text/html; charset=utf-8', '10']);
  expect(page.text).toContain(`<h1>${LATER}</h1>`);

  // One that waits when the site comes back is answered by it.
  const waiting = nobody.request(BOOKS);
  await site.compose('start', 'web');
  expect((await waiting).status).toBe(200);
});
