import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/machine/write/answers-file.ts';
import { bundled } from '../bundled.ts';
import { problemOf } from '../problem-of.ts';
import { asOtherUser, scratch } from '../scratch.ts';

const next = 'Give the .drf-docker.json of a project.';

describe('readText', () => {
  it('gives the text, without a byte order mark', async () => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, '\uFEFF{"título": "книга"}\r\n');
    expect(await readText(path, 100)).toBe('{"título": "книга"}\r\n');
  });

  it('gives nothing for an empty file', async () => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, '');
    expect(await readText(path, 100)).toBe('');
  });

  it('reads a pipe, as of `--answers <(command)`', async () => {
    const path = join(scratch(), 'pipe');
    spawnSync('mkfifo', [path]);
    const writer = spawnSync(
      'sh',
      ['-c', `(sleep 0.1; printf '{"a"'; sleep 0.1; printf ': 1}') > "$1" &`, 'sh', path],
      { stdio: 'ignore' },
    );
    expect(writer.status).toBe(0);
    expect(await readText(path, 100)).toBe('{"a": 1}');
  });

  it('reads as many bytes as are allowed', async () => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, 'x'.repeat(100));
    expect(await readText(path, 100)).toHaveLength(100);
  });

  it.each([101, 10_000_000])('refuses %d bytes where 100 are allowed', async (length) => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, 'x'.repeat(length));
    expect(await problemOf(readText(path, 100))).toEqual({
      exitCode: 2,
      problems: [{ what: `${path} is too long for an answers file`, why: 'It has more than 100 bytes.', next }],
    });
  });

  it('does not read an endless device to its end', async () => {
    const { exitCode, problems } = await problemOf(readText('/dev/zero', 1_000_000));
    expect([exitCode, problems[0]?.what]).toEqual([2, '/dev/zero is too long for an answers file']);
  });

  it.each([
    ['a missing file', 'missing.json', 'missing.json does not exist'],
    ['a path through a file', 'file/answers.json', 'file/answers.json does not exist'],
    ['a folder', 'folder', 'folder is a folder, not an answers file'],
  ])('refuses %s', async (_, name, what) => {
    const folder = scratch();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'folder'));
    expect(await problemOf(readText(join(folder, name), 100))).toEqual({
      exitCode: 2,
      problems: [{ what: join(folder, what), next }],
    });
  });

  it.each([
    ['Latin-1', Buffer.from('{"title": "Bücher"}', 'latin1')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\uFEFF{"title": "x"}', 'utf16le')],
  ])('refuses %s', async (_, bytes) => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, bytes);
    expect(await problemOf(readText(path, 100))).toEqual({
      exitCode: 2,
      problems: [{ what: `${path} is not a text in UTF-8`, next: 'Save it as UTF-8.' }],
    });
  });

  it('says what else the system refuses', async () => {
    const { exitCode, problems } = await problemOf(readText('a\0b', 100));
    expect(exitCode).toBe(2);
    expect(problems).toEqual([{ what: 'a\0b cannot be read', why: expect.stringContaining('null bytes'), next }]);
  });

  it('refuses a file that one may not read', async () => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, '{}', { mode: 0o000 });
    const script = `
      import { readText } from ${JSON.stringify(await bundled('write/answers-file'))};
      readText(${JSON.stringify(path)}, 100).catch((error) => console.log(JSON.stringify([error.exitCode, error.problems])));`;
    expect(JSON.parse(asOtherUser(script))).toEqual([
      2,
      [{ what: `You may not read ${path}`, next: 'Ask its owner for permission, or give another file.' }],
    ]);
  });
});
