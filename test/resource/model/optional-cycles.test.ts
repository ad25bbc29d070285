import { expect, test } from 'vitest';
import { isOptional } from '../../../src/resource/model/resource.ts';
import { parseResources } from '../../../src/resource/resources.ts';

/** The relations that may be empty of these resources. */
function optionalOf(lines: readonly string[]): string[] {
  const outcome = parseResources(lines);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.flatMap(({ name, fields }) => fields.filter(isOptional).map((field) => `${name}.${field.name}`));
}

test.each([
  [['Person friends:m2m:Person'], ['Person.friends']],
  [['Club members:m2m:Person', 'Person club:fk:Club'], ['Club.members']],
  [
    ['Book tags:m2m:Tag', 'Tag books:m2m:Book'],
    ['Book.tags', 'Tag.books'],
  ],
  [['A/items b:m2m:B', 'B/boxes c:fk:C', 'C/cases a:o2o:A'], ['A.b']],
])('%j could have no first row otherwise', (lines, optional) => {
  expect(optionalOf(lines)).toEqual(optional);
});

test.each([
  [['Book tags:m2m:Tag', 'Tag name:text']],
  [['Club members:m2m:Person:through=Membership', 'Membership club:fk:Club person:fk:Person', 'Person name:text']],
  [['Post likes:m2m:user']],
])('%j can', (lines) => {
  expect(optionalOf(lines)).toEqual([]);
});

test('what can be empty already breaks a circle', () => {
  expect(optionalOf(['Club members:m2m:Person', 'Person club:fk:Club:set_null'])).toEqual(['Person.club']);
});
