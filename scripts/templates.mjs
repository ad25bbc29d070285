import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { exported } from './sources.mjs';

const FOLDER = fileURLToPath(new URL('../templates', import.meta.url));

/** The folder of a template, the part of `src/templates/tree.ts` that it belongs to, and its name there. */
function place(path) {
  const [, folder, inside] = /^(features\/[^/]+|[^/]+)\/(.+)$/.exec(path);
  const name = inside.replace(/\.hbs$/, '');
  if (folder === 'resource') return { folder, part: 'resourceFiles', name };
  if (name.startsWith('_resource/')) return { folder, part: 'resourceFiles', name: name.slice('_resource/'.length) };
  if (name.startsWith('_slots/')) return { folder, part: 'slots', name: name.slice('_slots/'.length) };
  return { folder, part: 'files', name };
}

/** Every file below `templates/` with its text and where it belongs, in the order of their paths. */
export function templateFiles() {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8'), ...place(path) }));
}

/**
 * A table for each folder of templates, with a table for each of its parts.
 * @param files what `templateFiles` gives
 * @param sourceOf gives the entry of one file
 * @throws Error where two files have the same place
 */
export function templateTrees(files, sourceOf) {
  const trees = {};
  for (const file of files) {
    const tree = (trees[file.folder] ??= { files: {}, resourceFiles: {}, slots: {} });
    if (file.name in tree[file.part]) throw new Error(`templates/${file.path} is there with and without .hbs`);
    tree[file.part][file.name] = sourceOf(file);
  }
  return trees;
}

/**
 * What compiles templates with the helpers that `src/templates/quoting.ts` registers.
 * @returns a function that takes a template, or its syntax tree, and gives the JavaScript of its specification for Handlebars' runtime;
 * it throws where the template calls another helper
 */
export async function templateCompiler() {
  const { QUOTING } = await exported("export { QUOTING } from './templates/quoting.ts'");
  const knownHelpers = Object.fromEntries(Object.keys(QUOTING).map((name) => [name, true]));
  return (template) =>
    Handlebars.precompile(template, { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers });
}
