import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from './compose-project.ts';
import type { Answer } from './http-session.ts';
import { packTool, temporaryFolder, type PackedTool } from './packed-tool.ts';
import { BOOKS, PAGE, StressedSite } from './stressed-site.ts';

const folder = temporaryFolder('drf-docker-stress');
let tool: PackedTool;

beforeAll(() => {
  tool = packTool(folder.path);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

const LATER = { detail: 'This cannot be done now. Try again later.' };
const TOO_LONG = 'This is longer than what is taken here.';

/** How often each status came, but for those that may. */
function othersThan(expected: readonly number[], answers: readonly Answer[]): number[] {
  return answers.map(({ status }) => status).filter((status) => !expected.includes(status));
}

function expectLater(answer: Answer | undefined): void {
  expect([answer?.status, answer?.headers.get('retry-after')]).toEqual([503, '10']);
  expect(answer?.json()).toEqual(LATER);
}

describe.each(['gunicorn', 'granian'])('%s', (server) => {
  let stressed: StressedSite;

  beforeAll(async () => {
    stressed = await StressedSite.start(tool.bin, folder.path, server);
  });
  afterAll(async () => {
    await stressed[Symbol.asyncDispose]();
  });

  /** Stores and reads from eight sides until the work is done. */
  async function under(work: () => Promise<void>): Promise<Answer[]> {
    let over = false;
    const answers: Answer[] = [];
    const sides = Array.from({ length: 8 }, async (_one, side) => {
      while (!over) {
        answers.push(side % 2 === 0 ? await stressed.store() : await stressed.member.request('/books/'));
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    });
    await work();
    over = true;
    await Promise.all(sides);
    return answers;
  }

  test('a long body that is refused gets its answer, never that of a bad gateway', async () => {
    const json = 'x'.repeat(3_000_000);
    const answers: Answer[] = [];
    for (let turn = 0; turn < 20; turn += 1) answers.push(await stressed.member.request(BOOKS, { json }));
    expect(othersThan([413], answers)).toEqual([]);
    expect(answers[0]?.json()).toEqual({ detail: TOO_LONG });
    const nobody = await stressed.site.session();
    for (let turn = 0; turn < 20; turn += 1) expect((await nobody.request(BOOKS, { json })).status).toBe(401);
  });

  test.each([
    [BOOKS, 'application/json'],
    [PAGE, 'text/html; charset=utf-8'],
  ])('a body of 100 MB for %s is refused before it is sent', async (path, type) => {
    const socket = await stressed.site.open(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n`);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    await new Promise((resolve) => socket.once('close', resolve));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain(`Content-Type: ${type}`);
    expect(answer).toContain(TOO_LONG);
  });

  test('an address that is longer than the site reads is refused, as JSON for the API', async () => {
    const refused = await stressed.member.request(`${BOOKS}?x=${'x'.repeat(4000)}`);
    expect([refused.status, refused.json()]).toEqual([414, { detail: 'This address is longer than what is read here.' }]);
    const page = await stressed.member.request(`${PAGE}?x=${'x'.repeat(100_000)}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([414, 'text/html; charset=utf-8']);
    expect((await stressed.member.request(`${BOOKS}?x=${'x'.repeat(3950)}`)).status).toBe(200);
  });

  test('clients that send slowly keep nobody waiting, and headers that do not come are waited for 10 seconds', async () => {
    const head = `POST ${BOOKS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
    const bodies = await Promise.all(Array.from({ length: 40 }, async () => stressed.site.open(`${head}Content-Length: 5000\r\n\r\n{`)));
    const heads = await Promise.all(Array.from({ length: 40 }, async () => stressed.site.open(head)));
    for (let turn = 0; turn < 10; turn += 1) {
      for (const socket of bodies) socket.write(' ');
      for (const socket of heads) if (!socket.destroyed) socket.write(`X-${turn}: a\r\n`);
      expect((await stressed.member.request(BOOKS)).status).toBe(200);
    }
    await until('the end of the slow headers', () => Promise.resolve(heads.every((socket) => socket.destroyed)), 20);
    for (const socket of bodies) socket.destroy();
  });

  test('clients that read slowly keep nobody waiting', async () => {
    const [paper = ''] = /\/data\/media\/[^"]+/u.exec((await stressed.store(4_900_000)).text) ?? [];
    const head = `GET ${paper} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    // What nobody listens to is not read.
    const sockets = await Promise.all(Array.from({ length: 40 }, async () => stressed.site.open(head)));
    for (let turn = 0; turn < 20; turn += 1) expect((await stressed.member.request(BOOKS)).status).toBe(200);
    const [first] = sockets;
    let bytes = 0;
    first?.on('data', (chunk: Buffer) => (bytes += chunk.length));
    await until('the whole file', () => Promise.resolve(bytes > 4_900_000), 10);
    for (const socket of sockets) socket.destroy();
    await stressed.shell('holder', 'rm /media/books/*');
  });

  test('500 connections at once are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, async (_one, number) => (number % 2 === 0 ? stressed.store() : stressed.member.request(BOOKS))));
    // The throttle may have had enough.
    expect(othersThan([200, 201, 429], answers)).toEqual([]);
    expect(await stressed.lostWhenRecovered(90)).toEqual([]);
  });

  test('a database whose disk is full still shows what it has, and stores again when there is room', async () => {
    await stressed.shell('holder', 'head -c 1G /dev/zero > /db/full');
    let refused: Answer | undefined;
    await until('a full disk', async () => {
      refused = await stressed.store();
      return refused.status !== 201;
    });
    expectLater(refused);
    expect((await stressed.member.request('/books/')).status).toBe(200);
    await stressed.killDatabase();
    await stressed.shell('holder', 'sleep 3; rm /db/full');
    expect(await stressed.lostWhenRecovered()).toEqual([]);
  });

  test('an upload that no disk can hold leaves no part behind', async () => {
    expect((await stressed.store(5_000_000)).status).toBe(201);
    expectLater(await stressed.store(5_000_000));
    expect((await stressed.shell('holder', 'ls /media/books')).trim().split('\n')).toHaveLength(1);
    await stressed.shell('holder', 'rm /media/books/*');
    // What is long waits in the server's own folder until it is whole.
    await stressed.shell('web', 'head -c 1G /dev/zero > /tmp/full', '10001');
    expectLater(await stressed.store(3_500_000));
    await stressed.shell('web', 'rm /tmp/full', '10001');
    expect((await stressed.store(3_500_000)).status).toBe(201);
  });

  test('a database that is killed under load comes back by itself', async () => {
    const answers = await under(async () => {
      await stressed.killDatabase();
      await new Promise((resolve) => setTimeout(resolve, 3000));
    });
    expect(othersThan([200, 201, 429, 503], answers)).toEqual([]);
    expect(await stressed.lostWhenRecovered()).toEqual([]);
  });

  test('a query does not take longer than 30 seconds', async () => {
    const asked = await stressed.site.compose('exec', '-T', 'web', 'python', 'manage.py', 'shell', '--no-imports', '-c', 'from django.db import connection as c; k = c.cursor(); k.execute("SHOW statement_timeout"); print(k.fetchone()[0])');
    expect(asked.stdout).toBe('30s\n');
  });
});
