import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectTarget, writeProject } from '../../../src/machine/write/project-folder.ts';
import { problemOf } from '../problem-of.ts';
import { lay, listing, mode, scratch } from '../scratch.ts';
import { smallListing, smallProject as files } from '../small-project.ts';

const all = [...files.keys()];
const nothing = 'Nothing of the project is left.';

/** Runs the rest of the test under another umask. */
function underUmask(mask: number): void {
  const before = process.umask(mask);
  onTestFinished(() => {
    process.umask(before);
  });
}

describe('writeProject, where nothing stands', () => {
  it('writes every file with its text, and nothing else', async () => {
    const work = scratch();
    expect(await writeProject({ target: join(work, 'library'), files })).toEqual({ added: all, same: [] });
    expect(listing(work)).toEqual(['library/', ...smallListing.map((path) => `library/${path}`)]);
    for (const [path, text] of files) expect(readFileSync(join(work, 'library', path), 'utf8')).toBe(text);
  });

  it('makes the folders above the project', async () => {
    const work = scratch();
    await writeProject({ target: join(work, 'a/b/library'), files: new Map([['README.md', '']]) });
    expect(listing(work)).toEqual(['a/', 'a/b/', 'a/b/library/', 'a/b/library/README.md']);
  });

  it.each([
    { mask: 0o022, folder: '755', text: '644', script: '755' },
    { mask: 0o077, folder: '700', text: '600', script: '700' },
    { mask: 0o000, folder: '755', text: '644', script: '755' },
    { mask: 0o002, folder: '755', text: '644', script: '755' },
  ])('gives sane modes under the umask $mask', async ({ mask, folder, text, script }) => {
    const work = scratch();
    underUmask(mask);
    await writeProject({ target: join(work, 'above/library'), files });
    const modes = [
      'above',
      'above/library',
      'above/library/books',
      'above/library/README.md',
      'above/library/manage.py',
      'above/library/.env',
    ];
    expect(modes.map((path) => mode(join(work, path)))).toEqual([folder, folder, folder, text, script, '600']);
  });

  it('writes through a link to a folder above the project', async () => {
    const work = scratch();
    mkdirSync(join(work, 'disk'));
    symlinkSync('disk', join(work, 'projects'));
    await writeProject({ target: join(work, 'projects/library'), files: new Map([['README.md', '']]) });
    expect(listing(work)).toEqual(['disk/', 'disk/library/', 'disk/library/README.md', 'projects -> disk']);
  });

  it('takes a name of 255 bytes', async () => {
    const work = scratch();
    const name = 'я'.repeat(127) + 'x';
    await writeProject({ target: join(work, name), files: new Map([['README.md', '']]) });
    expect(listing(work)).toEqual([`${name}/`, `${name}/README.md`]);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a name that is too long', 'new/' + 'x'.repeat(256), {}, 'The path TARGET is too long for this system'],
    [
      'a path that is too long',
      'new/' + `${'x'.repeat(200)}/`.repeat(25),
      {},
      'The path TARGET is too long for this system',
    ],
    ['a file above it', 'file/new/library', { file: 'text' }, 'A part of the path TARGET is a file, not a folder'],
    ['a NUL in its name', 'new/a\0b', {}, '"TARGET" is not a path'],
  ])('refuses %s and leaves nothing', async (_, name, before, what) => {
    const work = scratch();
    lay(work, before);
    const target = `${work}/${name}`;
    expect(await problemOf(writeProject({ target, files }))).toMatchObject({
      exitCode: 1,
      problems: [{ what: what.replace('TARGET', target.replace('\0', String.raw`\u0000`)), why: nothing }],
    });
    expect(listing(work)).toEqual(Object.keys(before));
  });

  it('removes the folders above that it made when the deepest cannot be made', async () => {
    const work = scratch();
    const target = join(work, 'a/b', 'x'.repeat(256), 'library');
    expect(await problemOf(writeProject({ target, files }))).toMatchObject({ exitCode: 1 });
    expect(listing(work)).toEqual([]);
  });

  it('refuses a link to nowhere above the project', async () => {
    const work = scratch();
    symlinkSync('missing', join(work, 'projects'));
    const target = join(work, 'projects/library');
    expect(await problemOf(writeProject({ target, files }))).toEqual({
      exitCode: 1,
      problems: [
        {
          what: `A part of the path ${target} is missing or a link to nowhere`,
          why: nothing,
          next: 'Choose another directory.',
        },
      ],
    });
    expect(listing(work)).toEqual(['projects -> missing']);
  });

  it('refuses a circle of links above the project', async () => {
    const work = scratch();
    symlinkSync('b', join(work, 'a'));
    symlinkSync('a', join(work, 'b'));
    const target = join(work, 'a/library');
    expect(await problemOf(writeProject({ target, files }))).toMatchObject({
      exitCode: 1,
      problems: [{ what: `The links in ${target} lead in a circle` }],
    });
    expect(listing(work)).toEqual(['a -> b', 'b -> a']);
  });

  it('leaves nothing when a path of the project itself cannot be written', async () => {
    const work = scratch();
    const broken = new Map([...files, ['z/' + 'x'.repeat(256), '']]);
    expect(await problemOf(writeProject({ target: join(work, 'above/library'), files: broken }))).toMatchObject({
      exitCode: 1,
    });
    expect(listing(work)).toEqual([]);
  });
});

