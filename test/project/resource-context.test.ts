import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { relatedNames } from '../../src/answers/related-names.ts';
import { resourceContext } from '../../src/project/resource-context.ts';
import { resourcesOf } from '../answers/resource-of.ts';

/** What the modules around a resource's row call other things: variables, the arguments of functions, and what is imported. No resource is a `user`. */
function localNames(): readonly string[] {
  const paths = readdirSync('templates', { encoding: 'utf8', recursive: true }).filter((path) => /__app__.tests.\w+\.py\.hbs$/.test(path));
  const texts = paths.map((path) => readFileSync(join('templates', path), 'utf8'));
  const assigned = texts.flatMap((text) => Array.from(text.matchAll(/^ +([a-z_]+(?:, [a-z_]+)*) = |\bfor ([a-z_, ]+) in |\bas ([a-z_]+):|^def \w+\(\**([a-z_, ]+)\)|^from \S+ import ([a-z_, ]+)$/gm), (found) => found.slice(1).join(',')));
  return [...new Set(assigned.flatMap((names) => names.split(',')).map((name) => name.trim()))].filter((name) => name.length > 1 && name !== 'user');
}

test('a row’s variable hides nothing of the modules around it', () => {
  const names = localNames();
  expect(names).toEqual(expect.arrayContaining(['data', 'related', 'member', 'keys', 'few']));
  const hidden = names.filter((name) => {
    const [resource, ...resources] = resourcesOf(`${name.replace(/^./, (first) => first.toUpperCase())}/things_x title:char:9`);
    if (resource === undefined) throw new Error('There is one.');
    const all = [resource, ...resources];
    return resourceContext(resource, { resources: all, relatedNames: relatedNames(all) }, { access: 'open-read', django: '5.2' }).variable !== 'row';
  });
  expect(hidden).toEqual([]);
});
