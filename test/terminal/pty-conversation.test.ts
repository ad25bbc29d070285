import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lay, listing, scratch } from '../machine/scratch.ts';
import { CLI } from '../run-cli.ts';
import { KEYS, PseudoTerminal } from './pseudo-terminal.ts';

const { enter } = KEYS;

/** A Docker that answers at once, for these tests are not about how a real one does that. */
const bin = mkdtempSync(join(tmpdir(), 'create-drf-docker-bin-'));
const { PATH = '' } = process.env;

beforeAll(() => {
  writeFileSync(join(bin, 'docker'), '#!/bin/sh\ncase "$1" in compose) echo 2.40.3;; *) echo 29.1.0;; esac\n', {
    mode: 0o755,
  });
  process.env['PATH'] = `${bin}:${PATH}`;
});

afterAll(() => {
  process.env['PATH'] = PATH;
  rmSync(bin, { recursive: true, force: true });
});

/** The questions, in their order. */
const QUESTIONS = [
  'Where shall the project go?',
  'What is its title?',
  'What is it about?',
  'Which database?',
  'Web pages beside the API?',
  'Documentation of the API?',
  'How do programs log in?',
  'Who may do what?',
  'A git repository with a first commit?',
  'Build and start it now?',
];

/** A git identity for a machine that has none. */
const environment = {
  GIT_AUTHOR_NAME: 'Anna',
  GIT_AUTHOR_EMAIL: 'anna@example.com',
  GIT_COMMITTER_NAME: 'Anna',
  GIT_COMMITTER_EMAIL: 'anna@example.com',
};

/** Answers every question by Enter alone, but does not start Docker. */
async function enterAlone(terminal: PseudoTerminal): Promise<void> {
  for (const question of QUESTIONS.slice(0, -1)) {
    await terminal.shows(question);
    terminal.type(enter);
  }
  await terminal.shows('Build and start it now?');
  terminal.type('n');
  await terminal.shows('Create it?');
  terminal.type(enter);
}

describe('the whole conversation', () => {
  test('by Enter alone ends in a project with a repository', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal([], { cwd, environment });
    await enterAlone(terminal);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toContain('npm create drf-docker@latest library -- --git --yes\n');
    expect(terminal.text).toMatch(/Created library with \d+ files\.\nGit: the first commit is [0-9a-f]{7}\.\n/);
    expect(terminal.text).toMatch(
      /\n── Next ─{64}\n {2}cd library\n {2}docker compose up --wait\n {2}\S+ http:\/\/127\.0\.0\.1:8000\/\n─{72}\n/,
    );
    expect(listing(cwd).filter((path) => !path.includes('/'))).toEqual([]);
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: join(cwd, 'library'), encoding: 'utf8' })).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'library/.drf-docker.json'), 'utf8'))).toMatchObject({
      answers: { name: 'library', database: 'postgres' },
    });
  });

  test('asks only what no flag has said', async () => {
    const terminal = new PseudoTerminal(
      [
        'shop',
        '--title=My shop',
        '--no-website',
        '--docs',
        '--auth=session',
        '--access=open-read',
        '--no-git',
        '--no-up',
      ],
      { cwd: scratch() },
    );
    await terminal.shows('What is it about?');
    terminal.type(enter);
    await terminal.shows('Which database?');
    terminal.type(KEYS.down, enter);
    await terminal.shows('Create it?');
    terminal.type(enter);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toContain(
      "npm create drf-docker@latest shop -- '--title=My shop' --database=sqlite --no-website --yes\n",
    );
    for (const question of QUESTIONS.filter((one) => !['What is it about?', 'Which database?'].includes(one)))
      expect(terminal.text).not.toContain(question);
  });

  test('asks nothing at all where everything is said', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(['library', '--yes'], { cwd });
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toMatch(/^Created library with \d+ files\.\n/);
  });

  test('y or n and Enter, as other programs want them, answer one question', async () => {
    const cwd = scratch();
    // On a busy machine, a third of a second between two keys does not mean that none follows.
    lay(cwd, {
      '../patient.cjs': `const { setTimeout } = globalThis; globalThis.setTimeout = (run, time, ...values) => setTimeout(run, time === 300 ? 10_000 : time, ...values);`,
    });
    const environment = { NODE_OPTIONS: `--require=${join(cwd, '../patient.cjs')}` };
    const terminal = new PseudoTerminal(
      [
        'shop',
        '--title=A',
        '--resource=Book name:char:9',
        '--database=sqlite',
        '--auth=session',
        '--access=open-read',
        '--no-git',
        '--no-up',
      ],
      { cwd, environment },
    );
    await terminal.shows('Web pages beside the API?');
    terminal.type('n');
    await setTimeout(100);
    terminal.type(enter);
    await terminal.shows('Documentation of the API?');
    terminal.type('n');
    // What is no Enter is for the next question.
    await setTimeout(100);
    terminal.type(KEYS.down);
    await terminal.shows('Create it?');
    terminal.type(enter);
    await terminal.shows('Which answer?');
    terminal.type(KEYS['Ctrl-C']);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text).toMatch(/--no-website .*--no-docs/);
  });

  test('a single answer can be changed at the end, and what follows from it changes too', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(['--no-git', '--no-up'], { cwd });
    for (const question of QUESTIONS.slice(0, -2)) {
      await terminal.shows(question);
      terminal.type(enter);
    }
    await terminal.shows('Create it?');
    terminal.type(KEYS.down, enter);
    await terminal.shows('Which answer?');
    terminal.type(enter);
    await terminal.shows('Where shall the project go?');
    terminal.type('shop', enter);
    await terminal.shows('title         Shop');
    await terminal.shows('Create it?');
    terminal.type(enter);
    expect(await terminal.exitCode()).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'shop/.drf-docker.json'), 'utf8'))).toMatchObject({
      answers: { name: 'shop', title: 'Shop' },
    });
  });
});

