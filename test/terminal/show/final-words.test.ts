import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { gitText, nextText, spanText, writtenText } from '../../../src/terminal/show/final-words.ts';
import { terminalOn, type World } from '../../../src/terminal/start/terminal.ts';
import { recordedWorld } from '../../recorded-world.ts';

test.each([
  [10, '1 s'],
  [47_800, '48 s'],
  [59_600, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(spanText(milliseconds)).toBe(text);
});

test.each([
  [100, 0, 'Created work/shop with 100 files.'],
  [1, 0, 'Created work/shop with 1 file.'],
  [99, 1, 'Added 99 files to work/shop; 1 was there already, unchanged.'],
  [0, 100, 'Added 0 files to work/shop; 100 were there already, unchanged.'],
])('%d new files and %d old ones', (added, same, text) => {
  expect(stripVTControlCharacters(writtenText('work/shop', added, same))).toBe(text);
});

describe('the next commands', () => {
  const next = (
    directory: string,
    url: string | undefined,
    platform: NodeJS.Platform = 'linux',
    environment: World['environment'] = {},
  ): string[] => {
    const world = recordedWorld({ platform, environment, columns: 200 });
    return stripVTControlCharacters(nextText(directory, url, terminalOn(world, false))).split('\n');
  };
  const login =
    'Log in at /admin/ as admin; the password is in .env. README.md says more, and .drf-docker.json keeps your answers.';

  test('names no password where a start has failed', () => {
    const world = recordedWorld({ platform: 'linux', environment: {}, columns: 200 });
    expect(nextText('shop', undefined, terminalOn(world, false), true).split('\n').at(-1)).toBe(
      'README.md says more, and .drf-docker.json keeps your answers.',
    );
  });

  test('where nothing runs yet', () => {
    expect(next('my shop', undefined)).toEqual([
      'Next:',
      "  cd 'my shop'",
      '  docker compose up --wait',
      '  curl http://127.0.0.1:8000/',
      login,
    ]);
  });

  test.each<[NodeJS.Platform, World['environment'], string]>([
    ['win32', {}, String.raw`  cd "work\my shop"|  start http://127.0.0.1:8000/`],
    ['win32', { PSModulePath: 'a;b;c' }, String.raw`  cd 'work\my shop'|  start http://127.0.0.1:8000/`],
    ['darwin', {}, String.raw`  cd 'work\my shop'|  open http://127.0.0.1:8000/`],
    ['linux', { DISPLAY: ':0' }, String.raw`  cd 'work\my shop'|  xdg-open http://127.0.0.1:8000/`],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, String.raw`  cd 'work\my shop'|  xdg-open http://127.0.0.1:8000/`],
    [
      'linux',
      { DISPLAY: ':0', WSL_DISTRO_NAME: 'Debian' },
      String.raw`  cd 'work\my shop'|  explorer.exe http://127.0.0.1:8000/`,
    ],
  ])('on %s with %j', (platform, environment, commands) => {
    const lines = next(String.raw`work\my shop`, undefined, platform, environment);
    expect([lines[1], lines[3]].join('|')).toBe(commands);
  });

  test('where it runs; the address is the last line', () => {
    expect(next('.', 'http://127.0.0.1:8001/')).toEqual([
      'To see what it does, and to stop it:',
      '  docker compose logs',
      '  docker compose down',
      login,
      'It runs: http://127.0.0.1:8001/',
    ]);
  });

  test.each([
    [
      40,
      {},
      [
        '── Next ─'.padEnd(40, '─'),
        '  cd shop',
        '  docker compose up --wait',
        '  curl http://127.0.0.1:8000/',
        '─'.repeat(40),
      ],
    ],
    [
      200,
      {},
      [
        '── Next ─'.padEnd(72, '─'),
        '  cd shop',
        '  docker compose up --wait',
        '  curl http://127.0.0.1:8000/',
        '─'.repeat(72),
      ],
    ],
    [
      72,
      { TERM: 'linux' },
      [
        '-- Next -'.padEnd(72, '-'),
        '  cd shop',
        '  docker compose up --wait',
        '  curl http://127.0.0.1:8000/',
        '-'.repeat(72),
      ],
    ],
    [80, { ACCESSIBLE: '1' }, ['Next:', '  cd shop', '  docker compose up --wait', '  curl http://127.0.0.1:8000/']],
  ])('are between two rules at a terminal, in %d columns with %j', (columns, environment, lines) => {
    const world = recordedWorld({ terminals: [0, 1, 2], columns, environment });
    expect(
      stripVTControlCharacters(nextText('shop', undefined, terminalOn(world, false)))
        .split('\n')
        .slice(0, lines.length),
    ).toEqual(lines);
  });
});

test.each([
  [{ kind: 'committed', commit: '0123456789abcdef' }, 'Git: the first commit is 0123456.'],
  [
    { kind: 'inside', repository: '/home/anna/class' },
    'Git: no new repository, for /home/anna/class is one already; commit the files when you like.',
  ],
  [
    { kind: 'staged', next: 'git commit' },
    'Git does not know you yet, so the files are staged and not committed. Run this in the project:\n  git commit',
  ],
  [{ kind: 'failed' }, undefined],
] as const)('%j', (fate, text) => {
  expect(gitText(fate)).toBe(text);
});
