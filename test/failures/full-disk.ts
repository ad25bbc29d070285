import process from 'node:process';
import { expect } from 'vitest';
import { withOwnMounts } from '../machine/own-mounts.ts';
import { scratch } from '../machine/scratch.ts';
import { CLI, cleanEnvironment } from '../run-cli.ts';

/** What a run on one disk left: the disk's size, the exit code, the first line of its complaint, all paths. */
interface Row {
  readonly size: number;
  readonly exitCode: number;
  readonly words: string;
  readonly left: readonly string[];
}

/** What is mounted: a disk of so many blocks of 4 kB, or of so many files. */
const OPTIONS = { blocks: 'nr_blocks=SIZE', files: 'size=100m,nr_inodes=SIZE' } as const;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'size' in value && 'left' in value;
}

/**
 * Creates the real project on disks that grow until it fits: until then nothing is left and the message says why, and then all of it is.
 * @param what of what there is so little
 * @param growth how the size grows from one run to the next
 * @returns how many disks were too small
 */
export function expectAllOrNothingOnFullDisk(what: keyof typeof OPTIONS, growth: (size: number) => number): number {
  const sizes: number[] = [];
  for (let size = 1; size < 2000; size = growth(size)) sizes.push(size);
  const work = scratch();
  const rows = withOwnMounts(`
    import { spawnSync } from 'node:child_process';
    import { readdirSync } from 'node:fs';
    import { join } from 'node:path';
    const work = ${JSON.stringify(work)};
    const rows = [];
    for (const size of ${JSON.stringify(sizes)}) {
      mount('-t', 'tmpfs', '-o', ${JSON.stringify(OPTIONS[what])}.replace('SIZE', size), 'none', work);
      const { status, stderr } = spawnSync(${JSON.stringify(process.execPath)}, [${JSON.stringify(CLI)}, 'library', '--yes'], { cwd: work, env: ${JSON.stringify(cleanEnvironment())}, encoding: 'utf8', input: '' });
      rows.push({ size, exitCode: status, words: stderr.split('\\n')[0], left: readdirSync(work, { recursive: true }).sort() });
      unmount(work);
      if (status === 0) break;
    }
    report(rows);`);
  const all: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const full = all.filter(isRow).filter((row) => row.exitCode !== 0);
  expect(all.at(-1)).toMatchObject({
    exitCode: 0,
    words: '',
    left: expect.arrayContaining(['library', 'library/manage.py', 'library/.env']),
  });
  expect(full.map(({ exitCode, words, left }) => ({ exitCode, words, left }))).toEqual(
    full.map(() => ({ exitCode: 1, words: 'Error: The disk is full.', left: [] })),
  );
  return full.length;
}