describe('things of one’s own', () => {
  test('that PostgreSQL cannot hold are said where the database is asked, and what is named otherwise at once', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(
      [
        'shop',
        '--title=Shop',
        '--resource=movie plot:text:unique',
        '--docs',
        '--auth=session',
        '--access=open-read',
        '--no-git',
        '--no-up',
      ],
      { cwd },
    );
    await terminal.shows('The model movie is named Movie, as Django writes class names.');
    await terminal.shows('Which database?');
    terminal.type(enter);
    await terminal.shows('Movie.plot is too long for unique.');
    await terminal.shows('Which database?');
    terminal.type(KEYS.down, enter);
    await terminal.shows('Web pages beside the API?');
    terminal.type('n', enter);
    await terminal.shows('Create it?');
    terminal.type(enter);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toContain(
      "npm create drf-docker@latest shop -- '--resource=Movie plot:text:unique' --database=sqlite --no-website --yes\n",
    );
    expect(JSON.parse(readFileSync(join(cwd, 'shop/.drf-docker.json'), 'utf8'))).toMatchObject({
      answers: { database: 'sqlite', description: 'Movies: an API.' },
    });
  });

  test('are asked one field after the other, and any line can be taken back', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(
      [
        'shop',
        '--title=Shop',
        '--database=sqlite',
        '--website',
        '--docs',
        '--auth=session',
        '--access=open-read',
        '--no-git',
        '--no-up',
      ],
      { cwd },
    );
    await terminal.shows('What is it about?');
    terminal.type(KEYS.down, enter);
    await terminal.shows('What is one of them called?');
    terminal.type('Product', enter);
    await terminal.shows('Product: its first field');
    terminal.type('name:string', enter);
    await terminal.shows('char');
    terminal.type(KEYS.clear, 'name:char:80', enter);
    await terminal.shows('Product name:char:80: the next field');
    terminal.type('colour:char:20', enter);
    await terminal.shows('Product name:char:80 colour:char:20: the next field');
    terminal.type('-', enter);
    await terminal.shows('Product name:char:80: the next field');
    terminal.type('price:decimal:10,2', enter);
    await terminal.shows('Product name:char:80 price:decimal:10,2: the next field');
    terminal.type(enter);
    await terminal.shows('Another one beside these?');
    terminal.type(enter);
    await terminal.shows('Create it?');
    terminal.type(enter);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toContain("'--resource=Product name:char:80 price:decimal:10,2'");
    expect(readFileSync(join(cwd, 'shop/products/models.py'), 'utf8')).toContain(
      'price = models.DecimalField(max_digits=10, decimal_places=2)',
    );
  });

  test('where they do not fit together, one is written anew, also where nothing is drawn', async () => {
    const cwd = scratch();
    const said = [
      'library',
      '--title=A',
      '--database=sqlite',
      '--website',
      '--docs',
      '--auth=session',
      '--access=open-read',
      '--no-git',
      '--no-up',
    ];
    const terminal = new PseudoTerminal(said, { cwd, environment: { TERM: 'dumb' } });
    const conversation = [
      ['[suggested] ', 'own'],
      ['[Book] ', 'Book'],
      ['[] ', 'author:fk:Author'],
      ['[] ', ''],
      ['[no] ', 'yes'],
      ['[] ', 'Tag'],
      ['[] ', 'name:char:50'],
      ['[] ', ''],
      ['[no] ', ''],
      ['but no resource has that name. Add a resource Author, or reference Book, Tag or user.', ''],
      ['Which one do you want to write anew?', 'Book'],
      ['Answer 1 or 2.', '1'],
      ['[] ', 'Book'],
      ['[] ', 'title:char:100'],
      ['[] ', ''],
      ['So far: Tag, Book. [no] ', ''],
      ['[create] ', ''],
    ] as const;
    for (const [shown, answer] of conversation) {
      await terminal.shows(shown);
      if (!shown.startsWith('but')) terminal.type(answer, enter);
    }
    expect(await terminal.exitCode()).toBe(0);
    expect(listing(cwd)).toEqual(expect.arrayContaining(['library/books/models.py', 'library/tags/models.py']));
  });
});

