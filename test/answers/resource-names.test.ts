import { expect, test } from 'vitest';
import { namesOf } from '../../src/answers/resource-names.ts';

test('a resource goes by the words of its name', () => {
  expect(namesOf({ name: 'Book' })).toEqual({
    model: 'Book',
    app: 'books',
    singular: 'book',
    url: 'books',
    verbose: 'book',
    verbosePlural: 'books',
    djangoVerbose: 'book',
  });
  expect(namesOf({ name: 'Trip_Invite' })).toEqual({
    model: 'Trip_Invite',
    app: 'trip_invites',
    singular: 'trip_invite',
    url: 'trip-invites',
    verbose: 'trip invite',
    verbosePlural: 'trip invites',
    djangoVerbose: 'trip_ invite',
  });
});

test('its plural is what was said, or the usual one', () => {
  expect(namesOf({ name: 'Person' }).app).toBe('people');
  expect(namesOf({ name: 'Person', plural: 'staff_members' })).toMatchObject({
    app: 'staff_members',
    url: 'staff-members',
    verbosePlural: 'staff members',
    verbose: 'person',
  });
  expect(namesOf({ name: 'Cities' })).toMatchObject({ app: 'cities', singular: 'cities' });
});
