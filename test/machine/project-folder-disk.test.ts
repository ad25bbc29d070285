import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundled } from './bundled.ts';
import { withOwnMounts } from './own-mounts.ts';
import { asOtherUser, listing, scratch } from './scratch.ts';
import { smallListing, smallProject } from './small-project.ts';

/** One of its files is longer than a page of memory, so that a disk can be full in the middle of it. */
const project = new Map([...smallProject, ['z.lock', 'x'.repeat(20_000)]]);

const whole = ['library/', ...[...smallListing, 'z.lock'].map((path) => `library/${path}`)];

/** The first lines of a script that writes projects on disks of its own, below `work`. */
async function prelude(work: string): Promise<string> {
  return `
    import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
    import { join } from 'node:path';
    import { writeProject } from ${JSON.stringify(await bundled('write/project-folder'))};
    const work = ${JSON.stringify(work)};
    const target = join(work, 'library');
    const files = new Map(${JSON.stringify([...project])});
    const listing = (root) => readdirSync(root, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1) + (entry.isDirectory() ? '/' : '')).sort();
  `;
}

/** What is left of the project on disks of every size from the smallest to one on which it fits, each in a line. */
async function onEverySize(option: string, before: string): Promise<unknown> {
  const work = scratch();
  return withOwnMounts(`${await prelude(work)}
    const rows = [];
    for (let size = 1; ; size += 1) {
      mount('-t', 'tmpfs', '-o', ${JSON.stringify(option)}.replace('SIZE', size), 'none', work);
      let fits = true;
      try { ${before} } catch { fits = false; }
      if (fits) {
        const start = listing(work);
        const end = await outcome(writeProject({ target, files }));
        rows.push([end.exitCode ?? 0, end.what?.[0] ?? '', listing(work).filter((path) => !start.includes(path))]);
      }
      unmount(work);
      if (rows.at(-1)?.[0] === 0 || size > 100) break;
    }
    report(rows);`);
}

describe('writeProject on a full disk', () => {
  it.each([
    ['bytes', 'nr_blocks=SIZE'],
    ['files', 'size=1m,nr_inodes=SIZE'],
  ])('leaves nothing in a new folder, however few %s there is room for', async (_, option) => {
    const rows = await onEverySize(option, '');
    const full = [1, 'The disk is full', []];
    expect(rows).toEqual([
      ...Array.from({ length: Array.isArray(rows) ? rows.length - 1 : 0 }, () => full),
      [0, '', whole],
    ]);
    expect(rows).toHaveProperty(
      'length',
      expect.toSatisfy((length: number) => length > 5),
    );
  });

  it.each([
    ['bytes', 'nr_blocks=SIZE'],
    ['files', 'size=1m,nr_inodes=SIZE'],
  ])('leaves nothing of its own in an existing folder, however few %s there is room for', async (_, option) => {
    const rows = await onEverySize(option, `mkdirSync(target); writeFileSync(join(target, 'notes.txt'), 'mine');`);
    const full = [1, 'The disk is full', []];
    expect(rows).toEqual([
      ...Array.from({ length: Array.isArray(rows) ? rows.length - 1 : 0 }, () => full),
      [0, '', whole.slice(1)],
    ]);
    expect(rows).toHaveProperty(
      'length',
      expect.toSatisfy((length: number) => length > 5),
    );
  });
});

