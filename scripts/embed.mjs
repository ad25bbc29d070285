/**
 * Writes what the package carries of templates/ and locks/: src/templates/embedded.ts with the text of each file, or the JavaScript that
 * Handlebars compiles of it, and src/embedded/embedded.json with the lock data and its face embedded.ts; besides the version.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { templateCompiler, templateFiles, templateTrees } from './templates.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The JavaScript that gives a file: its text, or what Handlebars compiles of a template; throws with the name of a file that cannot be used. */
function sourceCode({ path, text }, compiled) {
  if (text.includes('\r'))
    throw new Error(`templates/${path} has a carriage return; every generated file has LF line ends`);
  if (!path.endsWith('.hbs')) return JSON.stringify(text);
  try {
    return compiled(text);
  } catch (error) {
    throw new Error(`templates/${path}: ${error.message}`, { cause: error });
  }
}

/** The JavaScript of a table, or of a table of tables, whose values are JavaScript. */
function tableCode(table) {
  if (typeof table === 'string') return table;
  return `{\n${Object.entries(table)
    .map(([name, value]) => `${JSON.stringify(name)}: ${tableCode(value)},\n`)
    .join('')}}`;
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const lockFile = (name) => JSON.parse(readFileSync(join(ROOT, `locks/${name}.json`), 'utf8'));
const wantedPackages = lockFile('packages');
// Packed, a hash takes the same room in either form; at run time this one need not be decoded.
const inHexadecimal = (locked) => ({ ...locked, hashes: Buffer.from(locked.hashes, 'base64').toString('hex') });
const lockedPackages = (set) =>
  Object.fromEntries(Object.entries(lockFile(set).packages).map(([name, locked]) => [name, inHexadecimal(locked)]));
const locks = Object.fromEntries(Object.keys(wantedPackages.sets).map((set) => [set, lockedPackages(set)]));
const write = (name, text, room = 'embedded') => writeFileSync(join(ROOT, 'src', room, name), text);
write('embedded.json', JSON.stringify({ tools: lockFile('tools'), wantedPackages, locks }));
write(
  'embedded.ts',
  `// @ts-nocheck: written by scripts/embed.mjs; the types of the JSON would be its whole text.
import data from './embedded.json' with { type: 'json' };
import type { LockData } from './lock-data.ts';
import type { WantedPackages } from './package-specs.ts';
export const TOOL_VERSIONS: { readonly pipenv: string; readonly uv: string } = data.tools;
export const WANTED_PACKAGES: WantedPackages = data.wantedPackages;
// The sets share nearly all releases: locks/ holds of the others only what differs from the first.
const [first] = Object.values(data.locks);
export const LOCK_DATA: Readonly<Record<string, LockData>> = Object.fromEntries(
  Object.entries(data.locks).map(([set, packages]) => [set, { packages: { ...first, ...packages } }]),
);
`,
);
const compiled = await templateCompiler();
write(
  'embedded.ts',
  `// @ts-nocheck: written by scripts/embed.mjs from templates/; change those.
import type { TemplateTrees } from './tree.ts';
export const TREES: TemplateTrees = ${tableCode(templateTrees(templateFiles(), (file) => sourceCode(file, compiled)))};
`,
  'templates',
);
// A file of its own, for --version must not load all the rest.
write(
  'embedded-version.ts',
  `// Written by scripts/embed.mjs from package.json; change that.\nexport const PACKAGE_VERSION: string = ${JSON.stringify(version)};\n`,
);
