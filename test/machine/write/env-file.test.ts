import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { envFileProblem } from '../../../src/machine/write/env-file.ts';
import { scratch } from '../scratch.ts';

/** Text in UTF-16, as PowerShell 5 writes it, with or without its mark. */
const utf16 = (text: string, mark = true): Buffer => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');

it.each([
  ['UTF-8', Buffer.from('NAME=Jürgen\n')],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFNAME=Jürgen\r\n')],
  ['an empty file', Buffer.alloc(0)],
])('takes %s', async (_encoding, bytes) => {
  const directory = scratch();
  writeFileSync(join(directory, '.env'), bytes);
  expect(await envFileProblem(directory)).toBeUndefined();
});

it('takes a project without the file', async () => {
  expect(await envFileProblem(scratch())).toBeUndefined();
});

it.each([
  ['UTF-16', utf16('NAME=Ada\r\n')],
  ['UTF-16', utf16('NAME=Ada\r\n').swap16()],
  ['UTF-16', Buffer.concat([Buffer.from('UID=1000\n'), utf16('NAME=Ada\r\n', false)])],
  ['neither UTF-8 nor UTF-16', Buffer.from('NAME=Jürgen\n', 'latin1')],
])('names the file and its encoding: %s', async (encoding, bytes) => {
  const directory = scratch();
  writeFileSync(join(directory, '.env'), bytes);
  expect(await envFileProblem(directory)).toEqual({
    what: `Docker Compose cannot read ${join(directory, '.env')}: its encoding is ${encoding}`,
    next: 'Save it as UTF-8.',
  });
});
