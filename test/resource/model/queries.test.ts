import { expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import {
  filterableFields,
  fitsIndex,
  metaIndexes,
  pageOrdering,
  sortableFields,
  textNames,
} from '../../../src/resource/model/queries.ts';
import { resourceOf } from '../../answers/resource-of.ts';

const EVENT = resourceOf(
  'Event place:fk:Event:set_null status:choice:a,b open:boolean day:date:optional at:datetime:auto_now_add name:char:80:optional code:slug note:text price:decimal:5,2:index seats:integer long:char:700 @ordering=-day,seats',
);

function names(fields: readonly { readonly name: string }[]): readonly string[] {
  return fields.map((field) => field.name);
}

test('the text of a row is what was said, or its first text', () => {
  expect(textNames(BOOK)).toEqual(['title']);
  expect(textNames(EVENT)).toEqual(['name']);
  expect(textNames(resourceOf('Mark value:integer'))).toEqual([]);
  expect(textNames(resourceOf('Mark value:integer @str=value,id'))).toEqual(['value', 'id']);
});

test('the key ends the ordering of pages, in the direction of what stands before it', () => {
  expect(pageOrdering(BOOK)).toEqual(['id']);
  expect(pageOrdering(resourceOf('Log at:date @ordering=-at'))).toEqual(['-at', '-id']);
  expect(pageOrdering(EVENT)).toEqual(['-day', 'seats', 'id']);
});

test('an ordering that is complete stays', () => {
  expect(pageOrdering(resourceOf('Log at:date @ordering=-at,pk'))).toEqual(['-at', 'pk']);
  expect(pageOrdering(resourceOf('Log code:slug:unique @ordering=code'))).toEqual(['code']);
  expect(pageOrdering(resourceOf('Log code:slug:unique:optional @ordering=code'))).toEqual(['code', 'id']);
});

test('the API sorts and filters by what has an index', () => {
  expect(names(sortableFields(BOOK))).toEqual(['title', 'author', 'isbn']);
  expect(names(filterableFields(BOOK))).toEqual(['title', 'author', 'isbn']);
  expect(metaIndexes(BOOK)).toEqual([
    ['title', 'id'],
    ['author', 'id'],
  ]);
  expect(names(sortableFields(EVENT))).toEqual(['day', 'at', 'name', 'price', 'seats']);
  expect(names(filterableFields(EVENT))).toEqual(['place', 'status', 'open', 'day', 'at', 'name', 'price']);
  expect(metaIndexes(EVENT)).toEqual([
    ['-day', 'seats', 'id'],
    ['at', 'id'],
    ['name', 'id'],
    ['seats', 'id'],
    ['status', 'id'],
  ]);
});

test('an ordering by a relation has no index, for another table orders it', () => {
  expect(metaIndexes(resourceOf('Copy book:fk:Copy:set_null shelf:integer @ordering=book_id'))).toEqual([]);
  expect(metaIndexes(resourceOf('Log code:slug:unique @ordering=code'))).toEqual([]);
});

test('an index holds 2704 bytes', () => {
  const [title, subtitle] = BOOK.fields;
  expect(title !== undefined && subtitle !== undefined && fitsIndex([title, subtitle])).toBe(true);
  expect(fitsIndex(resourceOf('A/items a:char:676 ').fields)).toBe(true);
  expect(fitsIndex(resourceOf('A/items a:char:677 ').fields)).toBe(false);
  expect(fitsIndex(resourceOf('A/items a:email b:url c:file d:slug').fields)).toBe(true);
  expect(fitsIndex(resourceOf('A/items a:text').fields)).toBe(false);
});
