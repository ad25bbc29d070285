import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enterCommand, shellCommand, shellWord, type Shell } from '../../src/text/shell.ts';
import { scratch } from '../machine/scratch.ts';

/** What a real POSIX shell makes of a command: its words. */
function wordsBySh(command: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

describe('for a POSIX shell', () => {
  test('the real sh reads back every word', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0'));
    const hostile = fc.constantFrom(
      "it's",
      '$(touch x)',
      '`id`',
      '"',
      '\\',
      "'",
      '!',
      '*',
      '~',
      '# no comment',
      '-n',
      '',
      'a\nb',
      '=x',
      '{a,b}',
      '&&',
      '%PATH%',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, hostile), { minLength: 1, maxLength: 6 }), (words) => {
        expect(wordsBySh(shellCommand(words, 'posix'))).toEqual(words);
      }),
      { numRuns: 200 },
    );
  });

  test('a plain word stays as it is, and so does a flag', () => {
    expect(
      shellCommand(['npm', 'create', 'drf-docker@latest', 'work/my_shop', '--', '--database=sqlite'], 'posix'),
    ).toBe('npm create drf-docker@latest work/my_shop -- --database=sqlite');
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

test.each<[Shell, string, string]>([
  ['cmd', 'library', 'cd library'],
  ['cmd', 'work/lib', String.raw`cd work\lib`],
  ['cmd', String.raw`D:\work\library`, String.raw`cd /d D:\work\library`],
  ['cmd', 'd:/my work/library', String.raw`cd /d "d:\my work\library"`],
  ['cmd', String.raw`\\host\share\my lib`, String.raw`pushd "\\host\share\my lib"`],
  ['cmd', String.raw`C:\100 %PATH%`, String.raw`cd /d ^"C:\100^ ^%PATH^%^"`],
  ['cmd', String.raw`a & b\it's`, String.raw`cd "a & b\it's"`],
  ['powershell', String.raw`D:\my work\library`, String.raw`cd 'D:\my work\library'`],
  ['powershell', String.raw`D:\work\a[1]`, String.raw`cd -LiteralPath 'D:\work\a[1]'`],
  ['powershell', '-library', 'cd ./-library'],
  ['posix', "it's [1] & $HOME", String.raw`cd 'it'\''s [1] & $HOME'`],
  ['posix', '-library', 'cd ./-library'],
  ['posix', 'C:/code/library', 'cd C:/code/library'],
])('%s goes into %s by %s', (shell, directory, command) => {
  expect(enterCommand(directory, shell)).toBe(command);
});

test('the real sh goes into any folder', () => {
  const root = scratch();
  for (const name of ["it's", '-n', 'a b', '$(x)', '~', '#x', 'a[1]', '!', 'a\\b', '"', '%PATH%']) {
    mkdirSync(join(root, name));
    expect(
      execFileSync('sh', ['-c', `${enterCommand(name, 'posix')} && basename "$PWD"`], { cwd: root, encoding: 'utf8' }),
    ).toBe(`${name}\n`);
  }
});
