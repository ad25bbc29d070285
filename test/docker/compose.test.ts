import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dockerProblem, webAddress } from '../../src/machine/docker/docker.ts';
import { bundled } from '../machine/bundled.ts';
import { lay, scratch } from '../machine/scratch.ts';
import { freePort } from '../../scripts/free-port.mjs';

/** A project of one service that answers on port 8000, with a one-shot service before it, as a generated one has. */
const SERVICES = `
services:
  migrate:
    build: .
    command: ["true"]
  web:
    build: .
    command: python -m http.server 8000
    init: true
    depends_on:
      migrate:
        condition: service_completed_successfully
    healthcheck:
      test: python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/')"
      interval: 1s
      retries: 5
    ports:
      - "127.0.0.1:\${WEB_PORT}:8000"
    stop_grace_period: 1s
`;

/** The name that Compose knows a test's project by. */
function composeName(directory: string): string {
  return `machine-test-${basename(dirname(directory)).slice(-6).toLowerCase()}`;
}

/** Lays a project down; whatever Docker has of it goes when the test has finished. */
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = scratch();
  const environment = `COMPOSE_PROJECT_NAME=${composeName(directory)}\nWEB_PORT=${await freePort()}\n`;
  lay(directory, {
    'compose.yaml': SERVICES,
    '.env': environment,
    Dockerfile: 'FROM python:3.14-slim\nRUN echo a layer\n',
    ...files,
  });
  onTestFinished(() => {
    execFileSync('docker', ['compose', 'down', '--volumes', '--rmi', 'local', '--timeout', '1'], {
      cwd: directory,
      stdio: 'ignore',
    });
  });
  return directory;
}

/** Runs one function of docker.ts in a process of its own, in which SIGINT ends it as in the tool. */
async function run(name: 'composeBuild' | 'composeUp', directory: string, toStderr = false) {
  const script = `
    import { ${name} } from ${JSON.stringify(await bundled('docker/docker'))};
    const controller = new AbortController();
    process.on('SIGINT', () => controller.abort(new Error('interrupted')));
    try {
      await ${name}({ directory: ${JSON.stringify(directory)}, signal: controller.signal, toStderr: ${toStderr} });
    } catch (error) {
      console.log('RESULT ' + JSON.stringify(error.problems ?? error.message));
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, COMPOSE_PROGRESS: 'plain' },
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    written.stdout += String(text);
  });
  child.stderr.on('data', (text) => {
    written.stderr += String(text);
  });
  const closed = once(child, 'close');
  const end = async () => {
    await closed;
    const [stdout = '', said = 'null'] = written.stdout.split('RESULT ');
    const result: unknown = JSON.parse(said);
    return { ...written, stdout, result };
  };
  return { end, written, interrupt: () => child.kill('SIGINT') };
}

/** The programs that run in a folder. */
function programsIn(directory: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === directory;
    } catch {
      return false;
    }
  });
}

/** The images that Docker has of a project, one a line. */
function imagesOf(directory: string): string {
  return execFileSync('docker', ['image', 'ls', '--quiet', '--filter', `reference=${composeName(directory)}-*`], {
    encoding: 'utf8',
  }).trim();
}

describe('with the real engine', () => {
  it('finds nothing wrong with Docker', async () => {
    expect(await dockerProblem({ platform: process.platform })).toBeUndefined();
  });

  it('builds, starts, and knows the address; what Docker prints passes through', async () => {
    const directory = await project({ 'index.html': 'It works' });
    const built = await (await run('composeBuild', directory)).end();
    expect(built.result).toBeNull();
    expect(built.stdout + built.stderr).toContain('RUN echo a layer');
    expect(imagesOf(directory)).not.toBe('');
    const up = await (await run('composeUp', directory, true)).end();
    expect(up.result).toBeNull();
    expect(up.stdout).toBe('');
    expect(up.stderr).toMatch(/web-1 +Healthy/);
    const address = await webAddress(directory);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(address)).status).toBe(200);
  });

  it("says how to go on after a build that failed, below Docker's own words", async () => {
    const directory = await project({ Dockerfile: 'FROM python:3.14-slim\nRUN echo no such luck && exit 9\n' });
    const { result, stdout, stderr } = await (await run('composeBuild', directory)).end();
    expect(stdout + stderr).toContain('no such luck');
    expect(result).toEqual([
      {
        what: 'docker compose build failed',
        why: expect.stringMatching(/^It ended with exit code \d+; the lines above say why\.$/),
        next: `The project is whole. Fix the error, then run this in ${directory}: docker compose build`,
      },
    ]);
  });

  it('says so when a service does not become healthy', async () => {
    const directory = await project({ 'compose.yaml': SERVICES.replace('8000/', '8001/') });
    const { result } = await (await run('composeUp', directory)).end();
    expect(result).toMatchObject([{ what: 'docker compose up --build --wait failed' }]);
  });

  it('ends a build with all its programs, and leaves no image', async () => {
    const directory = await project({ Dockerfile: 'FROM python:3.14-slim\nRUN echo now it builds && sleep 120\n' });
    const building = await run('composeBuild', directory);
    await expect
      .poll(() => building.written.stdout + building.written.stderr, { timeout: 60_000 })
      .toContain('now it builds\n');
    expect(programsIn(directory).length).toBeGreaterThan(0);
    const interrupted = Date.now();
    building.interrupt();
    expect((await building.end()).result).toBe('interrupted');
    expect(Date.now() - interrupted).toBeLessThan(15_000);
    expect(programsIn(directory)).toEqual([]);
    expect(imagesOf(directory)).toBe('');
  });

  it('knows no address of what does not run', async () => {
    const directory = await project({});
    await expect(webAddress(directory)).rejects.toThrow('The address of the website is not known');
  });
});
