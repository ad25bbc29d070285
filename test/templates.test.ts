import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../src/features/index.ts';

const PATHS = readdirSync('templates', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.parentPath !== 'templates')
  .map((entry) => relative('templates', join(entry.parentPath, entry.name)));
const TEMPLATES = PATHS.filter((path) => path.endsWith('.hbs'));

/** What may stand bare: words that the checks of the answers keep to letters, digits and hyphens, what is laid out as its language already, and our own text. */
const BARE = new RegExp(
  [
    /^(?:name|python|django|pythonDigits|pipenv|uv|this|resource\.[\w.]+|slots\.\w+|secrets\.\w+|(?:choices|enum|field|row|table|example|first)\.\w+)$/,
    /^(?:line|member|pair|corsList|corsPaths|apiModule|apiPrefix|homeName|optionalFile|paginationClass|permissionClass|reader|refusal|schemaPatch|serverCommand)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** The mustaches of a template that print a value without a quoting helper. */
function barePaths(text: string): string[] {
  const found: string[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = (mustache) => {
    const { path, params } = mustache;
    if (params.length === 0 && 'original' in path && !BARE.test(path.original)) found.push(path.original);
  };
  visitor.accept(Handlebars.parse(text));
  return found;
}

describe.each(TEMPLATES)('%s', (path) => {
  test('quotes every text of a user for its language', () => {
    expect(barePaths(readFileSync(join('templates', path), 'utf8'))).toEqual([]);
  });
});

test('the check of quoting finds a bare title', () => {
  expect(barePaths('# {{title}}\n{{py title}} {{#each resources}}{{this.app}}{{/each}}')).toEqual([
    'title',
    'this.app',
  ]);
});

test('every feature has a template folder or brings packages, and every folder is a feature’s', () => {
  const folders = new Set(PATHS.flatMap((path) => /^features\/([^/]+)\//.exec(path)?.[1] ?? []));
  const names = FEATURES.map((feature) => feature.name);
  expect([...folders].filter((folder) => !names.includes(folder))).toEqual([]);
  expect(
    FEATURES.filter(({ name, packages }) => !folders.has(name) && packages === undefined).map(({ name }) => name),
  ).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('every slot that a feature fills is printed by a template', () => {
  const texts = TEMPLATES.map((path) => readFileSync(join('templates', path), 'utf8')).join('');
  const slots = PATHS.flatMap((path) => /\/_slots\/(.+?)(?:\.hbs)?$/.exec(path)?.[1] ?? []);
  expect(slots.filter((slot) => !texts.includes(`{{slots.${slot}}}`))).toEqual([]);
});
