import { expect, test } from 'vitest';
import { resourceNotes } from '../../src/resource/notes.ts';

test('says what the project names otherwise', () => {
  const message =
    'The app of Message is named site_messages: messages is the name of an installed app. Words and URLs keep messages.';
  expect(resourceNotes(['Book title:text', 'movie title:text', 'Message text:text'])).toEqual([
    'The model movie is named Movie, as Django writes class names.',
    message,
  ]);
  expect(resourceNotes([{ name: 'message', fields: [] }])).toEqual([
    'The model message is named Message, as Django writes class names.',
    message,
  ]);
  expect(resourceNotes(['Account/calendar a:text', 'Account a:text', 'Request a:text'])).toEqual([
    'The app of Account is named site_calendar: calendar is the name of a module of Python. Words and URLs keep calendar.',
    'The app of Account is named site_accounts: accounts is the name of a folder of the project. Words and URLs keep accounts.',
    'The app of Request is named site_requests: requests is the name of an installed package. Words and URLs keep requests.',
  ]);
});

test('ignores anything but a list of resources', () => {
  expect(resourceNotes('movie')).toEqual([]);
  expect(resourceNotes([null, '', '{'])).toEqual([]);
});
