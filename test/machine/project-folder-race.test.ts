import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../src/machine/write/project-folder.ts';
import { Interruption, ProblemError } from '../../src/problem.ts';
import { bundled } from './bundled.ts';
import { problemOf } from './problem-of.ts';
import { lay, listing, scratch } from './scratch.ts';
import { smallListing, smallProject as files } from './small-project.ts';

const whole = ['library/', ...smallListing.map((path) => `library/${path}`)];

/** A signal that is aborted when it is looked at for the n-th time; how often that is depends on how long the work takes. */
function abortedAtLook(n: number): { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const { signal } = controller;
  const look = signal.throwIfAborted.bind(signal);
  let looks = 0;
  signal.throwIfAborted = () => {
    looks += 1;
    if (looks === n) controller.abort(new Interruption(130));
    look();
  };
  return { signal };
}

describe('writeProject, ended from outside', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['a new folder', {}, []],
    ['an empty folder', { 'library/x': '' }, ['library/']],
    [
      'a folder with other files',
      { 'library/books/notes.txt': 'mine' },
      ['library/', 'library/books/', 'library/books/notes.txt'],
    ],
  ])('leaves %s as it was, whichever step it is', async (kind, before, left) => {
    let step = 0;
    let written = false;
    while (!written) {
      step += 1;
      const work = scratch();
      lay(work, before);
      if (kind === 'an empty folder') rmSync(join(work, 'library/x'));
      const { signal } = abortedAtLook(step);
      const end = await writeProject({ target: join(work, 'library'), files, signal }).catch((error: unknown) => error);
      written = !signal.aborted;
      if (written) continue;
      expect(end).toBeInstanceOf(Interruption);
      expect(listing(work)).toEqual(left);
    }
    expect(step).toBeGreaterThan(files.size);
  });

  it('removes the folders above that it made', async () => {
    const work = scratch();
    await expect(
      writeProject({ target: join(work, 'a/b/library'), files, signal: abortedAtLook(5).signal }),
    ).rejects.toThrow(Interruption);
    expect(listing(work)).toEqual([]);
  });

  it('fills an empty folder at once: until then it stays empty', async () => {
    const work = scratch();
    const target = join(work, 'library');
    mkdirSync(target);
    const { signal } = new AbortController();
    signal.throwIfAborted = () => {
      expect(readdirSync(target)).toEqual([]);
    };
    await writeProject({ target, files, signal });
    expect(listing(work)).toEqual(whole);
  });

  it.each(['new', 'existing'])(
    'hears a signal that came while it worked, however quick it is, on a %s folder',
    async (kind) => {
      const work = scratch();
      const target = join(work, 'library');
      if (kind === 'existing') lay(target, { 'notes.txt': 'mine' });
      const controller = new AbortController();
      process.once('SIGUSR2', () => {
        controller.abort(new Interruption(130));
      });
      process.kill(process.pid, 'SIGUSR2');
      await expect(writeProject({ target, files, signal: controller.signal })).rejects.toThrow(Interruption);
      expect(listing(work)).toEqual(kind === 'existing' ? ['library/', 'library/notes.txt'] : []);
    },
  );

  it('does nothing when it is ended before it begins', async () => {
    const work = scratch();
    const reason = new Interruption(143);
    await expect(
      writeProject({ target: join(work, 'library'), files, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    expect(listing(work)).toEqual([]);
  });
});

/** Starts a process that writes a project of many files as the tool does: a signal aborts it, and its exit code says how it went. */
async function startWriting(target: string): Promise<{
  readonly ready: Promise<unknown>;
  readonly end: Promise<readonly [number | null, string | null]>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly go: () => void;
}> {
  const script = `
    import { writeProject } from ${JSON.stringify(await bundled('write/project-folder'))};
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => controller.abort(new Error(signal)));
    const files = new Map(Array.from({ length: 190 }, (_, n) => ['app' + (n % 10) + '/module' + n + '.py', 'x'.repeat(3000)]));
    process.stdin.once('data', () => {
      writeProject({ target: ${JSON.stringify(target)}, files, signal: controller.signal })
        .then(({ added }) => { process.exitCode = added.length === files.size ? 0 : 3; }, (error) => { process.exitCode = error.name === 'ProblemError' ? 1 : 130; })
        .finally(() => process.stdin.destroy());
    });
    process.stdout.write('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    ready: once(child.stdout, 'data'),
    end: new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        resolve([code, signal]);
      }),
    ),
    kill: (signal) => child.kill(signal),
    go: () => child.stdin.write('go'),
  };
}

describe('writeProject in a process of its own', { timeout: 120_000 }, () => {
  it.each<[NodeJS.Signals, string[]]>([
    ['SIGINT', []],
    ['SIGTERM', ['notes.txt']],
    ['SIGHUP', []],
  ])('survives %s at any moment with a whole project or nothing', async (signal, before) => {
    const seen = new Set<number | null>();
    // On a busy machine it may be done before any delay is over; a signal that waits when it begins is always in time.
    for (const delay of ['before', 0, 8, 25] as const) {
      const work = scratch();
      const target = join(work, 'library');
      for (const name of before) lay(target, { [name]: 'mine' });
      const run = await startWriting(target);
      await run.ready;
      if (delay === 'before') run.kill(signal);
      run.go();
      if (delay !== 'before') {
        await sleep(delay);
        run.kill(signal);
      }
      const [code] = await run.end;
      seen.add(code);
      // A signal may come between the last step and the exit: then it is whole, whatever the code says.
      const isWhole = readdirSync(work).includes('library') && listing(target).length === 200 + before.length;
      if (!isWhole)
        expect(listing(work)).toEqual(
          before.length > 0 ? ['library/', ...before.map((name) => `library/${name}`)] : [],
        );
      expect(isWhole ? [0, 130, null] : [130]).toContain(code);
    }
    expect(seen).toContain(130);
  });

  it('leaves no half project when it is killed, and the next run works', async () => {
    for (const delay of [3, 10, 40]) {
      const work = scratch();
      const target = join(work, 'library');
      const run = await startWriting(target);
      await run.ready;
      run.go();
      await sleep(delay);
      run.kill('SIGKILL');
      await run.end;
      const made = existsSync(target);
      if (made) expect(listing(target)).toHaveLength(200);
      else expect((await writeProject({ target, files })).added).toHaveLength(files.size);
      expect(
        readdirSync(work)
          .filter((name) => name !== 'library')
          .every((name) => /^\.library\.create-drf-docker-[0-9a-f]{12}$/.test(name)),
      ).toBe(true);
    }
  });

  it.each<[number, string]>([
    [2, 'new'],
    [10, 'existing'],
  ])('lets one of %d win on a %s folder at once', async (count, kind) => {
    const work = scratch();
    const target = join(work, 'library');
    if (kind === 'existing') lay(target, { 'notes.txt': 'mine' });
    const runs = await Promise.all(Array.from({ length: count }, () => startWriting(target)));
    await Promise.all(runs.map(({ ready }) => ready));
    for (const { go } of runs) go();
    const codes = (await Promise.all(runs.map(({ end }) => end))).map(([code]) => code);
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(codes.every((code) => code === 0 || code === 1 || code === 3)).toBe(true);
    expect(listing(target)).toHaveLength(kind === 'existing' ? 201 : 200);
    expect(readdirSync(work)).toEqual(['library']);
  });
});

describe('writeProject, several at once', () => {
  it.each(['new', 'empty', 'existing'])(
    'lets exactly one of ten win on a %s folder, and the others say so',
    async (kind) => {
      const work = scratch();
      const target = join(work, 'library');
      if (kind !== 'new') mkdirSync(target);
      if (kind === 'existing') lay(target, { 'notes.txt': 'mine' });
      const projects = Array.from({ length: 10 }, (_, n) => new Map([...files, ['README.md', `# Library ${n}\n`]]));
      const ends = await Promise.allSettled(projects.map((project) => writeProject({ target, files: project })));
      const winners = ends.flatMap((end, n) => (end.status === 'fulfilled' ? [n] : []));
      expect(winners).toHaveLength(1);
      expect(readFileSync(join(target, 'README.md'), 'utf8')).toBe(`# Library ${winners[0] ?? ''}\n`);
      expect(listing(work)).toEqual(kind === 'existing' ? [...whole, 'library/notes.txt'].sort() : whole);
      const reasons = ends.filter((end) => end.status === 'rejected').map((end): unknown => end.reason);
      for (const reason of reasons) {
        expect(reason).toBeInstanceOf(ProblemError);
        expect(reason).toHaveProperty(
          'problems.0.what',
          expect.stringMatching(
            /wrote to .*library at the same time|run is writing to .*library at this moment|files? in .*library (?:is|are) in the way/,
          ),
        );
      }
    },
  );

  it('does not take over a target that appears while it works', async () => {
    for (const make of [
      (target: string) => {
        writeFileSync(target, 'mine');
      },
      (target: string) => {
        lay(target, { 'README.md': 'mine' });
      },
    ]) {
      const work = scratch();
      const target = join(work, 'library');
      const { signal } = new AbortController();
      signal.throwIfAborted = () => {
        if (readdirSync(work).length === 1 && !existsSync(target)) make(target);
      };
      expect(await problemOf(writeProject({ target, files, signal }))).toEqual({
        exitCode: 1,
        problems: [
          {
            what: `Something else wrote to ${target} at the same time`,
            why: 'It may be a second run of this command. This one wrote nothing.',
            next: 'Look at what is there, then run the command again if you still need to.',
          },
        ],
      });
      expect(listing(work)[0]).toMatch(/^library\/?$/);
      expect(listing(work).length).toBeLessThan(3);
    }
  });

  it('never overwrites a file that appears while files are being added', async () => {
    const work = scratch();
    lay(work, { 'notes.txt': 'mine' });
    const { signal } = new AbortController();
    signal.throwIfAborted = () => {
      if (existsSync(join(work, 'README.md')) && !existsSync(join(work, 'manage.py')))
        lay(work, { 'manage.py': 'mine' });
    };
    expect(await problemOf(writeProject({ target: work, files, signal }))).toMatchObject({
      exitCode: 1,
      problems: [{ what: `Something else wrote to ${work} at the same time` }],
    });
    expect(listing(work)).toEqual(['manage.py', 'notes.txt']);
    expect(readFileSync(join(work, 'manage.py'), 'utf8')).toBe('mine');
  });

  it('leaves what another process puts into a folder of its own while it fails', async () => {
    const work = scratch();
    lay(work, { 'notes.txt': 'mine' });
    const controller = new AbortController();
    const look = controller.signal.throwIfAborted.bind(controller.signal);
    controller.signal.throwIfAborted = () => {
      if (existsSync(join(work, 'books/models.py'))) {
        lay(work, { 'books/draft.txt': 'mine' });
        controller.abort(new Interruption(130));
      }
      look();
    };
    await expect(writeProject({ target: work, files, signal: controller.signal })).rejects.toThrow(Interruption);
    expect(listing(work)).toEqual(['books/', 'books/draft.txt', 'notes.txt']);
  });
});

