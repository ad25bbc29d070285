import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ComposeProject } from './compose-project.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';

/** The first ordinary user of a machine, who may speak to Docker. */
function ordinaryUser(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  return ['setpriv', '--reuid=1000', `--regid=${statSync('/var/run/docker.sock').gid}`, '--clear-groups', 'env', 'HOME=/tmp'];
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
  expect(['.', 'manage.py', 'Caddyfile', 'config'].map((path) => statSync(join(development.path, path)).mode & 0o777)).toEqual([0o700, 0o700, 0o600, 0o700]);

  const started = development.compose('up', '--build', '--wait');
  expect(started.code, started.stderr).toBe(0);
  expect((await fetch(`${development.origin}/books/`)).status).toBe(200);
  expect(development.compose('run', '--rm', '--volume', '/app', 'web', 'cat', 'manage.py').code).toBe(0);
  development.compose('down', '--volumes', '--rmi', 'local', '--timeout', '5');

  await using site = await ProductionSite.of(development.path, before);
  await site.start();
  expect((await (await site.session()).request('/accounts/login/')).status).toBe(200);
});
