import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { composeBuild, composeUp, dockerProblem, webAddress } from '../../../src/machine/docker/docker.ts';
import { Interruption } from '../../../src/problem.ts';
import { bundled } from '../bundled.ts';
import { problemOf } from '../problem-of.ts';
import { scratch } from '../scratch.ts';
import { isRunning, standIns } from '../stand-in.ts';

/** A docker command that answers both questions well, unless told otherwise. */
const docker = ({ version = 'echo 28.5.2', compose = 'echo 2.40.3' } = {}): string =>
  `case "$1" in version) ${version};; compose) ${compose};; esac`;

const PLUGIN_ON_LINUX =
  'Install the Compose plugin: sudo apt-get install docker-compose-plugin, or see https://docs.docker.com/compose/install/linux/';

describe('dockerProblem', () => {
  it.each(['2.24.0', 'v2.24.5', '2.40.3-3', '2.39.1-desktop.1', '5.3.0', 'dev'])(
    'finds nothing wrong with Compose %s',
    async (version) => {
      standIns({ docker: docker({ compose: `echo ${version}` }) });
      expect(await dockerProblem({ platform: 'linux' })).toBeUndefined();
    },
  );

  it('asks the engine and Compose', async () => {
    const { calls } = standIns({ docker: docker() });
    await dockerProblem({ platform: 'linux' });
    expect(calls().sort()).toEqual(['docker compose version --short', 'docker version --format {{.Server.Version}}']);
  });

  it.each([
    ['linux', 'Install Docker Engine with its Compose plugin: https://docs.docker.com/engine/install/'],
    ['darwin', 'Install Docker Desktop: https://docs.docker.com/desktop/setup/install/mac-install/'],
    ['win32', 'Install Docker Desktop: https://docs.docker.com/desktop/setup/install/windows-install/'],
    ['freebsd', 'Install Docker Engine with its Compose plugin: https://docs.docker.com/engine/install/'],
  ])('says on %s that docker is missing', async (platform, next) => {
    standIns({});
    expect(await dockerProblem({ platform })).toEqual({
      what: 'Docker is not installed, or its command docker is not on the PATH',
      next,
    });
  });

  it.each([
    ['linux', 'Start it: sudo systemctl start docker'],
    ['darwin', 'Start Docker Desktop and wait until it says that the engine is running.'],
    ['win32', 'Start Docker Desktop and wait until it says that the engine is running.'],
  ])('says on %s that the engine is stopped', async (platform, next) => {
    const said = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
    standIns({ docker: docker({ version: `echo; echo '${said}' >&2; exit 1` }) });
    expect(await dockerProblem({ platform })).toEqual({
      what: 'Docker is not running',
      why: `Docker says: ${said}`,
      next,
    });
  });

  it.each([
    [
      'linux',
      'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock',
      'Join the group that may: sudo usermod -aG docker "$USER", then log out and in again.',
    ],
    [
      'darwin',
      'Got permission denied while trying to connect to the Docker daemon socket',
      'Restart Docker Desktop; if that does not help, restart the computer.',
    ],
    [
      'win32',
      'error during connect: open //./pipe/docker_engine: Access is denied.',
      'Ask an administrator to add you to the group docker-users, then log out and in again.',
    ],
  ])('says on %s that one may not use the engine', async (platform, said, next) => {
    standIns({ docker: docker({ version: `echo '${said}' >&2; exit 1` }) });
    expect(await dockerProblem({ platform })).toEqual({
      what: 'You may not use Docker',
      why: `Docker says: ${said}`,
      next,
    });
  });

  it.each([
    ['the engine', docker({ version: '/bin/sleep 60' }), 'Docker did not answer within 3 seconds'],
    ['Compose', docker({ compose: '/bin/sleep 60' }), 'Docker Compose did not answer within 3 seconds'],
  ])('does not wait for ever when %s hangs', async (_, script, what) => {
    standIns({ docker: script });
    const started = Date.now();
    // On a busy machine, the one that does not hang needs a moment too.
    expect(await dockerProblem({ platform: 'linux', limit: 3000 })).toEqual({
      what,
      next: 'Restart it: sudo systemctl restart docker',
    });
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it.each([
    ['linux', PLUGIN_ON_LINUX],
    ['darwin', 'Update Docker Desktop, which brings it.'],
    ['win32', 'Update Docker Desktop, which brings it.'],
  ])('says on %s that Compose is missing', async (platform, next) => {
    standIns({ docker: docker({ compose: `echo "docker: 'compose' is not a docker command." >&2; exit 1` }) });
    expect(await dockerProblem({ platform })).toEqual({
      what: 'The command docker compose is missing',
      why: 'Version 2.24 or newer is needed.',
      next,
    });
  });

  it('tells Compose 1, which works by itself, from the plugin', async () => {
    standIns({
      docker: docker({ compose: 'exit 125' }),
      'docker-compose': 'echo docker-compose version 1.29.2, build 5becea4c',
    });
    expect(await dockerProblem({ platform: 'linux' })).toEqual({
      what: 'The command docker compose is missing',
      why: 'There is only the command docker-compose 1.29, which works by itself. Version 2.24 or newer is needed.',
      next: PLUGIN_ON_LINUX,
    });
  });

  it.each(['1.29.2', '2.23.3', 'v2.2.3'])('refuses Compose %s', async (version) => {
    standIns({ docker: docker({ compose: `echo ${version}` }) });
    expect(await dockerProblem({ platform: 'linux' })).toEqual({
      what: `Docker Compose ${version} is too old`,
      why: 'Version 2.24 or newer is needed.',
      next: PLUGIN_ON_LINUX,
    });
  });

  it('is ended by its signal', async () => {
    standIns({ docker: docker({ version: '/bin/sleep 60' }) });
    const controller = new AbortController();
    const reason = new Interruption(130);
    setTimeout(() => {
      controller.abort(reason);
    }, 100);
    await expect(dockerProblem({ platform: 'linux', signal: controller.signal })).rejects.toBe(reason);
  });
});

const { signal } = new AbortController();

describe.each([
  ['composeBuild', composeBuild, 'docker compose build'],
  ['composeUp', composeUp, 'docker compose up --build --wait'],
] as const)('%s', (name, run, command) => {
  it('runs Compose in the project', async () => {
    const work = scratch();
    const { calls } = standIns({ docker: 'pwd -P > ran' });
    await run({ directory: work, signal, toStderr: true });
    expect(calls()).toEqual([command]);
    expect(readFileSync(join(work, 'ran'), 'utf8')).toBe(`${work}\n`);
  });

  it('says how to go on when it fails', async () => {
    const work = scratch();
    standIns({ docker: 'exit 17' });
    expect(await problemOf(run({ directory: work, signal, toStderr: true }))).toEqual({
      exitCode: 1,
      problems: [
        {
          what: `${command} failed`,
          why: 'It ended with exit code 17; the lines above say why.',
          next: `The project is whole. Fix the error, then run this in ${work}: ${command}`,
        },
      ],
    });
  });

  it('says that it was killed', async () => {
    standIns({ docker: 'kill -9 $$' });
    const { problems } = await problemOf(run({ directory: scratch(), signal, toStderr: true }));
    expect(problems[0]).toMatchObject({ what: `${command} failed`, why: 'It was ended from outside.' });
  });

  it('says that docker is missing', async () => {
    standIns({});
    const { problems } = await problemOf(run({ directory: scratch(), signal, toStderr: true }));
    expect(problems[0]?.what).toBe('Docker is not installed, or its command docker is not on the PATH');
  });

  it('ends Docker and what it started', async () => {
    const work = scratch();
    standIns({
      docker: `sh -c 'trap "" INT; while :; do /bin/sleep 0.1; done' & trap 'echo heard > heard' INT; echo $$ $! > pids; while :; do /bin/sleep 0.1; done`,
      sh: 'exec /bin/sh "$@"',
    });
    const controller = new AbortController();
    const running = run({ directory: work, signal: controller.signal, toStderr: true, grace: 3000 });
    while (!existsSync(join(work, 'pids')) || readFileSync(join(work, 'pids'), 'utf8') === '') await sleep(10);
    const pids = readFileSync(join(work, 'pids'), 'utf8').trim().split(' ').map(Number);
    const reason = new Interruption(130);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(existsSync(join(work, 'heard'))).toBe(true);
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  });

  it.each([
    [false, 'out\n', 'err\n'],
    [true, '', 'out\nerr\n'],
  ])('prints as Docker does; all to standard error: %s', async (toStderr, stdout, stderr) => {
    const { folder } = standIns({ docker: 'echo out; echo err >&2' });
    const script = `
      import { ${name} } from ${JSON.stringify(await bundled('docker/docker'))};
      await ${name}({ directory: ${JSON.stringify(scratch())}, signal: new AbortController().signal, toStderr: ${toStderr} });`;
    const end = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env: { PATH: folder },
    });
    expect([end.stdout, end.stderr, end.status]).toEqual([stdout, stderr, 0]);
  });
});

