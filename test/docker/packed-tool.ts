import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** The tool as a user gets it: packed by npm, installed from that tarball into an empty folder. */
export interface PackedTool {
  /** The tarball. */
  readonly tarball: string;
  /** The installed bin's script, to be run by node. */
  readonly bin: string;
}

/** Runs npm, which is a script of the command interpreter on Windows. */
function npm(args: readonly string[]): void {
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

/**
 * Packs the tool and installs the tarball, once for a folder.
 * @param folder an existing folder that the caller removes again
 * @returns where the tarball and the bin are
 */
export function packTool(folder: string): PackedTool {
  npm(['pack', '--ignore-scripts', '--pack-destination', folder]);
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack made no tarball');
  const tarball = join(folder, name);
  const prefix = join(folder, 'installed');
  mkdirSync(prefix);
  npm(['install', '--no-audit', '--no-fund', '--prefix', prefix, tarball]);
  const modules = join(prefix, 'node_modules');
  // On Windows, .bin holds scripts of the command interpreter that call node.
  return {
    tarball,
    bin:
      process.platform === 'win32'
        ? join(modules, 'create-drf-docker/dist/cli.cjs')
        : realpathSync(join(modules, '.bin/create-drf-docker')),
  };
}

/**
 * A temporary folder that disposes of itself.
 * @param prefix what its name starts with
 * @returns its path, and its removal by `using`
 */
export function temporaryFolder(prefix: string): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), `${prefix}-`));
  return {
    path,
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
