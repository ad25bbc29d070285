import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { sampled } from './every.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { PackageIndex } from './package-index.ts';

/** Lets pip keep what comes from the index here: without TLS it does so for hosts alone that it is told to trust. */
function trustLocalhost(dockerfile: string): void {
  const text = readFileSync(dockerfile, 'utf8');
  writeFileSync(dockerfile, text.replace(' AS base\n', ' AS base\nENV PIP_TRUSTED_HOST=localhost\n'));
}

test.each(sampled(['pipenv', 'requirements'], 1))(
  'an image with one more package downloads that package and no other: %s',
  async (dependencies) => {
    using folder = temporaryFolder('drf-docker-downloads');
    await using index = await PackageIndex.start();
    const { bin } = packTool(folder.path);
    const image = `e2e-downloads-${dependencies}`;

    /** Makes an image, and gives the packages that were downloaded for it. */
    async function downloadedFor(name: string, ...args: readonly string[]): Promise<readonly string[]> {
      const path = join(folder.path, name);
      await execa('node', [
        bin,
        path,
        '--yes',
        '--no-git',
        `--dependencies=${dependencies}`,
        `--index=${index.url}`,
        ...args,
      ]);
      trustLocalhost(join(path, 'Dockerfile'));
      await execa('docker', ['image', 'build', '--network', 'host', '--tag', image, path]);
      return index.downloads();
    }

    const first = await downloadedFor('before');
    expect(first.length).toBeGreaterThan(20);
    expect(first.length).toBe(new Set(first).size);
    expect(await downloadedFor('after', '--cors=https://app.example.com')).toEqual([
      expect.stringMatching(/^django_cors_headers-.*\.whl$/),
    ]);
    await execa('docker', ['image', 'rm', image]);
  },
);
