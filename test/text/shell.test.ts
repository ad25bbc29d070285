import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellCommand, shellWord } from '../../src/text/shell.ts';

/** What a real POSIX shell makes of a command: its words. */
function wordsBySh(command: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('for a POSIX shell', () => {
  test('the real sh reads back every word', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0'));
    const hostile = fc.constantFrom("it's", '$(touch x)', '`id`', '"', '\\', "'", '!', '*', '~', '# no comment', '-n', '', 'a\nb', '=x', '{a,b}', '&&', '%PATH%');
    fc.assert(
      fc.property(fc.array(fc.oneof(word, hostile), { minLength: 1, maxLength: 6 }), (words) => {
        expect(wordsBySh(shellCommand(words, 'posix'))).toEqual(words);
      }),
      { numRuns: 200 },
    );
  });

  test('a plain word stays as it is, and so does a flag', () => {
    expect(shellCommand(['npm', 'create', 'drf-docker@latest', 'work/my_shop', '--', '--database=sqlite'], 'posix')).toBe(
      'npm create drf-docker@latest work/my_shop -- --database=sqlite',
    );
  });

  test('what a shell gives a meaning to stands between single quotes', () => {
    expect(shellWord('--title=My Library', 'posix')).toBe("'--title=My Library'");
    expect(shellWord("Anna's", 'posix')).toBe(String.raw`'Anna'\''s'`);
    expect(shellWord('', 'posix')).toBe("''");
    expect(shellWord('=which', 'posix')).toBe("'=which'");
  });
});

test.each([
  ['library', 'library'],
  [String.raw`work\library`, String.raw`work\library`],
  ['--', '--'],
  ['--title=My Library', '"--title=My Library"'],
  ['a & b', '"a & b"'],
  [String.raw`C:\my work` + '\\', String.raw`"C:\my work\\"`],
  [String.raw`\\host\my work` + '\\\\', String.raw`"\\host\my work` + '\\\\\\\\"'],
  ['100 %PATH%', String.raw`^^^"100^^^ ^^^%PATH^^^%^^^"`],
  ['say "hi"', String.raw`^^^"say^^^ \^^^"hi\^^^"^^^"`],
])('for the command prompt, %s is %s', (text, word) => {
  expect(shellWord(text, 'cmd')).toBe(word);
});

test.each([
  ['library', 'library'],
  [String.raw`work\library`, String.raw`work\library`],
  ['--', "'--'"],
  ['--python=3.13', "'--python=3.13'"],
  ['--database=sqlite', '--database=sqlite'],
  ['--title=$HOME', "'--title=$HOME'"],
  ["Anna's", "'Anna''s'"],
  ['Anna\u2019s', "'Anna\u2019\u2019s'"],
])('for PowerShell, %s is %s', (text, word) => {
  expect(shellWord(text, 'powershell')).toBe(word);
});
