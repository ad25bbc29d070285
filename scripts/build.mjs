/**
 * Builds dist/: the bin, the face for programs with its types, and the licences of what is bundled into them. Everything needed at
 * run time is inside, so that installing the package brings one package.
 *
 * The code is split by when it is needed, for each file and each function costs time at the start. `first` is all that `--version`
 * loads beside the bin, `project` what the face for programs loads too, `create` what else creating needs; the rest (prompts, git, Docker)
 * is loaded when it is called. The files are CommonJS, because Node starts its loader of ES modules only for those: 7 % of a start.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const SOURCE = join(ROOT, 'src');

/** What is loaded when it is first used, though it is imported at once: each with all that nothing else needs. */
const LATER = {
  adding: ['changes/plan.ts', 'machine/adding.ts', 'machine/survey.ts'],
  'help-text': ['terminal/embedded-help.ts'],
  nearest: ['text/nearest.ts'],
  plurals: ['text/plurals.ts'],
  python: ['text/py-any.ts'],
  requirements: ['project/requirements.ts'],
  resources: ['answers/index-problems.ts', 'answers/resources.ts', 'answers/taken-names.ts'],
  schema: ['answers/schema.ts'],
  summary: ['terminal/summary.ts'],
  titles: ['text/title-case.ts'],
  trouble: ['machine/file-problem.ts'],
  wide: ['text/wide.ts'],
};

/** What each file holds, by the modules that it starts from; a module goes into the first that needs it. */
const GROUPS = {
  first: ['terminal/plain-sink.ts', 'terminal/runner.ts', 'project/version.ts'],
  project: ['index.ts'],
  create: ['cli.ts', 'commands/create.ts'],
};

/**
 * Importing `node:process` reads every property of it, and so opens all three streams: 7 % of a start. The global is the same object.
 * Ours import it whole; for others, who import its properties by name, each gets a getter.
 */
const globalProcess = {
  name: 'global-process',
  resolveId(id, importer) {
    if (!/^(?:node:)?process$/.test(id)) return null;
    return importer.startsWith(SOURCE) ? '\0process' : '\0process-by-name';
  },
  load: (id) => ({ '\0process': 'export default globalThis.process;', '\0process-by-name': 'module.exports = globalThis.process;' })[id] ?? null,
};

/** kolorist opens stdout to see whether it shows colours, and loads Node's streams for it; `terminalOn` tells it anyway. */
const kolorist = {
  name: 'kolorist',
  transform(code, id) {
    if (!/kolorist\Wdist\Wesm\Windex\.mjs$/.test(id)) return null;
    const look = 'globalVar.process && globalVar.process.env && globalVar.process.stdout';
    if (!code.includes(look)) throw new Error('kolorist looks at stdout in another way');
    return code.replace(look, 'false');
  },
};

/** Where a console has no signs beyond ASCII, clack draws the end of its frame by a dash that is none of them. */
const clack = {
  name: 'clack',
  transform(code, id) {
    if (!/@clack\Wprompts\Wdist\Windex\.mjs$/.test(id)) return null;
    const end = String.raw`S_BAR_END = unicodeOr("\u2514", "\u2014")`;
    if (!code.includes(end)) throw new Error('clack draws the end of its frame in another way');
    return code.replace(end, end.replace(String.raw`\u2014`, '-'));
  },
};

/** Of fs-extra the functions that are used, on Node's own `fs`: its index loads all of them, and every part of `fs` with its streams. */
const fsExtra = {
  name: 'fs-extra',
  resolveId: (id) => (id === 'fs-extra/esm' ? '\0fs-extra' : null),
  load: (id) => {
    const module = (name) => JSON.stringify(join(ROOT, 'node_modules/fs-extra/lib', name, 'index.js'));
    if (id === '\0fs-extra') return `export { removeSync } from ${module('remove')};`;
    return /fs-extra\Wlib\Wfs\Windex\.js$/.test(id) ? "module.exports = require('fs');" : null;
  },
};

/** The parts of execa that `src/machine/child.ts` never comes to: waiting for a child at once, messages to it, logs, streams made of it. */
const UNUSED = {
  'methods/main-sync': 'export const execaCoreSync = undefined;',
  'ipc/methods': 'export const addIpcMethods = () => {};',
  'ipc/buffer-messages': 'export const waitForIpcOutput = async ({ ipcOutput }) => ipcOutput; export const getBufferedIpcOutput = async (_, output) => output;',
  'ipc/ipc-input': 'export const validateIpcInputOption = () => {}; export const sendIpcInput = () => {};',
  'ipc/graceful': 'export const sendAbort = () => {};',
  'pipe/setup': 'export const pipeToSubprocess = () => {};',
  'convert/add': 'export const addConvertedStreams = () => {};',
  'verbose/log': 'export const verboseLog = () => {}; export const serializeVerboseMessage = String;',
  'verbose/complete': 'export const logResult = () => {};',
};

