import { expect, test } from 'vitest';
import { isJsonRecord } from '../../src/resource/parse/json-object-reader.ts';
import { RenderedProject } from './rendered-project.ts';

const RESOURCES = [
  'Tag name:char:30:unique mail:email:optional site:url:100:optional slug:slug:optional',
  'Book title:char:250 cover:image:optional scan:file lent:duration tags:m2m:Tag genre:choice:novel,essay:optional owner',
];

/** Every object in a JSON document, with the names that lead to it. */
function* objectsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (isJsonRecord(value)) yield [path.join(' '), value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, [...path, name]);
}

test.each(['generic', 'function', 'viewset'])('the schema says to programs what the API does: %s', (views) => {
  using project = new RenderedProject(RESOURCES, { auth: 'jwt', views });
  const text = project.python('manage.py', 'spectacular', '--validate', '--fail-on-warn', '--format', 'openapi-json');
  const document: unknown = JSON.parse(text);
  const objects = [...objectsIn(document)];
  const at = (path: string): unknown => objects.find(([one]) => one === path)?.[1];
  // A client cannot tell types apart that differ by their form alone.
  const ambiguous = objects.filter(
    ([, { oneOf }]) => Array.isArray(oneOf) && oneOf.some((one) => isJsonRecord(one) && !('$ref' in one)),
  );
  expect(ambiguous.map(([path]) => path)).toEqual([]);
  const bodies = objects.filter(([path]) => path.endsWith('requestBody content'));
  expect(
    new Set(
      bodies.map(([path, content]) => `${/api\/v1\/(\w+)/.exec(path)?.[1] ?? ''} ${Object.keys(content).join()}`),
    ),
  ).toEqual(new Set(['books multipart/form-data', 'tags application/json', 'token application/json']));
  const answers = objects
    .filter(([path]) => path.endsWith(' responses'))
    .map(([, responses]) => JSON.stringify([responses['400'], responses['4XX']]));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/schemas\/ValidationError.*schemas\/ApiError/);
  expect(text).not.toContain('example.org');
  expect(at('components schemas Book example')).toMatchObject({ id: 1, lent: '01:00:00' });
  expect(at('components schemas BookRequest properties tags')).toMatchObject({ minItems: 1 });
  expect(at('components schemas BookRequest properties lent')).toMatchObject({
    description: expect.stringContaining('[DD] [HH:[MM:]]ss'),
  });
  expect(at('components schemas BookRequest properties cover')).toMatchObject({ format: 'binary', nullable: true });
  const parameters = objects.filter(
    ([path, { name }]) => path.startsWith('paths /api/v1/books/ get parameters') && name === 'ordering',
  );
  expect(parameters.map(([, { schema }]) => schema)).toEqual([
    { type: 'array', items: { type: 'string', enum: ['title', '-title'] } },
  ]);
});
