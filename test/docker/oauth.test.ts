import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/project/render.ts';
import { temporaryFolder } from './packed-tool.ts';

/** A port for each policy, and what its clients must see, as oauth_client.py names it. */
const POLICIES = [
  ['oauth1', 8001, {
    nobody: 401,
    'requests-oauthlib': [200, 201],
    Authlib: [200, 201],
    'replayed at once': [200, 401, 401, 401, 401, 401, 401, 401],
    'replayed later': [401],
    forged: 401,
    'another callback': 400,
  }],
  ['oauth2', 8002, {
    nobody: 401,
    'requests-oauthlib': [200, 201],
    'refreshed at once': [200, 400, 400, 400],
    'Authlib, to read': [200, 403],
    introspected: [true, 'admin', 'read'],
    refreshed: 200,
    revoked: 401,
    'another verifier': 'invalid_grant',
    'another address': 400,
  }],
] as const;

const PASSWORD = 'correct-horse-battery';
const folder = temporaryFolder('drf-docker-oauth');
const container = `drf-docker-oauth-${process.pid}`;

/** Runs a line in the container, and gives what it prints; it must succeed. */
function run(line: string): string {
  const ended = spawnSync('docker', ['exec', container, 'sh', '-c', line], { encoding: 'utf8' });
  expect(ended.status, ended.stdout + ended.stderr).toBe(0);
  return ended.stdout;
}

/** The packages of a lock, as pip takes them. */
function requirements(lock: string): string[] {
  const { default: packages }: { default: Record<string, { version: string; markers?: string }> } = JSON.parse(lock);
  return Object.entries(packages).map(([name, { version, markers = '' }]) => `'${name}${version}${markers && ` ; ${markers.replaceAll("'", '"')}`}'`);
}

/** What a command prints behind a label. */
function shown(text: string, label: string): string {
  return new RegExp(`^${label}\\s+(\\S+)$`, 'm').exec(text)?.[1] ?? '';
}

beforeAll(() => {
  const packages = new Set<string>();
  for (const [auth] of POLICIES) {
    const outcome = completeProjectAnswers({ auth, database: 'sqlite' });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    for (const [path, text] of render(outcome.value)) {
      mkdirSync(dirname(join(folder.path, auth, path)), { recursive: true });
      writeFileSync(join(folder.path, auth, path), text);
      if (path === 'Pipfile.lock') for (const one of requirements(text)) packages.add(one);
    }
  }
  copyFileSync('test/docker/oauth_client.py', join(folder.path, 'oauth_client.py'));
  execFileSync('docker', ['run', '--detach', '--rm', '--name', container, '--volume', `${folder.path}:/projects`, 'python:3.14-slim', 'sleep', '1800']);
  // The clients need one package more than the projects: requests-oauthlib.
  run(`pip install -q --no-deps --root-user-action ignore ${[...packages].join(' ')} requests-oauthlib`);
});
afterAll(() => {
  execFileSync('docker', ['exec', container, 'chmod', '-R', 'a+rwX', '/projects']);
  spawnSync('docker', ['rm', '--force', container]);
  folder[Symbol.dispose]();
});

test.each(POLICIES)('%s: real clients get in through the pages, and what is not theirs is refused', (auth, port, seen) => {
  const inProject = `cd /projects/${auth}`;
  run(`${inProject} && DJANGO_SUPERUSER_PASSWORD=${PASSWORD} python manage.py prepare_development`);
  const registered = run(`${inProject} && python manage.py create_${auth}_client`);
  // Two processes, as in production: neither sees what the other holds in memory.
  run(`${inProject} && gunicorn --daemon --workers 2 --bind 127.0.0.1:${port} config.wsgi`);
  const asks = `import urllib.request as u; u.urlopen('http://127.0.0.1:${port}/healthz')`;
  run(`for i in $(seq 100); do python -c "${asks}" 2> /dev/null && exit; sleep 0.2; done; exit 1`);
  const credentials = `CLIENT_KEY=${shown(registered, 'client (?:key|id)')} CLIENT_SECRET=${shown(registered, 'client secret')}`;
  const said = run(`${credentials} python /projects/oauth_client.py ${auth} http://127.0.0.1:${port} ${PASSWORD}`);
  expect(JSON.parse(said)).toEqual(seen);
});
