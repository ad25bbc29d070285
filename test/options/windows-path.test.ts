import { describe, expect, test } from 'vitest';
import { windowsPathProblem } from '../../src/options/windows-path.ts';

test.each([
  'library',
  'work/library',
  String.raw`work\library\\`,
  '.',
  '..',
  './',
  String.raw`..\..\w\rel`,
  String.raw`C:\work\lib`,
  'c:/code/x',
  'C:\\',
  String.raw`\work`,
  String.raw`\\server\share\lib`,
  '.hidden',
  'a b',
  'a.b',
  'console',
  'auxiliary',
  'com',
  'com10',
  'nulls.txt',
  'проект',
  '%TEMP%',
  'a&b',
  "it's",
  'x/./y',
])('%j is a path', (path) => {
  expect(windowsPathProblem(path)).toBeUndefined();
});

describe.each([
  ['prn', '"prn" is the name of a device.'],
  ['AUX', '"AUX" is the name of a device.'],
  ['nul.txt', '"nul.txt" is the name of a device.'],
  ['nul .txt', '"nul .txt" is the name of a device.'],
  ['com1', '"com1" is the name of a device.'],
  ['LPT¹', '"LPT¹" is the name of a device.'],
  ['conin$', '"conin$" is the name of a device.'],
  ['name ', 'Windows removes the dot or space at the end of "name ", so the folder would get another name.'],
  ['name.', 'Windows removes the dot or space at the end of "name.", so the folder would get another name.'],
  ['...', 'Windows removes the dot or space at the end of "...", so the folder would get another name.'],
  ['a|b', 'A name there cannot contain |, as "a|b" does.'],
  ['a<b', 'A name there cannot contain <, as "a<b" does.'],
  ['a"b', String.raw`A name there cannot contain ", as "a\"b" does.`],
  ['co:lon', 'A name there cannot contain :, as "co:lon" does.'],
  ['a\tb', String.raw`A name there cannot contain a control character, as "a\tb" does.`],
])('%j', (name, why) => {
  test.each([name, `${name}/lib`, `work\\${name}\\lib`, `../${name}`, `C:\\${name}`, `\\\\server\\share\\${name}`])(
    'is refused as a part of %j',
    (path) => {
      expect(windowsPathProblem(path)).toMatchObject({ why, next: 'Choose another directory.' });
    },
  );
});

test.each([
  ['C:rel', 'C: without a backslash is the current directory of that drive, which may be any.'],
  ['d:', 'd: without a backslash is the current directory of that drive, which may be any.'],
  [String.raw`\\.\nul`, String.raw`\\.\ and \\?\ are for devices.`],
  [String.raw`\\?\C:\work`, String.raw`\\.\ and \\?\ are for devices.`],
])('%j is refused whole', (path, why) => {
  expect(windowsPathProblem(path)).toEqual({
    what: `Windows cannot create the directory "${path}"`,
    why,
    next: 'Choose another directory.',
  });
});
