import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-bundle-'));
chmodSync(folder, 0o755);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const made = new Map<string, Promise<string>>();

/**
 * Bundles a module of src/machine/, once, for a process of its own: one that is killed, runs as another user, or sees another disk.
 * @param module its name without an ending
 * @returns its URL, to import
 */
export function bundled(module: string): Promise<string> {
  const url = made.get(module) ?? bundle(module);
  made.set(module, url);
  return url;
}

async function bundle(module: string): Promise<string> {
  const outfile = join(folder, `${module}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, '../../src/machine', `${module}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return pathToFileURL(outfile).href;
}