describe('at the question for the directory', () => {
  test('a name that would break is refused with the nearest that would not', async () => {
    const terminal = new PseudoTerminal([], { cwd: scratch() });
    await terminal.shows(QUESTIONS[0] ?? '');
    terminal.type('My Shop', enter);
    await terminal.shows('Take my-shop, or');
    terminal.type(KEYS.clear, 'my-shop', enter);
    await terminal.shows('What is its title?');
    terminal.type(KEYS['Ctrl-C']);
    expect(await terminal.exitCode()).toBe(130);
  });

  test('files that are in the way are told right there', async () => {
    const cwd = scratch();
    lay(cwd, { 'library/README.md': '# Mine\n', 'library/manage.py': 'mine\n', 'library/notes.txt': 'mine\n' });
    const terminal = new PseudoTerminal([], { cwd });
    await terminal.shows(QUESTIONS[0] ?? '');
    terminal.type(enter);
    await terminal.shows('README.md, manage.py');
    terminal.type(KEYS['Ctrl-C']);
    expect(await terminal.exitCode()).toBe(130);
    expect(listing(cwd)).toEqual(['library/', 'library/README.md', 'library/manage.py', 'library/notes.txt']);
  });

  test('a file is no directory', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'library'), 'mine');
    const terminal = new PseudoTerminal([], { cwd });
    await terminal.shows(QUESTIONS[0] ?? '');
    terminal.type(enter);
    await terminal.shows('is a file');
    terminal.type(KEYS.escape);
    expect(await terminal.exitCode()).toBe(130);
    expect(readFileSync(join(cwd, 'library'), 'utf8')).toBe('mine');
  });
});

describe('leaving', () => {
  test.each([...QUESTIONS.entries()])(
    'Ctrl-C at question %d, %s, writes nothing and exits with 130',
    async (place, question) => {
      const cwd = scratch();
      const terminal = new PseudoTerminal([], { cwd });
      for (const earlier of QUESTIONS.slice(0, place)) {
        await terminal.shows(earlier);
        terminal.type(enter);
      }
      await terminal.shows(question);
      terminal.type(KEYS['Ctrl-C']);
      expect(await terminal.exitCode()).toBe(130);
      expect(terminal.text).toMatch(/\nCancelled\. Nothing was written\.\n$/);
      expect(listing(cwd)).toEqual([]);
    },
  );

  test.each([
    ['while the directory is looked at', '', []],
    ['while a directory is looked at that cannot be', 'My Shop', []],
    ['right behind an answer', '', [enter, enter]],
  ] as const)('Ctrl-C %s', async (_, answer, before) => {
    const cwd = scratch();
    const terminal = new PseudoTerminal([], { cwd });
    for (const [place, key] of before.entries()) {
      await terminal.shows(QUESTIONS[place] ?? '');
      terminal.type(key);
    }
    await terminal.shows(QUESTIONS[before.length] ?? '');
    // Both at once, as from a paste.
    terminal.type(`${answer}${enter}${KEYS['Ctrl-C']}`);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text).toMatch(/\nCancelled\. Nothing was written\.\n$/);
    expect(listing(cwd)).toEqual([]);
  });

  test.each(['Ctrl-C', 'Ctrl-D', 'escape'] as const)('%s at the summary', async (key) => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(
      [
        'library',
        '--title=A',
        '--resource=Book title:char:250',
        '--database=sqlite',
        '--website',
        '--docs',
        '--auth=session',
        '--access=open-read',
        '--no-up',
      ],
      { cwd },
    );
    await terminal.shows('A git repository');
    terminal.type(enter);
    await terminal.shows('Create it?');
    terminal.type(KEYS[key]);
    expect(await terminal.exitCode()).toBe(130);
    expect(listing(cwd)).toEqual([]);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('%s while a question waits exits with %d', async (signal, code) => {
    const cwd = scratch();
    const terminal = new PseudoTerminal([], { cwd });
    await terminal.shows(QUESTIONS[0] ?? '');
    terminal.kill(signal);
    expect(await terminal.exitCode()).toBe(code);
    expect(terminal.text).toContain('Cancelled. Nothing was written.');
    expect(listing(cwd)).toEqual([]);
  });
});

