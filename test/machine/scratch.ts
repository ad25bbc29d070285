import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';

/** An empty folder of its own for one test, removed when the test has finished; other users may look into it. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'work'));
  return join(folder, 'work');
}

/** Writes files, with the folders above them. */
export function lay(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** All that stands below a folder, sorted: `a/` for a folder, `a -> b` for a link, `a` for anything else. */
export function listing(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const shown = path.slice(root.length + 1);
      if (entry.isSymbolicLink()) return `${shown} -> ${readlinkSync(path)}`;
      return entry.isDirectory() ? `${shown}/` : shown;
    })
    .sort();
}

/** The permissions of a file or folder as an octal number. */
export function mode(path: string): string {
  return (lstatSync(path).mode & 0o7777).toString(8);
}

/** Runs a module in a process that is no root, for root may do everything; gives what it wrote. */
export function asOtherUser(script: string): string {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const end = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    ...nobody,
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (end.status !== 0) throw new Error(end.stderr);
  return end.stdout;
}
