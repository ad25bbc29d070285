import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { hidesName } from '../../src/resource/model/reserved-names.ts';
import { relatedNames } from '../../src/resource/model/related-names.ts';
import { type ResourceContext, resourceContext } from '../../src/render/resource-context.ts';
import { render } from '../../src/render/render.ts';
import { resourcesOf } from '../answers/resource-of.ts';

/** What the templates know of the first resource. */
function contextOf(line: string, given: Readonly<Record<string, unknown>> = {}): ResourceContext {
  const resources = resourcesOf(line);
  const [resource] = resources;
  const outcome = completeProjectAnswers({ name: 'shop', ...given });
  if (resource === undefined || 'problems' in outcome) throw new Error('There are a resource and answers.');
  const { website } = outcome.value;
  return resourceContext(
    resource,
    { resources, website, filtered: true, relatedNames: relatedNames(resources) },
    outcome.value,
  );
}

/** What the tests of an app call other things: variables, the arguments of functions, and what is imported. No resource is a `user`. */
function localNames(): readonly string[] {
  const paths = readdirSync('templates', { encoding: 'utf8', recursive: true }).filter((path) =>
    /__app__.tests\.py\.hbs$/.test(path),
  );
  const text = paths.map((path) => readFileSync(join('templates', path), 'utf8')).join('');
  const found = Array.from(
    text.matchAll(
      /^ +([a-z_]+(?:, [a-z_]+)*) = |\bfor ([a-z_, ]+) in |\bas ([a-z_]+):|^def (\w+)\(|^from \S+ import ([a-z_, ]+)$/gm,
    ),
    (match) => match.slice(1).join(','),
  );
  return [...new Set(found.flatMap((names) => names.split(',')).map((name) => name.trim()))].filter(
    (name) => name.length > 1 && name !== 'user' && !name.startsWith('test_'),
  );
}

test('a row’s variable hides nothing of the tests around it', () => {
  const names = localNames();
  expect(names).toEqual(expect.arrayContaining(['data', 'created', 'url', 'response', 'make', 'valid']));
  const hidden = names.filter(
    (name) =>
      contextOf(`${name.replace(/^./, (first) => first.toUpperCase())}/things_x title:char:9`).variable !== 'row',
  );
  expect(hidden).toEqual([]);
});

test('endpoints have the plain name where there are no pages, which have it otherwise', () => {
  const line = 'TripInvite day:date';
  expect(contextOf(line).apiName).toBe('api-trip_invite');
  expect(contextOf(line, { website: false }).apiName).toBe('trip_invite');
});

test('the server sets the author of a row, whom no client sends', () => {
  const post = contextOf('Post title:char:60 author:fk:user');
  expect(post).toMatchObject({ owner: 'author', ownerEdits: false });
  expect(post.serializer.readOnlyFields).toBe('("author",)');
  expect(contextOf('Post title:char:60 author:owner')).toMatchObject({ owner: 'author', ownerEdits: true });
  expect(contextOf('Post title:char:60 author:owner', { access: 'staff' })).toMatchObject({
    owner: 'author',
    ownerEdits: false,
  });
});

test('the list of a serializer’s fields has one on each line, for it is where people add theirs', () => {
  const { serializer, filterFields } = contextOf('Note title:char:60 day:date');
  expect(serializer.fields).toBe('(\n            "id",\n            "title",\n            "day",\n        )');
  expect(filterFields).toBe('("title", "day")');
});

test('a model of a name that the module around uses is imported under another', () => {
  expect(contextOf('Response/replies text:text')).toMatchObject({
    modelImport: 'from replies.models import Response as ResponseModel',
    countedModel: 'ResponseModel',
  });
  expect(contextOf('Reply text:text')).toMatchObject({
    modelImport: 'from replies.models import Reply',
    countedModel: 'Reply',
  });
});

test.each([
  { docs: true, access: 'staff', auth: 'jwt' },
  { django: '6.1', pagination: 'cursor' },
])('no model takes the name of a class that config/views.py imports: %j', (given) => {
  const outcome = completeProjectAnswers({ name: 'shop', resources: resourcesOf('Thing title:char:60'), ...given });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  const views = render(outcome.value).get('config/views.py') ?? '';
  const lines = views.match(/^from (?!things).+ import .+$/gm) ?? [];
  const classes = lines.flatMap((line) => line.match(/\b[A-Z]\w+/g) ?? []);
  expect(classes).toContain('APIException');
  // The others are refused.
  for (const name of classes.filter((one) => !hidesName(one)))
    expect(contextOf(`${name} title:char:60`).countedModel).toBe(`${name}Model`);
});
