import { expect, test } from 'vitest';
import { parseResources } from '../../../src/resource/resources.ts';
import { LIBRARY } from '../../../src/resource/model/book.ts';
import { exampleRequest, type ExampleRequest } from '../../../src/python/samples/example-request.ts';
import { sampleRows } from '../../../src/python/samples/sample-data.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

function exampleOf(...lines: readonly string[]): ExampleRequest {
  const outcome = parseResources(lines);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return exampleRequest(outcome.value);
}

test('sends what must be sent, and nothing that a shell reads between single quotes', () => {
  const example = exampleOf(
    'TripInvite title:char:60 pages:integer:default=3 note:text:optional made:datetime:auto_now_add owner',
  );
  expect(example).toMatchObject({ url: 'trip-invites', plural: 'trip invites' });
  expect(Object.keys(Object(JSON.parse(example.body)))).toEqual(['title']);
  expect(example.body).not.toContain("'");
});

test.each([
  ['the library', LIBRARY],
  ['slugs', resourcesOf('Tag name:slug:30:unique')],
  ['addresses', resourcesOf('Reader email:email:unique home:url:unique nick:char:12:unique number:integer:unique')],
])('creates what the sample data of %s have not', (_what, resources) => {
  const [resource] = resources;
  if (resource === undefined) throw new Error('There is none');
  const rows = sampleRows(resource, resources);
  const sent: Record<string, unknown> = JSON.parse(exampleRequest(resources).body);
  const unique = resource.fields.filter((field) => field.unique === true).map(({ name }) => name);
  expect(unique.filter((name) => rows.some(({ fields }) => fields[name] === sent[name]))).toEqual([]);
});

test('is about the first that needs no other row and no file', () => {
  expect(exampleOf('Post reader:fk:user', 'Paper file:file', 'Tag name:slug:30').url).toBe('tags');
});

test('says nothing of the author, whom the server sets', () => {
  expect(exampleOf('Post author:fk:user', 'Tag name:slug:30')).toMatchObject({ url: 'posts', body: '{}' });
});

test('names the first row of another where it must', () => {
  expect(
    JSON.parse(exampleOf('Post reader:fk:user tags:m2m:Tag tag:fk:Tag', 'Tag file:file post:fk:Post:optional').body),
  ).toEqual({ reader: 1, tags: [1], tag: 1 });
});
