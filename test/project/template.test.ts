import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { templatePrograms } from '../../scripts/template-programs.mjs';
import { renderTemplate } from '../../src/project/template.ts';
import { pyString } from '../../src/text/py.ts';

const HELPERS = ['py', 'toml', 'md'];

const context = {
  name: 'shop',
  title: "it's <b>",
  none: null,
  yes: true,
  no: false,
  zero: 0,
  empty: [],
  slots: { urls: 'path("")' },
  resources: [
    { app: 'books', fields: [{ name: 'isbn' }, { name: 'title' }] },
    { app: 'authors', fields: [] },
  ],
  table: { one: 1, two: 2 },
};

function rendered(text: string): string {
  return renderTemplate(templatePrograms(text, HELPERS), context);
}

/** What Handlebars makes of a template with its own compiler. */
function expected(text: string): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('py', (value: unknown) => pyString(String(value)));
  return handlebars.compile(text, { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: { py: true } })(context);
}

describe('a template renders as with the compiler of Handlebars', () => {
  test.each([
    'no place at all\n',
    '{{name}} {{title}} {{{title}}} {{slots.urls}} {{zero}}{{no}}{{none}} {{this.name}}',
    'a {{py name}} {{py slots.urls}}',
    '{{#if yes}}yes{{else}}no{{/if}} {{#if no}}yes{{else if zero}}zero{{else}}neither{{/if}} {{#if missing}}there{{/if}}',
    '{{#unless empty}}nothing{{/unless}}{{#unless yes}}{{else}}else{{/unless}}',
    '{{#each resources}}{{@index}} {{app}} {{@first}} {{@last}} {{../name}} {{@root.slots.urls}}\n{{else}}none{{/each}}',
    '{{#each empty}}some{{else}}none{{/each}}',
    '{{#each table}}{{@key}}={{this}} {{/each}}',
    '{{#each resources as |resource place|}}{{place}} {{resource.app}}{{#each resource.fields as |field|}} {{resource.app}}.{{field.name}} of {{name}}{{#if field.missing}}!{{/if}}{{/each}}\n{{/each}}',
    '{{#each resources as |one|}}{{#if one.fields}}{{#each one.fields as |field|}}{{one.app}} {{field.name}} {{../app}} {{@index}} {{@root.name}}{{/each}}{{else}}{{one.app}} {{@last}}{{/if}}{{/each}}',
    '{{#with resources}}{{#if this}}{{#with ../slots as |slots|}}{{slots.urls}} {{urls}} {{../../name}}{{/with}}{{/if}}{{/with}}',
    '{{#with zero}}zero {{this}}{{else}}none{{/with}}{{#if zero}}yes{{else}}no{{/if}}{{#unless zero}}no{{/unless}}',
    '{{#each name}}each{{else}}none{{/each}}{{#each none}}each{{else}}none{{/each}}{{resources.length}} {{#if resources.length}}some{{/if}}',
    '{{#each resources}}{{#each fields}}{{name}} {{../app}} {{../../name}} {{/each}}{{/each}}',
    '{{#each resources as |one|}}{{#each one.missing as |two|}}{{two}}{{else}}{{one.app}}{{#with ../name as |three|}}{{one.app}} {{three}}{{else}}no{{/with}}{{/each}}{{/each}}',
    '{{#with slots as |all|}}{{urls}} {{all.urls}} {{../name}}{{/with}}{{#with none}}some{{else}}none{{/with}}',
    '{{#each resources as |resource|}}{{resource.missing}}{{/each}}',
    'lines\n  {{#if yes}}\n  within\n  {{/if}}\nafter {{~name~}} x {{!-- no word of this --}}\n{{! nor this }}\n\\{{name}}',
    '{{#if (py name)}}one{{/if}}{{py "two"}}{{py 3}}{{py true}}{{py null}}',
  ])('%j', (text) => {
    expect(rendered(text)).toBe(expected(text));
  });
});

test.each(['{{missing}}', '{{slots.missing}}', '{{#each resources}}{{missing}}{{/each}}', '{{@missing}}', '{{#each resources}}{{../missing}}{{/each}}'])(
  'a value that is not there is an error, with its name: %s',
  (text) => {
    expect(() => expected(text)).toThrow(/^"missing" not defined in/);
    expect(() => rendered(text)).toThrow(/^"missing" not defined in/);
  },
);

test.each([
  ['\n{{> part}}', 'line 2: PartialStatement is not supported'],
  ['{{* mark}}', 'line 1: Decorator is not supported'],
  ['{{#mine name}}{{/mine}}', 'line 1: there is no block mine'],
  ['{{#name}}{{/name}}', 'line 1: there is no block name'],
  ['{{upper name}}', 'line 1: there is no helper upper'],
  ['{{#if (upper name)}}{{/if}}', 'line 1: there is no helper upper'],
  ['{{#if yes no}}{{/if}}', 'line 1: if takes one value'],
  ['{{#if zero includeZero=true}}{{/if}}', 'line 1: if takes one value'],
  ['{{#if yes as |one|}}{{one}}{{/if}}', 'line 1: if gives no block parameter'],
  ['{{py}}', 'line 1: py takes one value'],
  ['{{py name title}}', 'line 1: py takes one value'],
  ['{{py name width=3}}', 'line 1: named arguments are not supported'],
  ['{{#each resources}}{{@../index}}{{/each}}', 'line 1: @../index is not supported; name the value with a block parameter'],
])('the build refuses what no template needs: %j', (text, message) => {
  expect(() => templatePrograms(text, HELPERS)).toThrow(message);
});
