import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { gitText, nextText, spanText, writtenText } from '../../src/terminal/final-words.ts';

test.each([
  [10, '1 s'],
  [47_800, '48 s'],
  [59_600, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(spanText(milliseconds)).toBe(text);
});

test.each([
  [100, 0, 'Created work/shop with 100 files.'],
  [1, 0, 'Created work/shop with 1 file.'],
  [99, 1, 'Added 99 files to work/shop; 1 was there already, unchanged.'],
  [0, 100, 'Added 0 files to work/shop; 100 were there already, unchanged.'],
])('%d new files and %d old ones', (added, same, text) => {
  expect(stripVTControlCharacters(writtenText('work/shop', added, same))).toBe(text);
});

describe('the next commands', () => {
  const next = (directory: string, url: string | undefined, shell: 'posix' | 'cmd' | 'powershell' = 'posix'): string[] =>
    stripVTControlCharacters(nextText(directory, url, { columns: 200, shell })).split('\n');
  const login = 'Log in at /admin/ as admin; the password is in .env. README.md says more, and .drf-docker.json keeps your answers.';

  test('where nothing runs yet', () => {
    expect(next('my shop', undefined)).toEqual(['Next:', "  cd 'my shop'", '  docker compose up', '  http://127.0.0.1:8000/', login]);
    expect(next(String.raw`work\my shop`, undefined, 'cmd')[1]).toBe(String.raw`  cd "work\my shop"`);
  });

  test('where it runs; the address is the last line', () => {
    expect(next('.', 'http://127.0.0.1:8001/')).toEqual([
      'To see what it does, and to stop it:',
      '  docker compose logs',
      '  docker compose down',
      login,
      'It runs: http://127.0.0.1:8001/',
    ]);
  });
});

test.each([
  [{ kind: 'committed', commit: '0123456789abcdef' }, 'Git: the first commit is 0123456.'],
  [{ kind: 'inside', repository: '/home/anna/class' }, 'Git: no new repository, for /home/anna/class is one already; commit the files when you like.'],
  [{ kind: 'staged', next: 'git commit' }, 'Git does not know you yet, so the files are staged and not committed. Run this in the project:\n  git commit'],
  [{ kind: 'failed' }, undefined],
] as const)('%j', (fate, text) => {
  expect(gitText(fate)).toBe(text);
});
