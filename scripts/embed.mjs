/**
 * Writes src/project/embedded.json, embedded-optional.json and their face embedded.ts: every file of templates/ and the lock data, in the
 * form that the package carries. They are JSON, for Node reads that ten times as fast as it compiles the same data in JavaScript. A
 * template is parsed already: parsing one at run time costs more than everything else that creating does. The features that the default
 * answers do not ask for are apart: they are two fifths of all, and few projects have any of them.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { templatePrograms } from './template-programs.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HELPERS = Object.keys(JSON.parse(readFileSync(join(ROOT, 'templates/helpers.json'), 'utf8')));

/** All files below a folder, as paths with forward slashes, in the order of their bytes. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What the package carries of a file: the text, or of a template its programs; throws with the file's name where it does not parse. */
function source(path) {
  const text = readFileSync(join(ROOT, 'templates', path), 'utf8');
  if (text.includes('\r')) throw new Error(`templates/${path} has a carriage return; every generated file has LF line ends`);
  if (!path.endsWith('.hbs')) return text;
  try {
    return templatePrograms(text, HELPERS);
  } catch (error) {
    throw new Error(`templates/${path}: ${error.message}`, { cause: error });
  }
}

/** The folder of templates, the part of it and the path there that a file is for. */
function place(path) {
  const [, folder, inside] = /^(features\/[^/]+|[^/]+)\/(.+)$/.exec(path);
  if (folder === 'resource') return [folder, 'resourceFiles', inside];
  if (inside.startsWith('_resource/')) return [folder, 'resourceFiles', inside.slice('_resource/'.length)];
  if (inside.startsWith('_slots/')) return [folder, 'slots', inside.slice('_slots/'.length)];
  return [folder, 'files', inside];
}

/** Every folder of templates, sorted into its parts as `src/project/template-tree.ts` declares them. */
function templateTrees() {
  const trees = {};
  for (const path of filesBelow(join(ROOT, 'templates')).filter((one) => one.includes('/'))) {
    const [folder, part, inside] = place(path);
    const tree = (trees[folder] ??= { files: {}, resourceFiles: {}, slots: {} });
    const name = inside.replace(/\.hbs$/, '');
    if (name in tree[part]) throw new Error(`templates/${path} is there with and without .hbs`);
    tree[part][name] = source(path);
  }
  return trees;
}

/** The trees of the folders named, of which some have no template, and all others. */
function partedTrees(folders) {
  const all = templateTrees();
  const isNamed = ([folder]) => folders.includes(folder);
  const none = Object.fromEntries(folders.map((folder) => [folder, { files: {}, resourceFiles: {}, slots: {} }]));
  return {
    trees: { ...none, ...Object.fromEntries(Object.entries(all).filter(isNamed)) },
    optionalTrees: Object.fromEntries(Object.entries(all).filter((entry) => !isNamed(entry))),
  };
}

/** What is exported by the sources of this tool, which Node does not run as they are. */
async function exported(contents) {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: join(ROOT, 'src') }, bundle: true, write: false, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'] });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The folders of templates that a project with the default answers is made of. */
async function usualFolders() {
  const { completeProjectAnswers, FEATURES } = await exported(`
    export { completeProjectAnswers } from './answers/complete.ts';
    export { FEATURES } from './features/index.ts';
  `);
  const { value } = completeProjectAnswers({});
  return ['project', 'resource', ...FEATURES.filter(({ applies }) => applies(value)).map(({ name }) => `features/${name}`)];
}

/** The help as it is where nobody looks at it, as `src/cli.ts` prints it then: to put it together costs a fifth of a start. */
async function plainHelp() {
  const { helpText, stripColors } = await exported(`
    export { helpText } from './terminal/help.ts';
    export { stripColors } from 'kolorist';
  `);
  return stripColors(helpText(80));
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const lockFile = (name) => JSON.parse(readFileSync(join(ROOT, `locks/${name}.json`), 'utf8'));
const wantedPackages = lockFile('packages');
// Packed, a hash takes the same room in either form; at run time this one need not be decoded.
const inHexadecimal = (locked) => ({ ...locked, hashes: Buffer.from(locked.hashes, 'base64').toString('hex') });
const lockedPackages = (set) => Object.fromEntries(Object.entries(lockFile(set).packages).map(([name, locked]) => [name, inHexadecimal(locked)]));
const locks = Object.fromEntries(Object.keys(wantedPackages.sets).map((set) => [set, lockedPackages(set)]));
const { trees, optionalTrees } = partedTrees(await usualFolders());
const slots = [...new Set(Object.values({ ...trees, ...optionalTrees }).flatMap((tree) => Object.keys(tree.slots)))];
const write = (name, text, room = 'project') => writeFileSync(join(ROOT, 'src', room, name), text);
// Letters of one byte each: a string that has a wider one takes twice the room and the time.
const ascii = (data) => JSON.stringify(data).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

write('embedded.json', ascii({ tools: lockFile('tools'), wantedPackages, locks, slots, trees }));
write('embedded-optional.json', ascii({ trees: optionalTrees }));
write(
  'embedded.ts',
  `// @ts-nocheck: written by scripts/embed.mjs; the types of the JSON would be its whole text.
import data from './embedded.json' with { type: 'json' };
import optional from './embedded-optional.json' with { type: 'json' };
import type { LockData } from './lock-data.ts';
import type { WantedPackages } from './package-specs.ts';
import type { TemplateTree } from './template-tree.ts';
export const TOOL_VERSIONS: { readonly pipenv: string; readonly uv: string } = data.tools;
export const WANTED_PACKAGES: WantedPackages = data.wantedPackages;
// The sets share nearly all releases: locks/ holds of the others only what differs from the first.
const [first] = Object.values(data.locks);
export const LOCK_DATA: Readonly<Record<string, LockData>> = Object.fromEntries(
  Object.entries(data.locks).map(([set, packages]) => [set, { packages: { ...first, ...packages } }]),
);
/** The slots that some feature fills. */
export const SLOTS: readonly string[] = data.slots;
/** The templates of one folder, if it has any. */
export const embeddedTree = (folder: string): TemplateTree | undefined => data.trees[folder] ?? optional.trees[folder];
`,
);
// A file of its own, for --version must not load all the rest.
write('embedded-version.ts', `// Written by scripts/embed.mjs from package.json; change that.\nexport const PACKAGE_VERSION: string = ${JSON.stringify(version)};\n`);
write('embedded-help.ts', `// Written by scripts/embed.mjs from help.ts; change that.\nexport const PLAIN_HELP: string = ${JSON.stringify(await plainHelp())};\n`, 'terminal');
