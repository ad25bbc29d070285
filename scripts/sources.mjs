import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * What the sources of this tool export, which Node does not run as they are.
 * @param contents a module of exports from files below `src/`, such as `export * from './python/packages/pipfile.ts'`
 * @returns the module
 */
export async function exported(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../src', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