describe('writeProject, where something stands', () => {
  it.each<[string, (target: string) => void, string]>([
    [
      'a file',
      (target) => {
        writeFileSync(target, 'mine');
      },
      'is a file, not a folder',
    ],
    [
      'a link to nowhere',
      (target) => {
        symlinkSync('missing', target);
      },
      'is a link to nowhere',
    ],
    [
      'a link to a file',
      (target) => {
        writeFileSync(`${target}.txt`, 'mine');
        symlinkSync(`${target}.txt`, target);
      },
      'is a file, not a folder',
    ],
  ])('refuses %s', async (_, make, what) => {
    const work = scratch();
    const target = join(work, 'library');
    make(target);
    const before = listing(work);
    const { exitCode, problems } = await problemOf(writeProject({ target, files }));
    expect([exitCode, problems[0]?.what, problems[0]?.why]).toEqual([1, `${target} ${what}`, 'Nothing was written.']);
    expect(listing(work)).toEqual(before);
  });

  it('fills an empty folder at once and keeps its mode', async () => {
    const work = scratch();
    const target = join(work, 'library');
    mkdirSync(target);
    chmodSync(target, 0o2770);
    expect(await writeProject({ target, files })).toEqual({ added: all, same: [] });
    expect(listing(work)).toEqual(['library/', ...smallListing.map((path) => `library/${path}`)]);
    expect(mode(target)).toBe('2770');
  });

  it('fills the empty folder in which the user stands, which stays the same folder', async () => {
    const work = scratch();
    const before = process.cwd();
    onTestFinished(() => {
      process.chdir(before);
    });
    process.chdir(work);
    const { ino } = statSync('.');
    await writeProject({ target: work, files });
    expect(listing(work)).toEqual(smallListing);
    expect(statSync(work).ino).toBe(ino);
    expect(lstatSync('.').nlink).toBeGreaterThan(0);
  });

  it('adds to a folder with other files, and leaves those alone', async () => {
    const work = scratch();
    lay(work, { 'library/.git/HEAD': 'ref', 'library/books/notes.txt': 'mine', 'library/LICENSE': 'MIT' });
    expect(await writeProject({ target: join(work, 'library'), files })).toEqual({ added: all, same: [] });
    expect(listing(join(work, 'library'))).toEqual([
      '.env',
      '.git/',
      '.git/HEAD',
      '.gitignore',
      'LICENSE',
      'README.md',
      'books/',
      'books/migrations/',
      'books/migrations/0001_initial.py',
      'books/models.py',
      'books/notes.txt',
      'manage.py',
    ]);
    expect(readFileSync(join(work, 'library/books/notes.txt'), 'utf8')).toBe('mine');
    expect(listing(work).filter((path) => path.startsWith('.'))).toEqual([]);
  });

  it('gives added files and folders the same modes as in a new folder', async () => {
    const work = scratch();
    lay(work, { 'library/LICENSE': 'MIT' });
    underUmask(0);
    await writeProject({ target: join(work, 'library'), files });
    const paths = ['.env', 'README.md', 'books', 'books/migrations', 'manage.py'].map((path) =>
      join(work, 'library', path),
    );
    expect(paths.map(mode)).toEqual(['600', '644', '755', '755', '755']);
    expect(paths.filter((path) => lstatSync(path).isFile()).map((path) => lstatSync(path).nlink)).toEqual([1, 1, 1]);
  });

  it('leaves files that are the same, and the secrets that are there', async () => {
    const work = scratch();
    lay(work, { '.env': 'SECRET=old\n', 'README.md': '# Library\n' });
    const { ino } = lstatSync(join(work, 'README.md'));
    expect(await writeProject({ target: work, files })).toEqual({
      added: ['.gitignore', 'books/migrations/0001_initial.py', 'books/models.py', 'manage.py'],
      same: ['.env', 'README.md'],
    });
    expect(readFileSync(join(work, '.env'), 'utf8')).toBe('SECRET=old\n');
    expect(lstatSync(join(work, 'README.md')).ino).toBe(ino);
    expect(listing(work)).toEqual(smallListing);
  });

  it('leaves secrets behind a link alone', async () => {
    const work = scratch();
    lay(work, { 'library/LICENSE': 'MIT', 'shared.env': 'SECRET=shared\n' });
    symlinkSync('../shared.env', join(work, 'library/.env'));
    expect((await writeProject({ target: join(work, 'library'), files })).same).toEqual(['.env']);
    expect(readFileSync(join(work, 'shared.env'), 'utf8')).toBe('SECRET=shared\n');
  });

  it('finds nothing to add in the project itself', async () => {
    const work = scratch();
    const target = join(work, 'library');
    await writeProject({ target, files });
    const { mtimeMs } = lstatSync(target);
    expect(await writeProject({ target, files })).toEqual({ added: [], same: all });
    expect(lstatSync(target).mtimeMs).toBe(mtimeMs);
  });

  it('follows a link to a folder and leaves the link', async () => {
    const work = scratch();
    mkdirSync(join(work, 'disk/library'), { recursive: true });
    symlinkSync('disk/library', join(work, 'library'));
    await writeProject({ target: join(work, 'library'), files: new Map([['README.md', '']]) });
    expect(listing(work)).toEqual(['disk/', 'disk/library/', 'disk/library/README.md', 'library -> disk/library']);
  });

  it('writes nothing at all when files are in the way, and lists them', async () => {
    const work = scratch();
    const target = join(work, 'library');
    lay(work, { 'library/README.md': 'mine', 'library/books/models.py': 'mine', 'library/Manage.py': 'mine' });
    expect(await problemOf(writeProject({ target, files }))).toEqual({
      exitCode: 1,
      problems: [
        {
          what: `3 files in ${target} are in the way`,
          why: 'Nothing was written, for these are there already and differ:\n  Manage.py\n  README.md\n  books/models.py',
          next: 'Move them away, or choose another directory.',
        },
      ],
    });
    expect(listing(work)).toEqual([
      'library/',
      'library/Manage.py',
      'library/README.md',
      'library/books/',
      'library/books/models.py',
    ]);
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toBe('mine');
  });

  it.each<[string, (work: string) => void, string]>([
    [
      'a folder in place of a file',
      (work) => {
        mkdirSync(join(work, 'README.md'));
      },
      'README.md',
    ],
    [
      'a file in place of a folder',
      (work) => {
        writeFileSync(join(work, 'books'), '');
      },
      'books',
    ],
    [
      'a link in place of a file, though its text is the same',
      (work) => {
        lay(work, { 'other.md': '# Library\n' });
        symlinkSync('other.md', join(work, 'README.md'));
      },
      'README.md',
    ],
    [
      'a link that leads out of the project in place of a folder',
      (work) => {
        symlinkSync('/usr', join(work, 'books'));
      },
      'books',
    ],
    [
      'a link to nowhere in place of a folder',
      (work) => {
        symlinkSync('missing', join(work, 'books'));
      },
      'books',
    ],
    [
      'a folder in another case',
      (work) => {
        mkdirSync(join(work, 'Books'));
      },
      'Books',
    ],
    [
      'a folder named .env',
      (work) => {
        mkdirSync(join(work, '.env'));
      },
      '.env',
    ],
    [
      'bytes that are no text',
      (work) => {
        writeFileSync(join(work, 'README.md'), Buffer.from([0xff, 0xfe, 0x00]));
      },
      'README.md',
    ],
  ])('takes %s for a conflict', async (_, make, path) => {
    const work = scratch();
    make(work);
    const before = listing(work);
    const { exitCode, problems } = await problemOf(writeProject({ target: work, files }));
    expect([exitCode, problems[0]?.what, problems[0]?.why?.split('\n')[1]]).toEqual([
      1,
      `A file in ${work} is in the way`,
      `  ${path}`,
    ]);
    expect(listing(work)).toEqual(before);
  });

  it('takes back exactly what it added when a file cannot be written', async () => {
    const work = scratch();
    lay(work, { 'books/notes.txt': 'mine' });
    const broken = new Map([...files, ['z/' + 'x'.repeat(256), '']]);
    expect(await problemOf(writeProject({ target: work, files: broken }))).toMatchObject({ exitCode: 1 });
    expect(listing(work)).toEqual(['books/', 'books/notes.txt']);
  });
});

describe('inspectTarget', () => {
  it('says what writing would do, and touches nothing', async () => {
    const work = scratch();
    lay(work, { 'library/.env': 'old', 'library/manage.py': 'mine' });
    const before = listing(work);
    expect(await inspectTarget(join(work, 'library'), files)).toEqual({
      added: ['.gitignore', 'README.md', 'books/migrations/0001_initial.py', 'books/models.py'],
      same: ['.env'],
      conflicts: ['manage.py'],
    });
    expect(await inspectTarget(join(work, 'a/b/library'), files)).toEqual({ added: all, same: [], conflicts: [] });
    expect(listing(work)).toEqual(before);
  });

  it('refuses what is no folder', async () => {
    const work = scratch();
    lay(work, { library: 'a file' });
    const target = join(work, 'library');
    expect(await problemOf(inspectTarget(target, files))).toMatchObject({
      exitCode: 1,
      problems: [{ what: `${target} is a file, not a folder` }],
    });
  });
});
