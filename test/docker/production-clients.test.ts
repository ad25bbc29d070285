import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpSession } from './http-session.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';

const BOOKS = '/api/v1/books/';
const folder = temporaryFolder('drf-docker-clients');
let site: ProductionSite;
let member: HttpSession;

beforeAll(async () => {
  const tool = packTool(folder.path);
  site = await ProductionSite.create(tool.bin, folder.path, 'e2e-clients');
  await site.compose('run', '--rm', 'secrets');
  const ended = await site.compose('up', '--build', '--wait');
  expect(ended.code, ended.stderr).toBe(0);
  member = await site.session();
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test('clients that send slowly keep nobody waiting', async () => {
  const ca = await site.authority();
  const { port } = new URL(site.origin);
  const slow = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const socket: TLSSocket = connect({ host: '127.0.0.1', port: Number(port), servername: 'localhost', ca });
      socket.on('error', () => socket.destroy());
      await new Promise((resolve) => socket.once('secureConnect', resolve));
      socket.write(`POST ${BOOKS} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`);
      return socket;
    }),
  );
  for (let turn = 0; turn < 10; turn += 1) {
    for (const socket of slow) socket.write(' ');
    expect((await member.request(BOOKS)).status).toBe(200);
  }
  for (const socket of slow) socket.destroy();
});

test('a body of 100 MB is refused', async () => {
  // The site refuses what is too long to be read, the proxy what is too long to be sent; a client that still sends then sees the end.
  const refused = await member.request(BOOKS, { json: 'x'.repeat(100_000_000) }).then(
    ({ status }) => status >= 400 && status < 500,
    () => true,
  );
  expect(refused).toBe(true);
  expect((await member.request(BOOKS)).status).toBe(200);
});

test('500 connections at once are all answered', async () => {
  const answers = await Promise.all(Array.from({ length: 500 }, async () => (await member.request(BOOKS)).status));
  // The throttle may have had enough.
  expect(answers.filter((status) => ![200, 429].includes(status))).toEqual([]);
});
