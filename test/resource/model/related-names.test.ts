import { expect, test } from 'vitest';
import { relatedNames } from '../../../src/resource/model/related-names.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

function names(...lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(relatedNames(resourcesOf(...lines)));
}

test('nothing is named where Django’s own names do', () => {
  expect(names('Book author:fk:Author tags:m2m:Tag owner', 'Author name:text', 'Tag next:o2o:Tag:set_null')).toEqual(
    {},
  );
});

test('two relations to one target are both named', () => {
  expect(names('Match home:fk:Team away:fk:Team', 'Team n:text')).toEqual({
    'Match.home': 'home_matches',
    'Match.away': 'away_matches',
  });
  expect(names('Trip driver:o2o:user owner')).toEqual({ 'Trip.driver': 'driver_trip', 'Trip.owner': 'owner_trips' });
  expect(names('Part a:m2m:Part b:m2m:Part:related_name=bs c:fk:Part:optional')).toEqual({ 'Part.b': 'bs' });
});

test('what was said stays, and the others keep clear of it', () => {
  expect(names('Match home:fk:Team:related_name=match away:fk:Team', 'Team away_matches:text')).toEqual({
    'Match.home': 'match',
    'Match.away': 'away_matches_2',
  });
  expect(names('Log by:fk:user:related_name=+')).toEqual({ 'Log.by': '+' });
});

test('a field or a method of the target is not hidden', () => {
  expect(names('Review book:fk:Book', 'Book review:text')).toEqual({ 'Review.book': 'book_reviews' });
  expect(names('Check of:o2o:user')).toEqual({ 'Check.of': 'of_check' });
  expect(names('Groups of:fk:user', 'LogEntry of:fk:user', 'Email/mails of:o2o:user')).toEqual({
    'Groups.of': 'of_groups',
    'LogEntry.of': 'of_log_entries',
    'Email.of': 'of_email',
  });
});
