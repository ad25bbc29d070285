import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../src/machine/write/journal.ts';
import { lay, listing, scratch } from '../scratch.ts';

describe('Journal', () => {
  it('takes back what was noted, and only that', () => {
    const work = scratch();
    const journal = new Journal();
    mkdirSync(join(work, 'made/deep'), { recursive: true });
    lay(work, { 'made/deep/a.txt': '', 'tree/x/y.txt': '', 'mine.txt': '' });
    journal.note('tree', join(work, 'tree'));
    journal.note('folder', join(work, 'made'));
    journal.note('folder', join(work, 'made/deep'));
    journal.note('file', join(work, 'made/deep/a.txt'));
    expect(journal.takeBack()).toEqual([]);
    expect(listing(work)).toEqual(['mine.txt']);
  });

  it('leaves a folder that something else was put into, and what is gone already', () => {
    const work = scratch();
    const journal = new Journal();
    lay(work, { 'made/mine.txt': '' });
    journal.note('folder', join(work, 'made'));
    journal.note('file', join(work, 'gone.txt'));
    journal.note('folder', join(work, 'gone'));
    expect(journal.takeBack()).toEqual([]);
    expect(listing(work)).toEqual(['made/', 'made/mine.txt']);
  });

  it('names what it could not remove', () => {
    const work = scratch();
    const journal = new Journal();
    lay(work, { 'x/mine.txt': '' });
    journal.note('file', join(work, 'x'));
    expect(journal.takeBack()).toEqual([join(work, 'x')]);
    expect(listing(work)).toEqual(['x/', 'x/mine.txt']);
  });

  it('takes back once', () => {
    const work = scratch();
    const journal = new Journal();
    lay(work, { 'a.txt': '' });
    journal.note('file', join(work, 'a.txt'));
    journal.takeBack();
    lay(work, { 'a.txt': 'mine' });
    journal.takeBack();
    expect(listing(work)).toEqual(['a.txt']);
  });
});
