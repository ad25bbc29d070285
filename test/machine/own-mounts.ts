import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * Runs a module in a process with mounts of its own (Linux: mount_namespaces(7)), which vanish with it; who is no root gets a user
 * namespace too, in which he may mount. Gives the last value that the module hands to `report`.
 */
export function withOwnMounts(script: string): unknown {
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const prelude = `
    import { execFileSync } from 'node:child_process';
    const mount = (...args) => execFileSync('mount', args);
    const unmount = (path) => execFileSync('umount', [path]);
    const report = (value) => console.log(JSON.stringify(value));
    const outcome = (doing) => doing.then(({ added, same }) => ({ added, same }), (error) => ({ exitCode: error.exitCode, what: error.problems?.map(({ what }) => what) ?? String(error) }));
  `;
  const args = [...asRoot, '--mount', process.execPath, '--input-type=module', '--eval', prelude + script];
  const end = spawnSync('unshare', args, { encoding: 'utf8', maxBuffer: 50_000_000 });
  if (end.status !== 0) throw new Error(end.stderr);
  return JSON.parse(end.stdout);
}