/** Of execa what is used: half of it. */
const execa = {
  name: 'execa',
  resolveId: (id) => (id === 'execa' ? '\0execa' : null),
  load(id) {
    const create = join(ROOT, 'node_modules/execa/lib/methods/create.js');
    if (id === '\0execa') return `import { createExeca } from ${JSON.stringify(create)};\nexport const execa = createExeca(() => ({}));`;
    return UNUSED[/execa\Wlib\W(.+)\.js$/.exec(id)?.[1].replaceAll('\\', '/')] ?? null;
  },
};

/** The lock data stay a file of their own, which Node parses as JSON and any bundler takes up. */
const embeddedData = {
  name: 'embedded-data',
  resolveId: (id) => (id === './embedded.json' ? { id: './data.json', external: true } : null),
};

/** Loads the files of `LATER`, and for the bin the others too, when something of them is first named; an `import` that runs would make whoever needs them asynchronous. */
const later = {
  name: 'later',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle).filter(({ type }) => type === 'chunk')) {
      const file = new RegExp(`(?<==)require\\((["'\`])(\\./(?:${[...Object.keys(LATER), ...(chunk.fileName === 'cli.cjs' ? ['project', 'create'] : [])].join('|')})\\.cjs)\\1\\)`, 'g');
      chunk.code = chunk.code.replaceAll(file, (call) => `new Proxy({},{get:(_,name)=>${call}[name]})`);
    }
  },
};

/** Writes code in ASCII: what holds a wider character is read with two bytes for each. Such a one stands only in texts and in patterns. */
const ascii = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle).filter(({ type }) => type === 'chunk')) {
      chunk.code = chunk.code.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

/** All that a module imports, directly or not, but for what it imports when it runs and what is loaded later. */
function closure(paths, { getModuleInfo }) {
  const reached = new Set();
  const ends = Object.values(LATER).flat().filter((path) => !paths.includes(path)).map((path) => join(SOURCE, path));
  const pending = paths.map((path) => join(SOURCE, path));
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (reached.has(id) || ends.includes(id)) continue;
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
    groups ??= Object.entries({ ...GROUPS, ...LATER }).map(([name, paths]) => [name, closure(paths, { getModuleInfo: (one) => context.getModuleInfo(one) })]);
    if (['\0process', '\0rolldown/runtime.js'].includes(id)) return 'first';
    return entries.includes(id) ? null : (groups.find(([, ids]) => ids.has(id))?.[0] ?? null);
  };
}

/** A licence without its title, parted into the paragraphs that name who grants it and the rest, which most packages share. */
function parted(licence) {
  const paragraphs = licence.replaceAll('\r', '').trim().split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim());
  const said = paragraphs.filter((paragraph) => !/^\W*(?:the )?(?:mit )?licen[cs]e(?: \(mit\))?\W*$/i.test(paragraph));
  const isOwn = (paragraph) => /^(?:mit licen[cs]e )?copyright /i.test(paragraph);
  return { own: said.filter(isOwn), rest: said.filter((paragraph) => !isOwn(paragraph)).join('\n\n') };
}

/** Each licence text once, below the packages in the bundle that it is for and their copyrights; throws where one ships no licence. */
function licences(ids) {
  const names = ids.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1] ?? []);
  const packages = new Map();
  for (const name of [...new Set(names)].sort()) {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    if (file === undefined) throw new Error(`${name} ships no licence`);
    const { own, rest } = parted(readFileSync(join(folder, file), 'utf8'));
    packages.set(rest, [...(packages.get(rest) ?? []), [`${name} ${version} (${license})`, ...own.map((line) => `  ${line}`)].join('\n')]);
  }
  return [...packages].map(([text, heads]) => `${heads.join('\n')}\n\n${text}\n`);
}

execFileSync(process.execPath, [join(ROOT, 'scripts/embed.mjs')], { stdio: 'inherit' });
rmSync(DIST, { recursive: true, force: true });

const bundle = await rolldown({
  cwd: ROOT,
  input: { cli: 'src/cli.ts', index: 'src/index.ts' },
  platform: 'node',
  plugins: [globalProcess, kolorist, clack, execa, fsExtra, embeddedData, later, ascii],
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

/** Every declaration that the face refers to, directly or not, with the endings that a reader of the package finds. */
function declarations() {
  const reached = new Map();
  const pending = [join(DIST, 'types/index.d.ts')];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (reached.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    const imported = [...text.matchAll(/(?:from |import\()'(\.[^']*)\.ts'/g)].map(([, path]) => join(dirname(file), `${path}.d.ts`));
    reached.set(file, text.replaceAll(/((?:from |import\()'\.[^']*)\.ts'/g, "$1.js'"));
    pending.push(...imported);
  }
  return reached;
}

const reached = declarations();
rmSync(join(DIST, 'types'), { recursive: true });
for (const [file, text] of reached) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
