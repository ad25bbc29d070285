import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/project/render.ts';
import { freePort } from '../docker/free-port.ts';
import { virtualenv } from './virtualenv.ts';

const PASSWORD = 'correct-horse-battery';

describe.each(['session', 'token', 'jwt'])('a running project whose programs log in by %s', (auth) => {
  const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-authentication-'));
  const programs = virtualenv();
  let server: ChildProcess | undefined;
  let origin = '';

  beforeAll(async () => {
    const outcome = completeProjectAnswers({ auth, database: 'sqlite', index: 'https://packages.example.com/simple' });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    for (const [path, text] of render(outcome.value)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const env = { ...process.env, DJANGO_SUPERUSER_PASSWORD: PASSWORD, PYTHONDONTWRITEBYTECODE: '1' };
    execFileSync(join(programs, 'python'), ['manage.py', 'prepare_development'], { cwd: folder, env, stdio: 'pipe' });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    server = spawn(join(programs, 'python'), ['-m', 'gunicorn', 'config.wsgi', `--bind=127.0.0.1:${port}`, '--workers=2', '--threads=4'], { cwd: folder, env, stdio: 'ignore' });
    await vi.waitFor(async () => fetch(`${origin}/healthz`), { timeout: 60_000, interval: 200 });
  });
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test('lets a real client in, refuses it without, and stops a thousand guesses after ten', () => {
    const told = execFileSync(join(programs, 'python'), [resolve('test/python/real_client.py'), origin, auth, PASSWORD], { encoding: 'utf8', maxBuffer: 1 << 24 });
    expect(JSON.parse(told)).toEqual({
      list: 200,
      create: 201,
      me: 'admin',
      refused: 401,
      challenge: true,
      'no rights': 200,
      delete: 204,
      'guesses that were looked at': 10,
      errors: 0,
      then: 429,
      wait: true,
      'still in': 200,
    });
  });
});