it('shows the words of the containers that kept a project from starting', async () => {
  const rows = String.raw`db\t0\thealthy\nmigrate\t1\t\nweb\t0\tunhealthy\nredis\t0\t\n`;
  const { folder, calls } = standIns({
    docker: `case "$2" in up) exit 1;; ps) printf '${rows}';; logs) echo "The database does not fit";; esac`,
  });
  const script = `
    import { composeUp } from ${JSON.stringify(await bundled('docker/docker'))};
    await composeUp({ directory: ${JSON.stringify(scratch())}, signal: new AbortController().signal, toStderr: false }).catch(() => {});`;
  const end = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { PATH: folder },
  });
  expect(end.stdout).toBe('The database does not fit\n');
  expect(calls().at(-1)).toBe('docker compose logs --no-log-prefix --tail 20 migrate web');
});

describe('webAddress', () => {
  it.each([
    ['127.0.0.1:8000', 'http://127.0.0.1:8000/'],
    ['127.0.0.1:18123', 'http://127.0.0.1:18123/'],
    ['0.0.0.0:8000', 'http://127.0.0.1:8000/'],
    ['[::]:8000', 'http://[::1]:8000/'],
    ['192.168.1.20:80', 'http://192.168.1.20:80/'],
  ])('reads %s', async (published, address) => {
    const { calls } = standIns({ docker: `echo 'a warning' >&2; echo '${published}'` });
    expect(await webAddress(scratch())).toBe(address);
    expect(calls()).toEqual(['docker compose port web 8000']);
  });

  it.each(['echo "service \\"web\\" is not running" >&2; exit 1', 'echo "service \\"web\\" is not running"'])(
    'says that the service does not run: %s',
    async (script) => {
      const work = scratch();
      standIns({ docker: script });
      expect(await problemOf(webAddress(work))).toEqual({
        exitCode: 1,
        problems: [
          {
            what: 'The address of the website is not known',
            why: 'Docker says: service "web" is not running',
            next: `Run this in ${work}: docker compose ps`,
          },
        ],
      });
    },
  );
});
