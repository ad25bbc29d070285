import { expect, test } from 'vitest';
import { namesOf } from '../../../src/resource/model/names.ts';

test('a resource goes by the words of its name', () => {
  expect(namesOf({ name: 'Book' })).toEqual({
    model: 'Book',
    plural: 'books',
    app: 'books',
    singular: 'book',
    url: 'books',
    verbose: 'book',
    verbosePlural: 'books',
    djangoVerbose: 'book',
  });
  expect(namesOf({ name: 'TripInvite' })).toEqual({
    model: 'TripInvite',
    plural: 'trip_invites',
    app: 'trip_invites',
    singular: 'trip_invite',
    url: 'trip-invites',
    verbose: 'trip invite',
    verbosePlural: 'trip invites',
    djangoVerbose: 'trip invite',
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

test.each([
  ['Message', 'messages', 'site_messages'],
  ['Session', 'sessions', 'site_sessions'],
  ['Account', 'accounts', 'site_accounts'],
  ['Number', 'numbers', 'site_numbers'],
  ['Request', 'requests', 'site_requests'],
  ['Group', 'groups', 'groups'],
])('the app of a %s is free, and its words and URL stay %s', (name, plural, app) => {
  expect(namesOf({ name })).toMatchObject({ app, plural, url: plural, verbosePlural: plural });
});