/** Code that runs inside the tool: what becomes of a closed terminal arrives in an order that the kernel decides, so each is brought about. */
const ORDERS = {
  'whichever comes first': '',
  // The signal is heard before anything is read again.
  'by its signal first': `
    setTimeout(() => {
      while (require('node:tty').isatty(0)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      process.emit('SIGHUP');
    }, 200);`,
  // As where a shell between ends late, or ignores it.
  'without a signal': `
    const emit = process.emit;
    process.emit = (name, ...values) => name === 'SIGHUP' || Reflect.apply(emit, process, [name, ...values]);`,
};

describe.each(Object.entries(ORDERS))('a terminal that is closed, %s,', (_, code) => {
  test.each([{}, { TERM: 'dumb' }])('ends it as it ends anything, with %j', async (added) => {
    const cwd = scratch();
    lay(cwd, { '../order.cjs': `if (process.argv[1] === ${JSON.stringify(CLI)}) {${code}\n}` });
    const terminal = new PseudoTerminal([], {
      cwd,
      environment: { NODE_OPTIONS: `--require=${join(cwd, '../order.cjs')}`, ...added },
    });
    await terminal.shows(QUESTIONS[0] ?? '');
    await terminal.shows('library');
    terminal.close();
    expect(await terminal.exitCode()).toBe(129);
    expect(listing(cwd)).toEqual([]);
  });
});

describe('what is drawn', () => {
  test.each([40, 80, 200])('fits into %d columns', async (columns) => {
    const terminal = new PseudoTerminal([], { cwd: scratch(), columns, environment });
    await enterAlone(terminal);
    expect(await terminal.exitCode()).toBe(0);
    const lines = terminal.text.split('\n').filter((line) => !line.startsWith('npm create'));
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(columns);
    // What is wrapped, is wrapped between words.
    expect(terminal.text.replaceAll(/\s*\n(?:│ *)?/g, ' ')).toContain(
      'A new folder, or a repository that you already have. Its last part becomes the name of the project.',
    );
  });

  test('has colours, and none with NO_COLOR', async () => {
    const colours = ['\u001B[2m', '\u001B[32m', '\u001B[36m', '\u001B[90m'];
    for (const [added, has] of [
      [{}, true],
      [{ NO_COLOR: '1' }, false],
    ] as const) {
      const terminal = new PseudoTerminal([], { cwd: scratch(), environment: { ...environment, ...added } });
      await enterAlone(terminal);
      expect(await terminal.exitCode()).toBe(0);
      expect(colours.map((colour) => terminal.raw.includes(colour))).toEqual(colours.map(() => has));
    }
  });
});

describe('a question mark', () => {
  test('tells the choices, the flag and where the README says more, and the question stays', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(
      [
        '--resource=Book title:char:250',
        '--website',
        '--docs',
        '--auth=session',
        '--access=open-read',
        '--no-git',
        '--no-up',
      ],
      { cwd },
    );
    await terminal.shows('Where shall the project go?');
    terminal.type('?', enter);
    await terminal.shows('On the command line: DIRECTORY');
    terminal.type(KEYS.clear, 'shop', enter);
    await terminal.shows('What is its title?');
    terminal.type(enter);
    await terminal.shows('Which database?');
    terminal.type('?');
    await terminal.shows('- PostgreSQL: a container of its own, as in production.');
    await terminal.shows('On the command line: --database postgres|sqlite');
    await terminal.shows('In the README: https://www.npmjs.com/package/create-drf-docker#options');
    terminal.type(KEYS.down, enter);
    await terminal.shows('Create it?');
    terminal.type(enter);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text).toContain('create drf-docker@latest shop -- ');
    expect(terminal.text).toContain('--database=sqlite');
  });

  test('does so at yes and no, and without drawing', async () => {
    for (const environment of [{}, { ACCESSIBLE: '1' }]) {
      const terminal = new PseudoTerminal(
        [
          'shop',
          '--title=Shop',
          '--resource=Book title:char:250',
          '--database=sqlite',
          '--docs',
          '--auth=session',
          '--access=open-read',
          '--no-git',
          '--no-up',
        ],
        { cwd: scratch(), environment },
      );
      await terminal.shows('Web pages beside the API?');
      terminal.type('?', ...('ACCESSIBLE' in environment ? [enter] : []));
      await terminal.shows('On the command line: --[no-]website');
      // Where it is drawn, the letter alone answers; an Enter behind it would be the answer to what comes next.
      terminal.type('n', ...('ACCESSIBLE' in environment ? [enter] : []));
      await terminal.shows('Create it?');
      terminal.type(KEYS['Ctrl-C']);
      expect(await terminal.exitCode()).toBe(130);
      expect(terminal.text).toContain('--no-website');
    }
  });
});