describe('writeProject after a run that was killed', () => {
  const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

  it('removes its staging folders of more than an hour ago, and nothing else', async () => {
    const work = scratch();
    const old = [
      '.library.create-drf-docker-0123456789ab',
      '.library.create-drf-docker-mine',
      '.shop.create-drf-docker-0123456789ab',
    ];
    lay(
      work,
      Object.fromEntries([...old, '.library.create-drf-docker-ba9876543210'].map((name) => [`${name}/README.md`, ''])),
    );
    lay(work, { '.library.create-drf-docker-abcdefabcdef': 'a file' });
    for (const name of [...old, '.library.create-drf-docker-abcdefabcdef'])
      utimesSync(join(work, name), hoursAgo(2), hoursAgo(2));
    await writeProject({ target: join(work, 'library'), files });
    expect(readdirSync(work)).toEqual([
      '.library.create-drf-docker-abcdefabcdef',
      '.library.create-drf-docker-ba9876543210',
      '.library.create-drf-docker-mine',
      '.shop.create-drf-docker-0123456789ab',
      'library',
    ]);
  });

  it('waits for the lock of a run that may still be at work', async () => {
    const work = scratch();
    lay(work, { 'notes.txt': 'mine' });
    mkdirSync(join(work, '.create-drf-docker-lock'));
    expect(await problemOf(writeProject({ target: work, files }))).toEqual({
      exitCode: 1,
      problems: [
        {
          what: `Another run is writing to ${work} at this moment`,
          why: 'This one wrote nothing.',
          next: `Wait for it. If there is none, remove ${join(work, '.create-drf-docker-lock')} and run the command again.`,
        },
      ],
    });
    expect(listing(work)).toEqual(['.create-drf-docker-lock/', 'notes.txt']);
  });

  it('breaks the lock of a run that must be dead', async () => {
    const work = scratch();
    lay(work, { 'notes.txt': 'mine' });
    const lock = join(work, '.create-drf-docker-lock');
    mkdirSync(lock);
    utimesSync(lock, hoursAgo(1), hoursAgo(1));
    await writeProject({ target: work, files });
    expect(listing(work)).toEqual([...smallListing, 'notes.txt'].sort());
    expect(lstatSync(join(work, 'README.md')).nlink).toBe(1);
  });
});
