import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../src/answers/complete.ts';
import { EXAMPLES } from '../src/terminal/show/help.ts';
import { render } from '../src/render/render.ts';
import { VERSION } from '../src/embedded/version.ts';
import { lay, listing, scratch } from './machine/scratch.ts';
import { CLI, cleanEnvironment, runCli } from './run-cli.ts';

/** A document that a program would read. */
function parsed(text: string): Record<string, unknown> {
  const document: unknown = JSON.parse(text);
  if (typeof document !== 'object' || document === null) throw new Error(text);
  return { ...document };
}

describe('--version', () => {
  test('prints the version and nothing else', () => {
    expect(runCli(['--version'], { cwd: scratch() })).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' });
    expect(runCli(['-v', 'library', '--yes'], { cwd: scratch() }).stdout).toBe(`${VERSION}\n`);
  });

  test('gives JSON with --json', () => {
    expect(parsed(runCli(['--version', '--json'], { cwd: scratch() }).stdout)).toEqual({
      ok: true,
      exitCode: 0,
      version: VERSION,
    });
  });
});

describe('--help', () => {
  test('fits one screen', () => {
    const { exitCode, stdout, stderr } = runCli(['--help'], { cwd: scratch() });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(24);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('reads the same without a terminal as with colours', () => {
    const [plain, coloured] = [{}, { FORCE_COLOR: '1' }].map(
      (environment) => runCli(['--help'], { cwd: scratch(), environment }).stdout,
    );
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(String(coloured))).toBe(plain);
  });

  test.each([['--help', 'database'], ['--help=database'], ['create', '-h', 'database']])(
    '%s %s %s shows the options of a topic',
    (...args) => {
      const { exitCode, stdout } = runCli(args, { cwd: scratch() });
      expect({ exitCode, title: stdout.split('\n')[0] }).toEqual({
        exitCode: 0,
        title: 'Database and background tasks',
      });
    },
  );

  test('refuses a topic that there is none of', () => {
    expect(runCli(['--help', 'databse'], { cwd: scratch() })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: Unknown help topic "databse".
  Choose all, project, api, auth, database, python, production, docker or
  general. Did you mean database?
`,
    });
  });

  test('gives the schema of all options with --json', () => {
    const { exitCode, stdout } = runCli(['-h', '--json'], { cwd: scratch() });
    expect(exitCode).toBe(0);
    expect(parsed(stdout)).toMatchObject({
      ok: true,
      schema: { properties: { database: { enum: ['postgres', 'sqlite'] }, dryRun: { type: 'boolean' } } },
    });
  });

  test('its examples work', () => {
    const cwd = scratch();
    const [asks, up, shop, copy] = EXAMPLES.map(({ directory, flags }) => [
      ...(directory === undefined ? [] : [directory]),
      ...flags,
    ]);
    expect(asks).toEqual([]);
    // Docker is for the tests with Docker.
    expect(
      runCli(
        (up ?? []).filter((arg) => arg !== '--up'),
        { cwd },
      ).exitCode,
    ).toBe(0);
    expect(runCli(shop ?? [], { cwd }).exitCode).toBe(0);
    expect(runCli(copy ?? [], { cwd }).exitCode).toBe(0);
    expect(listing(cwd).filter((path) => /^[a-z]+\/$/.test(path))).toEqual(['copy/', 'library/', 'shop/']);
    expect(readFileSync(join(cwd, 'shop/.drf-docker.json'), 'utf8')).toContain('"database": "sqlite"');
  });
});

describe('without a terminal', () => {
  test('--yes takes the defaults', () => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runCli(['--yes'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Created library with \d+ files\.\n\nNext:\n {2}cd library\n {2}docker compose up --wait\n {2}\S+ http:\/\/127\.0\.0\.1:8000\/\n/,
    );
    expect(listing(cwd)).toContain('library/manage.py');
  });

  test('create is the command that is run without a word for it, and ./create is a directory', () => {
    const cwd = scratch();
    expect(runCli(['create', '--yes'], { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(listing(cwd)).toContain('library/manage.py');
    expect(listing(cwd)).not.toContain('create/');
    const { exitCode, stdout } = runCli(['./create', '--yes', '--json'], { cwd });
    expect({ exitCode, command: parsed(stdout)['command'] }).toEqual({
      exitCode: 0,
      command: 'npm create drf-docker@latest ./create -- --yes',
    });
    expect(listing(cwd)).toContain('create/manage.py');
    const again = runCli(['create', 'create', '--yes', '--dry-run', '--json'], { cwd });
    expect(parsed(again.stdout)['command']).toBe('npm create drf-docker@latest ./create -- --yes');
  });

  test('flags alone are enough where they say everything', () => {
    const cwd = scratch();
    expect(
      runCli(
        [
          '--name=shop',
          '--title=Shop',
          '--resource=Book title:char:250',
          '--database=sqlite',
          '--no-website',
          '--docs',
          '--auth=session',
          '--access=open-read',
        ],
        { cwd },
      ).exitCode,
    ).toBe(0);
    expect(listing(cwd)).toContain('shop/manage.py');
  });

  test('what is missing is said, and nothing is made', () => {
    const cwd = scratch();
    expect(runCli(['--database=sqlite'], { cwd })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: Cannot prompt here, and 7 answers are missing.
  Missing:
    DIRECTORY
    --title TEXT
    --resource LINE
    --[no-]website
    --[no-]docs
    --auth POLICY
    --access RULE
  Give them, or add --yes for the defaults. With npm, flags go after a --.
`,
    });
    expect(listing(cwd)).toEqual([]);
  });

  test('what is named otherwise is said, kept in its new form, and replays to the same bytes', () => {
    const cwd = scratch();
    const lines = ['--resource=movie title:char:80', '--resource=message text:text movie:fk:movie'];
    const { exitCode, stdout, stderr } = runCli(['cinema', '--yes', '--no-website', ...lines], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^The model movie is named Movie, as Django writes class names\.\nThe model message is named Message, as Django writes class names\.\nThe app of Message is named site_messages: messages is the name of an installed\napp\. Words and URLs keep messages\.\nCreated cinema/,
    );
    expect(readFileSync(join(cwd, 'cinema/site_messages/models.py'), 'utf8')).toContain('class Message(models.Model)');
    expect(readFileSync(join(cwd, 'cinema/site_messages/urls.py'), 'utf8')).toContain('"messages/"');
    expect(readFileSync(join(cwd, 'cinema/movies/admin.py'), 'utf8')).toContain('class MovieAdmin(');
    const answers = readFileSync(join(cwd, 'cinema/.drf-docker.json'), 'utf8');
    expect(answers).toContain('"to": "Movie"');
    const replayed = runCli(
      ['copy', '--answers=cinema/.drf-docker.json', '--name=cinema', '--title=Cinema', '--json'],
      { cwd },
    );
    expect(parsed(replayed.stdout)).toMatchObject({
      ok: true,
      notes: [
        'The app of Message is named site_messages: messages is the name of an installed app. Words and URLs keep messages.',
      ],
    });
    expect(readFileSync(join(cwd, 'copy/.drf-docker.json'), 'utf8')).toBe(answers);
  });

  test('an answers file replays to the same bytes, but for the secrets', () => {
    const cwd = scratch();
    expect(
      runCli(['library', '--yes', '--title=Anna’s "library"', '--no-docs', '--database=sqlite'], { cwd }).exitCode,
    ).toBe(0);
    expect(runCli(['copy', '--answers=library/.drf-docker.json'], { cwd }).exitCode).toBe(0);
    const files = listing(join(cwd, 'library')).filter((path) => !path.endsWith('/') && path !== '.env');
    expect(listing(join(cwd, 'copy')).filter((path) => !path.endsWith('/') && path !== '.env')).toEqual(files);
    for (const path of files)
      expect(readFileSync(join(cwd, 'copy', path), 'utf8'), path).toBe(
        readFileSync(join(cwd, 'library', path), 'utf8'),
      );
    expect(readFileSync(join(cwd, 'copy/.env'), 'utf8')).not.toBe(readFileSync(join(cwd, 'library/.env'), 'utf8'));
  });

  test('the same again adds nothing and hurts nothing', () => {
    const cwd = scratch();
    runCli(['--yes'], { cwd });
    const secrets = readFileSync(join(cwd, 'library/.env'), 'utf8');
    const { exitCode, stdout } = runCli(['--yes'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Added 0 files to library; \d+ were there already, unchanged\.\n/);
    expect(readFileSync(join(cwd, 'library/.env'), 'utf8')).toBe(secrets);
  });

  test('the directory may be the one that one stands in', () => {
    const cwd = join(scratch(), 'shop');
    mkdirSync(cwd);
    const { exitCode, stdout } = runCli(['.', '--yes'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Next:\n  docker compose up --wait\n');
    expect(readFileSync(join(cwd, '.drf-docker.json'), 'utf8')).toContain('"name": "shop"');
  });
});

describe('bad input ends with 2, every problem at once, and nothing is made', () => {
  const next = 'Give the .drf-docker.json of a project.';

  test('in words', () => {
    const cwd = scratch();
    expect(
      runCli(['My Shop', 'b', '--databse=x', '--database=mysql', '--title=', '--answers=none.json'], { cwd }),
    ).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Error: Unknown option --databse.
  Did you mean --database?

Error: There is more than one directory: "My Shop", "b".
  Give one. A value with a space needs quotes; behind npm create, flags need a
  -- before them.

Error: none.json does not exist.
  ${next}

Error: The project cannot be named "My Shop".
  Docker allows no capital letters in the name of an image.
  Take --name my-shop, or another.

Error: The title is empty.
  Give one with --title TEXT.

Error: --database cannot be "mysql".
  Choose postgres or sqlite.
`,
    });
    expect(listing(cwd)).toEqual([]);
  });

  test('a path that Docker Compose cannot mount', () => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runCli(['co:lon/lib', '--yes', '--up'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toBe(
      `Error: Docker Compose cannot mount "${join(cwd, 'co:lon/lib')}". The path has a colon in it. Nothing was written. Choose a directory without. `,
    );
    expect(listing(cwd)).toEqual([]);
    const inside = join(cwd, '100%');
    mkdirSync(inside);
    expect(runCli(['--yes', '--dry-run'], { cwd: inside })).toMatchObject({ exitCode: 2, stdout: '' });
    expect(listing(inside)).toEqual([]);
  });

  test('as JSON, with the words on stderr', () => {
    const { exitCode, stdout, stderr } = runCli(['library', '--json', '--yes', '--python=2.7'], { cwd: scratch() });
    expect(exitCode).toBe(2);
    expect(stderr).toBe('Error: --python cannot be "2.7".\n  Choose 3.14 or 3.13.\n');
    expect(parsed(stdout)).toEqual({
      ok: false,
      exitCode: 2,
      problems: [{ what: '--python cannot be "2.7"', next: 'Choose 3.14 or 3.13.' }],
    });
  });

  test.each([
    ['no JSON', '{', /^Error: a\.json is not JSON\.\n/],
    ['of another tool', '{"generator":"copier"}', /^Error: a\.json is not an answers file of create-drf-docker\.\n/],
    [
      'newer',
      '{"generator":"create-drf-docker","version":"99.0.0","answers":{}}',
      /^Error: a\.json was written by version 99\.0\.0, and this is /,
    ],
    ['too long', ' '.repeat(10_000_000), /^Error: a\.json is too long for an answers file\.\n/],
  ])('an answers file that is %s', (_what, text, message) => {
    const cwd = scratch();
    lay(cwd, { 'a.json': text });
    const { exitCode, stdout, stderr } = runCli(['library', '--answers=a.json', '--yes'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(listing(cwd)).toEqual(['a.json']);
  });
});

describe('--json', () => {
  test('gives one document about what was made', () => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runCli(['shop', '--yes', '--json', '--no-docs'], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^Created shop with \d+ files\.\n/);
    expect(parsed(stdout)).toMatchObject({
      ok: true,
      exitCode: 0,
      problems: [],
      directory: join(cwd, 'shop'),
      command: 'npm create drf-docker@latest shop -- --no-docs --yes',
      answers: { name: 'shop', docs: false },
      same: [],
    });
    expect(parsed(stdout)['added']).toContain('manage.py');
  });
});

describe('--dry-run', () => {
  test('prints the tree with sizes and touches nothing', () => {
    const cwd = scratch();
    const { exitCode, stdout } = runCli(['work/shop', '--yes', '--dry-run', '--git', '--up'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^work\/shop\/\n├── \.dockerignore {2}\d+ B\n/);
    expect(stdout).toContain('├── books/\n│   ├── ');
    expect(stdout).toMatch(/\n\d+ files, \d+\.\d kB; and \.env with secrets of its own\.\nNothing was written\.\n$/);
    expect(listing(cwd)).toEqual([]);
  });

  test('gives every text with --json', () => {
    const cwd = scratch();
    const document = parsed(runCli(['shop', '--yes', '--dry-run', '--json'], { cwd }).stdout);
    expect(document).toMatchObject({
      ok: true,
      exitCode: 0,
      dryRun: true,
      directory: join(cwd, 'shop'),
      conflicts: [],
    });
    const answers = completeProjectAnswers({ name: 'shop' });
    const text = 'value' in answers ? render(answers.value).get('.drf-docker.json') : undefined;
    expect(document['files']).toContainEqual({
      path: '.drf-docker.json',
      state: 'new',
      bytes: Buffer.byteLength(text ?? ''),
      text,
    });
    expect(listing(cwd)).toEqual([]);
  });

  test('says what would be in the way, and ends as the real run would', () => {
    const cwd = scratch();
    lay(cwd, { 'library/manage.py': 'mine\n' });
    const { exitCode, stdout } = runCli(['--yes', '--dry-run'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('manage.py');
    expect(stdout).toContain('It would be refused, for these are in the way: manage.py.\nNothing was written.\n');
    expect(runCli(['--yes'], { cwd }).exitCode).toBe(1);
    expect(listing(cwd)).toEqual(['library/', 'library/manage.py']);
  });
});

describe('what fails leaves nothing', () => {
  test('files in the way stop it before anything is written', () => {
    const cwd = scratch();
    lay(cwd, { 'library/manage.py': 'mine\n', 'library/README.md': 'mine\n' });
    const { exitCode, stdout, stderr } = runCli(['--yes'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('are there already and differ:\n    README.md\n    manage.py\n');
    expect(listing(cwd)).toEqual(['library/', 'library/README.md', 'library/manage.py']);
  });

  test('a folder that is gone is said', () => {
    const gone = join(scratch(), 'gone');
    mkdirSync(gone);
    const { status, stderr } = spawnSync('sh', ['-c', `rmdir "$PWD" && exec "${process.execPath}" "${CLI}" --yes`], {
      cwd: gone,
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Error: The current directory no longer exists.\n  Change to another directory, then run the command again.\n',
    );
  });

  test('Docker missing is said, the project stays, and it is a failure', () => {
    const cwd = scratch();
    const { exitCode, stdout, stderr } = runCli(['--yes', '--up', '--json'], {
      cwd,
      environment: { PATH: '/nowhere' },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Created library with \d+ files\.\n\nError: Docker is not installed/);
    expect(stderr).toContain('  docker compose up --wait\n');
    expect(parsed(stdout)).toMatchObject({
      ok: false,
      exitCode: 1,
      problems: [{ what: 'Docker is not installed, or its command docker is not on the PATH' }],
    });
    expect(listing(cwd)).toContain('library/manage.py');
  });

  test('git missing is said, the project stays, and it is a failure', () => {
    const cwd = scratch();
    const { exitCode, stderr } = runCli(['--yes', '--git'], { cwd, environment: { PATH: '/nowhere' } });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^\nError: Git is not installed\.\n/);
    expect(listing(cwd)).toContain('library/manage.py');
  });
});

describe('a reader that goes away', () => {
  test('does not stop what was asked for, and is no error', () => {
    const cwd = scratch();
    const command = `"${process.execPath}" "${CLI}" --yes --dry-run --json | head -1; "${process.execPath}" "${CLI}" --yes >&- 2>&-; echo $?`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, env: cleanEnvironment(), encoding: 'utf8' });
    expect(stdout).toBe('{\n0\n');
    expect(stderr).toBe('');
    expect(listing(cwd)).toContain('library/manage.py');
  });
});

/** Opens a named pipe for writing as soon as it is read; opened as usual, it would wait for ever for a reader that has died. */
async function writerTo(pipe: string): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('The pipe has no reader');
}

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s while the answers file is read exits with %d, and nothing is made', async (signal, code) => {
    const cwd = scratch();
    spawnSync('mkfifo', [join(cwd, 'answers')]);
    const child = spawn(process.execPath, [CLI, 'library', '--yes', '--answers=answers'], {
      cwd,
      env: cleanEnvironment(),
    });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    // A hangup ends it as a hangup ends anything; a shell gives the same number for that.
    const ended = new Promise<number | null>((resolve) =>
      child.once('exit', (exitCode, by) => {
        resolve(by === 'SIGHUP' ? 129 : exitCode);
      }),
    );
    const answers = await writerTo(join(cwd, 'answers'));
    child.kill(signal);
    writeSync(answers, '{"generator":"create-drf-docker","version":"0.0.1","answers":{}}');
    closeSync(answers);
    expect(await ended).toBe(code);
    expect(stderr).toBe('Cancelled. Nothing was written.\n');
    rmSync(join(cwd, 'answers'));
    expect(listing(cwd)).toEqual([]);
  });
});

test('--debug shows where an error came from', () => {
  const { exitCode, stderr } = runCli(['library', '--debug', '--python=2'], { cwd: scratch() });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^Error: --python cannot be "2"\.\n {2}Choose 3\.14 or 3\.13\.\n\nProblemError: /);
  expect(stderr).toContain('\n    at ');
});
