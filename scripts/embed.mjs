/**
 * Writes src/project/embedded.ts: every file of templates/ and the lock data, in the form that the bundle carries.
 * A template is precompiled: compiling one at run time costs more than everything else that creating does.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HELPERS = JSON.parse(readFileSync(join(ROOT, 'templates/helpers.json'), 'utf8'));

/** All files below a folder, as paths with forward slashes, in the order of their bytes. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The precompiled template as JavaScript; throws with the file's name where it does not parse. */
function precompiled(path, text) {
  try {
    return Handlebars.precompile(text, { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: HELPERS });
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const lockFile = (name) => JSON.parse(readFileSync(join(ROOT, `locks/${name}.json`), 'utf8'));
const sets = Object.keys(lockFile('packages').sets);
const templates = [];
const files = [];
for (const path of filesBelow(join(ROOT, 'templates')).filter((one) => one.includes('/'))) {
  const text = readFileSync(join(ROOT, 'templates', path), 'utf8');
  if (text.includes('\r')) throw new Error(`templates/${path} has a carriage return; every generated file has LF line ends`);
  if (path.endsWith('.hbs')) templates.push(`  ${JSON.stringify(path.slice(0, -4))}: ${precompiled(path, text)},`);
  else files.push(`  ${JSON.stringify(path)}: ${JSON.stringify(text)},`);
}

// A file of its own, for --version must not load all the rest.
writeFileSync(
  join(ROOT, 'src/project/embedded-version.ts'),
  `// Written by scripts/embed.mjs from package.json; change that.\nexport const PACKAGE_VERSION: string = ${JSON.stringify(version)};\n`,
);
writeFileSync(
  join(ROOT, 'src/project/embedded.ts'),
  [
    '// @ts-nocheck: written by scripts/embed.mjs from templates/ and locks/; change those.',
    "import type { LockData } from './pipfile-lock.ts';",
    "import type { WantedPackages } from './package-specs.ts';",
    "import type { TemplateSpecification } from './template.ts';",
    `export const PIPENV_VERSION: string = ${JSON.stringify(lockFile('pipenv').version)};`,
    `export const WANTED_PACKAGES: WantedPackages = ${JSON.stringify(lockFile('packages'))};`,
    `const FIRST_LOCK: LockData = ${JSON.stringify(lockFile(sets[0]))};`,
    'export const LOCK_DATA: Readonly<Record<string, LockData>> = {',
    `  ${JSON.stringify(sets[0])}: FIRST_LOCK,`,
    // The sets share nearly all releases: locks/ holds of the others only what differs from the first.
    ...sets.slice(1).map((set) => `  ${JSON.stringify(set)}: { packages: { ...FIRST_LOCK.packages, ...${JSON.stringify(lockFile(set).packages)} } },`),
    '};',
    'export const TEMPLATES: Readonly<Record<string, TemplateSpecification>> = {',
    ...templates,
    '};',
    'export const FILES: Readonly<Record<string, string>> = {',
    ...files,
    '};',
    '',
  ].join('\n'),
);
