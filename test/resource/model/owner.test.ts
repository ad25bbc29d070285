import { expect, test } from 'vitest';
import { authorOf, ownerOf } from '../../../src/resource/model/owner.ts';
import { resourceOf } from '../../answers/resource-of.ts';

test.each([
  ['Post title:text owner', 'owner'],
  ['Post author:fk:user', 'author'],
  ['Post reader:fk:user created_by:fk:user:set_null', 'created_by'],
  // The field of the type owner goes first, whatever else there is.
  ['Post author:fk:user keeper:owner', 'keeper'],
  ['Post reader:fk:user', undefined],
  ['Post author:char:60', undefined],
  ['Post author:o2o:user', undefined],
  ['Post author:m2m:user', undefined],
])('the server sets whom a row of %s is by: %s', (line, name) => {
  expect(authorOf(resourceOf(line))?.name).toBe(name);
});

test('a foreign key that means the author gives no rights', () => {
  expect(ownerOf(resourceOf('Post author:fk:user'))).toBeUndefined();
  expect(ownerOf(resourceOf('Post title:text keeper:owner'))?.name).toBe('keeper');
});
