import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastPart, nearestName, projectNameProblem, titleFromName } from '../../src/options/project-name.ts';

test.each([
  'library',
  'class',
  'test',
  'django',
  'a',
  '7',
  'my-shop',
  'my_shop',
  'my__shop',
  'a--b',
  'console',
  'x'.repeat(50),
])('%s is a name', (name) => {
  expect(projectNameProblem(name)).toBeUndefined();
});

const CAPITALS = 'Docker allows no capital letters in the name of an image.';
const LETTERS = 'Docker allows lower-case letters and digits, with single hyphens or underscores between them.';
const DEVICE = 'Windows reserves this name for a device, so the project could not be checked out there.';

test.each([
  [
    '',
    'A project needs a name: it becomes the Compose project, the image and the database.',
    'Give another with --name.',
  ],
  ['Library', CAPITALS, 'Take --name library, or another.'],
  ['My Shop!', CAPITALS, 'Take --name my-shop, or another.'],
  ['a b', LETTERS, 'Take --name a-b, or another.'],
  ['-a', LETTERS, 'Take --name a, or another.'],
  ['a.', LETTERS, 'Take --name a, or another.'],
  ['a___b', LETTERS, 'Take --name a_b, or another.'],
  ['a_-b', LETTERS, 'Take --name a_b, or another.'],
  ['a-', LETTERS, 'Take --name a, or another.'],
  ['bücher', LETTERS, 'Take --name bucher, or another.'],
  ['проект', LETTERS, 'Give another with --name.'],
  ['con', DEVICE, 'Give another with --name.'],
  ['AUX', DEVICE, 'Give another with --name.'],
  ['nul.', DEVICE, 'Give another with --name.'],
  ['lpt1.txt', DEVICE, 'Take --name lpt1-txt, or another.'],
  ['com¹', DEVICE, 'Give another with --name.'],
  ['a/b', 'A name is not a path.', 'Take --name a-b, or another.'],
  ['..', LETTERS, 'Give another with --name.'],
  [
    'x'.repeat(51),
    'It has 51 characters; at most 50 fit a container’s and a database’s name.',
    `Take --name ${'x'.repeat(50)}, or another.`,
  ],
])('%j is refused', (name, why, next) => {
  const problem = projectNameProblem(name);
  expect({ ...problem, why: problem?.why?.replaceAll("'", '’') }).toEqual({
    what: `The project cannot be named ${JSON.stringify(name)}`,
    why,
    next,
  });
});

describe('the nearest name', () => {
  test('is a name, whatever it was made from', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w. /-]{0,80}$/)), (text) => {
        const nearest = nearestName(text);
        if (nearest !== undefined) expect(projectNameProblem(nearest)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('leaves a name as it is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/).filter((name) => projectNameProblem(name) === undefined),
        (name) => {
          expect(nearestName(name)).toBe(name);
        },
      ),
    );
  });
});

test.each([
  ['library', 'library'],
  ['work/library', 'library'],
  ['work/library/', 'library'],
  [String.raw`C:\work\library`, 'library'],
  ['/', ''],
  ['', ''],
  ['..', '..'],
])('the last part of %j is %j', (path, part) => {
  expect(lastPart(path)).toBe(part);
});

test.each([
  ['library', 'Library'],
  ['my-shop', 'My shop'],
  ['my__big_shop', 'My big shop'],
  ['7', '7'],
])('the title of %s is %s', (name, title) => {
  expect(titleFromName(name)).toBe(title);
});
