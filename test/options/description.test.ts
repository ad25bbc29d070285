import { expect, test } from 'vitest';
import { argvOf } from '../../src/answers/argv-of.ts';
import { completeAnswers } from '../../src/answers/complete.ts';
import { readArgv } from '../../src/answers/argv.ts';
import { givenValues } from '../../src/answers/sources.ts';

/** The answers to what is given. */
function answers(given: Readonly<Record<string, unknown>>) {
  const outcome = completeAnswers(given);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const lines = ['movie title:char:9', 'TripInvite name:char:9', 'Message text:text', 'Person name:char:9'];

test.each<[Readonly<Record<string, unknown>>, string]>([
  [{}, 'A library of books: website and API.'],
  [{ website: false }, 'A library of books: an API.'],
  [{ resources: lines.slice(0, 1) }, 'Movies: website and API.'],
  [{ resources: lines.slice(0, 1), website: false }, 'Movies: an API.'],
  [{ resources: lines.slice(0, 2) }, 'Movies and trip invites: website and API.'],
  [{ resources: lines.slice(0, 3) }, 'Movies, trip invites and messages: website and API.'],
  [{ resources: lines }, 'Movies, trip invites, messages and more: website and API.'],
  [{ resources: lines, description: 'Mine.' }, 'Mine.'],
])('%j is described as %s', (given, description) => {
  expect(answers(given).description).toBe(description);
  expect(argvOf(answers(given)).filter((arg) => arg.startsWith('--description'))).toEqual(
    'description' in given ? ['--description=Mine.'] : [],
  );
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['lab31', {}, 'Posts and who wrote them: an API.'],
  ['lab31', { website: true }, 'Posts: website and API.'],
  ['lab32', { resources: ['movie title:char:9'] }, 'Movies: an API.'],
  ['lab33', {}, 'Posts that only their authors change: website and API.'],
])('the preset %s with %j is described as %s', (preset, given, description) => {
  const { controls } = readArgv([]);
  const outcome = givenValues(
    { given, controls: { ...controls, preset }, problems: [] },
    { value: {} },
    (directory) => directory,
  );
  expect('value' in outcome ? answers(outcome.value).description : outcome.problems).toBe(description);
});