test('a target that appears while it asks is not touched, and that is said', async () => {
  const cwd = scratch();
  const terminal = new PseudoTerminal(
    [
      'library',
      '--title=A',
      '--resource=Book title:char:250',
      '--database=sqlite',
      '--website',
      '--docs',
      '--auth=session',
      '--access=open-read',
      '--no-up',
    ],
    { cwd },
  );
  await terminal.shows('A git repository');
  lay(cwd, { 'library/README.md': '# Theirs\n' });
  terminal.type(enter);
  await terminal.shows('Create it?');
  terminal.type(enter);
  expect(await terminal.exitCode()).toBe(1);
  expect(terminal.text).toContain('README.md');
  expect(listing(cwd)).toEqual(['library/', 'library/README.md']);
  expect(readFileSync(join(cwd, 'library/README.md'), 'utf8')).toBe('# Theirs\n');
});

test('in 20 columns it asks without drawing', async () => {
  const cwd = scratch();
  const terminal = new PseudoTerminal(['--no-git', '--no-up'], { cwd, columns: 20 });
  expect(await terminal.enterToTheEnd()).toBe(0);
  // What hides the cursor, before anything is drawn over.
  expect(terminal.raw).not.toContain('\u001B[?25l');
  expect(listing(cwd)).toContain('library/manage.py');
});

describe.each([{ TERM: 'dumb' }, { ACCESSIBLE: '1', NO_COLOR: '1' }])('with %j', (added) => {
  test('every question is a line, and nothing is drawn over', async () => {
    const cwd = scratch();
    const terminal = new PseudoTerminal(['--resource=Book title:char:250'], {
      cwd,
      environment: { ...environment, ...added },
    });
    await terminal.shows('[library] ');
    terminal.type('Shop', enter);
    await terminal.shows('Take shop, or');
    terminal.type('shop', enter);
    for (const suggestion of ['[Shop] ', '[postgres] ', '[yes] ', '[yes] ', '[session] ', '[open-read] ', '[yes] ']) {
      await terminal.shows(suggestion);
      terminal.type(enter);
    }
    await terminal.shows('Build and start it now?');
    await terminal.shows('[yes] ');
    terminal.type('maybe', enter);
    await terminal.shows('Answer yes or no.');
    terminal.type('no', enter);
    await terminal.shows('[create] ');
    terminal.type(enter);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.raw).not.toContain('\u001B');
    expect(listing(cwd)).toContain('shop/manage.py');
  });

  test.each(['Ctrl-C', 'Ctrl-D'] as const)('%s leaves', async (key) => {
    const cwd = scratch();
    const terminal = new PseudoTerminal([], { cwd, environment: added });
    await terminal.shows('[library] ');
    terminal.type(KEYS[key]);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text).toContain('Cancelled. Nothing was written.');
    expect(listing(cwd)).toEqual([]);
  });
});

test('where Docker cannot be used, it is said and not asked', async () => {
  const cwd = scratch();
  const terminal = new PseudoTerminal(
    [
      'library',
      '--title=A',
      '--resource=Book title:char:250',
      '--database=sqlite',
      '--website',
      '--docs',
      '--auth=session',
      '--access=open-read',
      '--no-git',
    ],
    { cwd, environment: { PATH: '/nowhere' } },
  );
  await terminal.shows('Docker is not installed');
  await terminal.shows('Create it?');
  terminal.type(enter);
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text).not.toContain('Build and start it now?');
  expect(terminal.text).toContain('docker compose up --wait\n');
});
