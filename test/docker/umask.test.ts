import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ComposeProject } from './compose-project.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';
import { writeProject } from './written-project.ts';

/** The first ordinary user of a machine, who may speak to Docker. */
function ordinaryUser(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  return [
    'setpriv',
    '--reuid=1000',
    `--regid=${statSync('/var/run/docker.sock').gid}`,
    '--clear-groups',
    'env',
    'HOME=/tmp',
  ];
}

/** A folder into which everybody may write and look. */
function openFolder(): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder('drf-docker-umask');
  chmodSync(folder.path, 0o777);
  return folder;
}

test('files that their owner alone may read make a site that works, in development and as in production', async () => {
  using folder = openFolder();
  const before = [...ordinaryUser(), 'sh', '-c', 'umask 077; exec "$@"', 'sh'];
  using development = await ComposeProject.in(folder.path, 'e2e-umask', before);
  const created = development.create(packTool(folder.path).bin, '--yes', '--services=celery');
  expect(created.code, created.stderr).toBe(0);
  expect(
    ['.', 'manage.py', 'Caddyfile', 'config'].map((path) => statSync(join(development.path, path)).mode & 0o777),
  ).toEqual([0o700, 0o700, 0o600, 0o700]);

  const started = development.compose('up', '--build', '--wait');
  expect(started.code, started.stderr).toBe(0);
  expect((await fetch(`${development.origin}/books/`)).status).toBe(200);
  expect(development.compose('run', '--rm', '--volume', '/app', 'web', 'cat', 'manage.py').code).toBe(0);
  development.compose('down', '--volumes', '--rmi', 'local', '--timeout', '5');

  await using site = await ProductionSite.of(development.path, before);
  await site.start();
  expect((await (await site.session()).request('/accounts/login/')).status).toBe(200);
});

/** Gives a folder to a user of another number, as on a teammate's machine; Docker may, whoever runs the tests. */
function giveTo(folder: string, uid: number, mode: string): void {
  execFileSync('docker', [
    'run',
    '--rm',
    '--volume',
    `${folder}:/clone`,
    'python:3.14-slim',
    'sh',
    '-c',
    `chmod -R ${mode} /clone && chown -R ${uid}:${uid} /clone`,
  ]);
}

const ADVICE = 'Containers cannot write to this folder: add UID=1001 and GID=1001 to .env.\n';

test('a clone of another user says what belongs into .env; then the commands of the README work, whatever becomes of the sample data', async () => {
  using folder = openFolder();
  using project = await ComposeProject.in(folder.path, 'e2e-clone');
  writeProject(project.path, { name: 'e2e-clone' });
  const model = join(project.path, 'books/models.py');
  const shorter = readFileSync(model, 'utf8').replace('max_length=250', 'max_length=8');
  writeFileSync(model, shorter);
  const firstWords = (): string => project.compose('logs', '--no-log-prefix', 'migrate').stdout;

  giveTo(project.path, 1001, 'u=rwX,go=');
  expect(project.compose('up', '--build', '--wait').code).not.toBe(0);
  expect(firstWords()).toBe(`${ADVICE}python: can't open file '/app/manage.py': [Errno 13] Permission denied\n`);

  giveTo(project.path, 1001, 'u=rwX,go=rX');
  expect(project.compose('up', '--wait').code).toBe(0);
  expect(firstWords()).toContain(ADVICE);

  // Tests that do not run as root write the file through Docker.
  giveTo(project.path, 1001, 'a+rwX');
  const [, line = ''] = /^(printf 'UID=.*)$/m.exec(readFileSync(join(project.path, 'README.md'), 'utf8')) ?? [];
  execFileSync('bash', ['-c', line.replaceAll(/\$\(id -[ug]\)/g, '1001')], { cwd: project.path });
  giveTo(project.path, 1001, 'u=rwX,go=');
  expect(project.compose('up', '--wait').code).toBe(0);
  expect(firstWords()).not.toContain('cannot write');
  const commands = [
    ['exec', '-T', 'web', 'python', 'manage.py', 'makemigrations'],
    ['exec', '-T', 'web', 'python', 'manage.py', 'startapp', 'loans'],
    ['run', '--rm', '-T', 'pipenv', 'lock'],
  ];
  for (const command of commands) {
    const ended = project.compose(...command);
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  }
  expect(
    ['books/migrations/0002_alter_book_title.py', 'loans/models.py', 'Pipfile.lock'].map(
      (path) => statSync(join(project.path, path)).uid,
    ),
  ).toEqual([1001, 1001, 1001]);

  // The titles of the sample books are longer than the field is now.
  expect(project.compose('down', '--volumes').code).toBe(0);
  expect(project.compose('up', '--wait').code).toBe(0);
  expect(firstWords()).toMatch(/The sample data was not loaded, see README\.md: .*too long.*\n$/);
  expect(await (await fetch(`${project.origin}/books/`)).text()).toContain('docker compose logs migrate');
  giveTo(project.path, process.getuid?.() ?? 1000, 'u+rwX');
});
