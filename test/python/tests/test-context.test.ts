import { describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../src/python/tests/test-context.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

function testsOf(...lines: readonly string[]): TestContext {
  const resources = resourcesOf(...lines);
  const [first] = resources;
  if (first === undefined) throw new Error('There is one.');
  return testContext(first, resources);
}

test.each([
  ['the first that is long', 'Chars/chars a:char:4 b:text', 'a'],
  ['not the digit that stands in the number of another row too', 'Chars/chars a:char:1 b:char:2 c:char:9', 'c'],
  ['the longest of those that are all short', 'Chars/chars a:char:1 b:char:2 c:slug:2', 'b'],
  ['nothing where nothing is text', 'Chars/chars a:date', null],
])('a project’s tests search for %s', (_what, line, field) => {
  expect(testsOf(line).searched).toBe(field);
});

describe('a test of a list', () => {
  test('filters by what differs and is no parameter of its own, and orders by what grows', () => {
    expect(testsOf('Note page:integer open:boolean day:date text:text')).toMatchObject({
      filtered: 'day',
      ordered: 'day',
      queried: 'search_filter_and_ordering',
    });
    expect(testsOf('Note day:date')).toMatchObject({ searched: null, queried: 'filter_and_ordering', isQueried: true });
    expect(testsOf('Note document:json')).toMatchObject({ queried: '', isQueried: false });
  });

  test('counts the queries, one more for each many-to-many relation, where there can be many rows', () => {
    expect(testsOf('Note title:text readers:m2m:user')).toMatchObject({ hasMany: true, queries: 5 });
    expect(testsOf('Note size:choice:s,m:unique')).toMatchObject({ hasMany: false, queries: 4 });
  });
});

test('what is refused is tried for the first fields, as items of a list', () => {
  expect(testsOf('Note title:char:9 day:date size:integer price:decimal:5,2').invalid).toEqual([
    '        ("title", ""),',
    '        ("title", "x" * 10),',
  ]);
  expect(testsOf('Note day:date size:integer').invalid).toEqual([
    '        ("day", "2024-02-30"),',
    '        ("size", "one"),',
  ]);
  expect(testsOf('Note document:json').invalid).toEqual([]);
});
