/**
 * Builds dist/: the bin, the face for programs with its types, and the licences of what is bundled into them.
 * Everything needed at run time is inside, so that installing the package brings one package.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');

/** CommonJS modules that are bundled call for Node's built-ins by `require`, which an ES module has not. */
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);";

/** The packages whose code is in the bundle, from the paths of the bundled files. */
function bundledPackages(inputs) {
  const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Name, version and licence text of each bundled package; throws where a package ships none. */
function licences(packages) {
  return packages.map((name) => {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    if (file === undefined) throw new Error(`${name} ships no licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim()}\n`;
  });
}

execFileSync(process.execPath, [join(ROOT, 'scripts/embed.mjs')], { stdio: 'inherit' });
if (existsSync(DIST)) rmSync(DIST, { recursive: true });

const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  metafile: true,
});

for (const path of Object.keys(metafile.outputs)) {
  const file = join(ROOT, path);
  const text = readFileSync(file, 'utf8');
  const start = path === 'dist/cli.js' ? '#!/usr/bin/env node\n' : '';
  const banner = text.includes('Dynamic require of') ? REQUIRE : '';
  if (start !== '' || banner !== '') writeFileSync(file, start + banner + text);
}
chmodSync(join(DIST, 'cli.js'), 0o755);
writeFileSync(join(DIST, 'LICENSES.txt'), licences(bundledPackages(Object.keys(metafile.inputs))).join(`\n${'-'.repeat(80)}\n\n`));

execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', join(ROOT, 'tsconfig.types.json')],
  { stdio: 'inherit' },
);
// TypeScript leaves the `.ts` of an import as it is in a declaration; a reader of the package finds `.js` there.
for (const entry of readdirSync(join(DIST, 'types'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
  const file = join(entry.parentPath, entry.name);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
}
