import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS_FILE, answersFileText, readAnswersFile } from '../../src/answers/answers-file.ts';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { PROJECT_OPTIONS, type ProjectAnswers } from '../../src/options/table.ts';

const VERSION = '1.4.2';
const DIGEST = '811c9dc5';

/** What a file may say, as its messages list it. */
const KNOWN = PROJECT_OPTIONS.map(({ key }) => key).join(', ');

function complete(given: Readonly<Record<string, unknown>>): ProjectAnswers {
  const outcome = completeProjectAnswers(given);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function read(document: unknown) {
  return readAnswersFile(JSON.stringify(document), 'a.json', VERSION);
}

/** A file of ours that says these answers. */
function withAnswers(answers: Readonly<Record<string, unknown>>, version = VERSION) {
  return { generator: 'create-drf-docker', version, answers };
}

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\p{L}\p{P}\p{S}]{1,30}$/u),
      fc.boolean(),
      fc.constantFrom('postgres', 'sqlite'),
      (title, docs, database) => {
        const answers = complete({ title, docs, database });
        expect(readAnswersFile(answersFileText(answers, VERSION, DIGEST), ANSWERS_FILE, VERSION)).toEqual({
          value: answers,
        });
      },
    ),
  );
});

test('the file is JSON that a person can read, with a line break at its end', () => {
  const text = answersFileText(complete({ index: 'https://packages.example.com/simple' }), VERSION, DIGEST);
  expect(text).toBe(`{
  "generator": "create-drf-docker",
  "version": "1.4.2",
  "digest": "811c9dc5",
  "answers": {
    "name": "library",
    "title": "Library",
    "resources": [
      {
        "name": "Book",
        "fields": [
          {
            "name": "title",
            "type": "char",
            "max_length": 250
          },
          {
            "name": "subtitle",
            "type": "char",
            "max_length": 250,
            "optional": true
          },
          {
            "name": "author",
            "type": "char",
            "max_length": 100
          },
          {
            "name": "isbn",
            "type": "char",
            "max_length": 13,
            "unique": true
          }
        ]
      }
    ],
    "description": "A library of books: website and API.",
    "author": "",
    "database": "postgres",
    "website": true,
    "docs": true,
    "auth": "session",
    "access": "open-read",
    "signUp": true,
    "views": "generic",
    "pagination": "page",
    "cors": "",
    "production": true,
    "server": "granian",
    "services": "none",
    "python": "3.14",
    "django": "5.2",
    "dependencies": "pipenv",
    "ci": "github",
    "index": "https://packages.example.com/simple"
  }
}
`);
});

describe('a file that can be read', () => {
  test.each(['1.4.2', '1.4.1', '0.9.9', '1.4.2-rc.1'])('may be of version %s', (version) => {
    expect(read(withAnswers({ database: 'sqlite' }, version))).toEqual({ value: { database: 'sqlite' } });
  });

  test('may start with a byte order mark', () => {
    expect(readAnswersFile(`\uFEFF${JSON.stringify(withAnswers({}))}`, 'a.json', VERSION)).toEqual({ value: {} });
  });
});

const other = {
  what: 'a.json is not an answers file of create-drf-docker',
  next: 'Give the .drf-docker.json of a project that create-drf-docker made.',
};
const noVersion = { what: 'a.json does not say which version wrote it', next: 'Give it a "version" such as "1.2.3".' };

describe('a file that is none of ours', () => {
  test.each([
    [null],
    [[]],
    ['text'],
    [{}],
    [{ generator: 'copier', version: '1.0.0', answers: {} }],
    [{ generator: 'create-drf-docker', version: '1.0.0' }],
  ])('%j', (document) => {
    expect(read(document)).toEqual({ problems: [other] });
  });

  test.each([[undefined], [1], ['next'], ['1.4'], ['1.4.2\n'], ['&1.4.3'], ['1.4.3-rc;reboot']])(
    'of version %j',
    (version) => {
      expect(read({ generator: 'create-drf-docker', version, answers: {} })).toEqual({ problems: [noVersion] });
    },
  );

  test('no JSON', () => {
    const outcome = readAnswersFile('{"generator":', 'a.json', VERSION);
    expect(outcome).toMatchObject({
      problems: [{ what: 'a.json is not JSON', next: 'Give the .drf-docker.json of a project.' }],
    });
  });

  test('too long', () => {
    expect(readAnswersFile(' '.repeat(1_000_001), 'a.json', VERSION)).toEqual({
      problems: [{ what: 'a.json is too long for an answers file', next: 'Give the .drf-docker.json of a project.' }],
    });
  });

  test.each(['1.4.3', '1.4.10', '1.5.0', '2.0.0', '10.0.0', '1.10.0'])('newer: %s', (version) => {
    expect(read(withAnswers({}, version))).toEqual({
      problems: [
        {
          what: `a.json was written by version ${version}, and this is 1.4.2`,
          why: 'A newer version may know answers that this one does not.',
          next: `Run create-drf-docker@${version} with the same arguments.`,
        },
      ],
    });
  });
});

test('every answer that is wrong is told at once', () => {
  const answers = Object.fromEntries([
    ['databse', 'sqlite'],
    ['directory', 'elsewhere'],
    ['name', '../library'],
    ['docs', 'yes'],
    ['python', '3.12'],
    ['__proto__', {}],
  ]);
  const outcome = read(withAnswers(answers));
  expect('problems' in outcome && outcome.problems).toEqual([
    { what: 'a.json has an unknown answer "databse"', next: 'Did you mean "database"?' },
    { what: 'a.json has an unknown answer "directory"', next: `It knows ${KNOWN}.` },
    {
      what: 'The name in a.json is a path: "../library"',
      next: 'Leave the folders out; the directory is said on the command line.',
    },
    { what: '--docs is "yes" (in a.json)', next: 'It is either true or false.' },
    { what: '--python cannot be "3.12" (in a.json)', next: 'Choose 3.14 or 3.13. Did you mean 3.14?' },
    { what: 'a.json has an unknown answer "__proto__"', next: `It knows ${KNOWN}.` },
  ]);
});
