import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../machine/scratch.ts';
import { cleanEnvironment } from '../run-cli.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Packs a fresh clone of the last commit, and gives the sum of the tarball. npm keeps the modes that the umask gave. */
function packedSum(name: string, zone: string): string {
  const cwd = scratch();
  const clone = join(cwd, name);
  const environment = cleanEnvironment({
    TZ: zone,
    npm_config_cache: join(cwd, 'cache'),
    npm_config_update_notifier: 'false',
  });
  execFileSync('sh', ['-c', 'umask 022 && git clone --quiet "$1" "$2"', 'sh', ROOT, clone], { env: environment });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  execFileSync('sh', ['-c', 'umask 022 && npm pack --silent --pack-destination "$1"', 'sh', cwd], {
    cwd: clone,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readdirSync(cwd).find((file) => file.endsWith('.tgz')) ?? '';
  return createHash('sha256')
    .update(readFileSync(join(cwd, tarball)))
    .digest('hex');
}

test('two clones of a commit are packed to the same bytes, wherever they stand', () => {
  expect(packedSum('a', 'UTC')).toBe(packedSum('another-folder', 'Asia/Tokyo'));
});