describe('writeProject where one may not write', () => {
  it('refuses a read-only disk', async () => {
    const work = scratch();
    mkdirSync(join(work, 'empty'));
    expect(
      withOwnMounts(`${await prelude(work)}
        mount('--bind', work, work);
        mount('-o', 'remount,bind,ro', work);
        report([await outcome(writeProject({ target, files })), await outcome(writeProject({ target: join(work, 'a/b'), files })), await outcome(writeProject({ target: join(work, 'empty'), files }))]);`),
    ).toEqual(
      ['library', 'a/b', 'empty'].map((name) => ({
        exitCode: 1,
        what: [`${join(work, name)} is on a read-only disk`],
      })),
    );
    expect(listing(work)).toEqual(['empty/']);
  });

  it("refuses another user's folder", async () => {
    const work = scratch();
    mkdirSync(join(work, 'empty'));
    mkdirSync(join(work, 'full'));
    writeFileSync(join(work, 'full/notes.txt'), 'mine');
    const script = `${await prelude(work)}
      const outcome = (doing) => doing.catch((error) => [error.exitCode, ...error.problems]);
      const names = ['library', 'a/b', 'empty', 'full'];
      console.log(JSON.stringify(await Promise.all(names.map((name) => outcome(writeProject({ target: join(work, name), files }))))));`;
    const next = 'Choose a directory of your own, or ask its owner for permission.';
    expect(JSON.parse(asOtherUser(script))).toEqual(
      ['library', 'a/b', 'empty', 'full'].map((name) => [
        1,
        { what: `You may not write to ${join(work, name)}`, why: 'Nothing of the project is left.', next },
      ]),
    );
    expect(listing(work)).toEqual(['empty/', 'full/', 'full/notes.txt']);
  });
});

describe('writeProject across disks', () => {
  it('fills a disk that is mounted at the target, though the folder above is read-only', async () => {
    const work = scratch();
    mkdirSync(join(work, 'library'));
    expect(
      withOwnMounts(`${await prelude(work)}
        mount('--bind', work, work);
        mount('-t', 'tmpfs', 'none', target);
        mount('-o', 'remount,bind,ro', work);
        const end = await outcome(writeProject({ target, files }));
        report([end.added, listing(work)]);`),
    ).toEqual([[...project.keys()], whole]);
    expect(listing(work)).toEqual(['library/']);
  });

  it('needs room only on the disk of the target', async () => {
    const work = scratch();
    expect(
      withOwnMounts(`${await prelude(work)}
        mount('-t', 'tmpfs', '-o', 'nr_blocks=1', 'none', work);
        mkdirSync(target);
        mount('-t', 'tmpfs', 'none', target);
        const end = await outcome(writeProject({ target, files }));
        report([end.added, listing(work)]);`),
    ).toEqual([[...project.keys()], whole]);
  });

  it('copies where a hard link cannot be made, and takes copies back', async () => {
    const work = scratch();
    mkdirSync(join(work, 'library'));
    writeFileSync(join(work, 'library/notes.txt'), 'mine');
    expect(
      withOwnMounts(`${await prelude(work)}
        mount('--bind', target, target);
        const broken = new AbortController();
        let steps = 0;
        const { signal } = broken;
        const throwIfAborted = signal.throwIfAborted.bind(signal);
        signal.throwIfAborted = () => { steps += 1; if (steps === 16) broken.abort('ended'); throwIfAborted(); };
        const ended = await outcome(writeProject({ target, files, signal }));
        const left = listing(work);
        const end = await outcome(writeProject({ target, files }));
        report([ended.what, left, end.added, listing(work), readFileSync(join(target, 'README.md'), 'utf8')]);`),
    ).toEqual([
      'ended',
      ['library/', 'library/notes.txt'],
      [...project.keys()],
      [...whole, 'library/notes.txt'].sort(),
      '# Library\n',
    ]);
  });

  it('writes through a link to another disk', async () => {
    const work = scratch();
    mkdirSync(join(work, 'disk'));
    expect(
      withOwnMounts(`${await prelude(work)}
        mount('-t', 'tmpfs', 'none', join(work, 'disk'));
        const { symlinkSync } = await import('node:fs');
        mkdirSync(join(work, 'disk/library'));
        symlinkSync(join(work, 'disk/library'), target);
        const end = await outcome(writeProject({ target, files }));
        report([end.added, listing(join(work, 'disk'))]);`),
    ).toEqual([[...project.keys()], whole]);
  });
});
