import { expect, test } from 'vitest';
import { DEFAULT_INDEX } from '../../src/options/default-index.ts';
import { indexProblem } from '../../src/options/package-index.ts';

test.each([
  DEFAULT_INDEX,
  'https://packages.example.com/simple',
  'http://127.0.0.1:3141/root/+simple/',
  'https://example.com/a%20b?x=1',
])('%s is an index', (address) => {
  expect(indexProblem(address)).toBeUndefined();
});

const next = 'Give the address that pip takes for --index-url, such as https://packages.example.com/simple.';

test.each([
  ['', { what: 'The package index "" is not a URL', next }],
  ['example.com/simple', { what: 'The package index "example.com/simple" is not a URL', next }],
  ['file:///etc/passwd', { what: 'The package index "file:///etc/passwd" is not reached by https or http', next }],
  [
    'https://user:secret@example.com/simple',
    {
      what: 'The package index holds a user name or a password',
      why: 'It is written to a file that is committed, and everyone who can read that file could read them.',
      next: 'Leave them out, and keep them where pip looks for them, in a netrc or a keyring.',
    },
  ],
  [
    'https://example.com/a b',
    { what: 'The package index "https://example.com/a b" holds a character that an address must escape', next },
  ],
  [
    'https://example.com/$HOME',
    { what: 'The package index "https://example.com/$HOME" holds a character that an address must escape', next },
  ],
  [
    'https://example.com/\u0085',
    { what: `The package index "https://example.com/\u0085" holds a character that an address must escape`, next },
  ],
  [
    'https://example.com/"',
    {
      what: String.raw`The package index "https://example.com/\"" holds a character that an address must escape`,
      next,
    },
  ],
])('%s is refused', (address, problem) => {
  expect(indexProblem(address)).toEqual(problem);
});
