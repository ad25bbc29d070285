/**
 * Builds dist/: the bin, the face for programs with its types, and the licences of what is bundled into them. Everything needed at
 * run time is inside, so that installing the package brings one package.
 *
 * The code is split by when it is needed, for each file and each function costs time at the start. `base` is what every run loads,
 * `create` what creating loads besides, `project` what renders, which the face for programs shares; the rest (prompts, git, Docker) is
 * loaded when it is called. The files are CommonJS, because Node starts its loader of ES modules only for those: 7 % of a start.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const SOURCE = join(ROOT, 'src');

/** What each file holds, by the modules that it starts from; a module goes into the first that needs it. */
const GROUPS = {
  base: ['cli.ts', 'commands/help.ts', 'commands/version.ts', 'terminal/failure.ts'],
  project: ['index.ts'],
  create: ['commands/create.ts'],
};

/** Importing `node:process` reads every property of it, and so opens all three streams: 7 % of a start. The global is the same object. */
const globalProcess = {
  name: 'global-process',
  resolveId: (id) => (/^(?:node:)?process$/.test(id) ? '\0process' : null),
  load: (id) => (id === '\0process' ? 'module.exports = globalThis.process;' : null),
};

/** Of fs-extra the functions that are used, on Node's own `fs`: its index loads all of them, and every part of `fs` with its streams. */
const fsExtra = {
  name: 'fs-extra',
  resolveId: (id) => (id === 'fs-extra/esm' ? '\0fs-extra' : null),
  load: (id) => {
    const module = (name) => JSON.stringify(join(ROOT, 'node_modules/fs-extra/lib', name, 'index.js'));
    if (id === '\0fs-extra') return `export { ensureDirSync } from ${module('mkdirs')};\nexport { removeSync } from ${module('remove')};`;
    return id === JSON.parse(module('fs')) ? "module.exports = require('fs');" : null;
  },
};

/** The data stay a file of their own, which Node parses as JSON and any bundler takes up. */
const embeddedData = {
  name: 'embedded-data',
  resolveId: (id) => (id.endsWith('/embedded.json') ? { id: './data.json', external: true } : null),
};

/** All that a module imports, directly or not, but for what it imports when it runs. */
function closure(paths, { getModuleInfo }) {
  const reached = new Set();
  const pending = paths.map((path) => join(SOURCE, path));
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    pending.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** Says into which file a module goes; the two entries stay by themselves. */
function grouping() {
  const entries = ['cli.ts', 'index.ts'].map((path) => join(SOURCE, path));
  let groups;
  return (id, context) => {
    groups ??= Object.entries(GROUPS).map(([name, paths]) => [name, closure(paths, { getModuleInfo: (one) => context.getModuleInfo(one) })]);
    return entries.includes(id) ? null : (groups.find(([, ids]) => ids.has(id))?.[0] ?? null);
  };
}

/** Name, version and licence text of each package whose code is in the bundle; throws where one ships no licence. */
function licences(ids) {
  const names = ids.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1] ?? []);
  return [...new Set(names)].sort().map((name) => {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    if (file === undefined) throw new Error(`${name} ships no licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim()}\n`;
  });
}

execFileSync(process.execPath, [join(ROOT, 'scripts/embed.mjs')], { stdio: 'inherit' });
rmSync(DIST, { recursive: true, force: true });

const bundle = await rolldown({
  cwd: ROOT,
  input: { cli: 'src/cli.ts', index: 'src/index.ts' },
  platform: 'node',
  plugins: [globalProcess, fsExtra, embeddedData],
  // graceful-fs mends none of the functions that block.
  resolve: { alias: { 'graceful-fs': 'fs' } },
  preserveEntrySignatures: 'allow-extension',
});
const { output } = await bundle.write({
  dir: DIST,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  minify: true,
  comments: { legal: false },
  codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'by when it is needed', name: grouping() }] },
});

copyFileSync(join(SOURCE, 'project/embedded.json'), join(DIST, 'data.json'));
const bin = join(DIST, 'cli.cjs');
writeFileSync(bin, `#!/usr/bin/env node\n${readFileSync(bin, 'utf8')}`);
chmodSync(bin, 0o755);
const { exports } = output.find((file) => file.fileName === 'index.cjs');
writeFileSync(join(DIST, 'index.js'), `export { ${exports.join(', ')} } from './index.cjs';\n`);
writeFileSync(join(DIST, 'LICENSES.txt'), licences(output.flatMap((file) => file.moduleIds ?? [])).join(`\n${'-'.repeat(80)}\n\n`));

execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', join(ROOT, 'tsconfig.types.json')], { stdio: 'inherit' });

// TypeScript leaves the `.ts` of an import as it is in a declaration; a reader of the package finds `.js` there.
for (const entry of readdirSync(join(DIST, 'types'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
  const file = join(entry.parentPath, entry.name);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
}
