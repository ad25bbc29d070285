import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { behind } from '../../scripts/line-origin.mjs';
import { markedTemplates, originsOf } from '../../scripts/marked-templates.mjs';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import type { ProjectAnswers } from '../../src/options/table.ts';
import { PRESETS } from '../../src/options/presets/index.ts';
import { render, renderFrom } from '../../src/render/render.ts';
import { lay, scratch } from '../machine/scratch.ts';
import { cleanEnvironment } from '../run-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const SETTINGS = 'config/settings.py';

/** Runs the command as npm does. */
function where(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/where.mjs', ...args], {
    cwd: ROOT,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function answersOf(given: object): ProjectAnswers {
  const outcome = completeProjectAnswers({ name: 'shop', ...given });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** The number of a text's first line that holds another text. */
function lineOf(text: string, part: string): number {
  const place = text.split('\n').findIndex((line) => line.includes(part));
  if (place < 0) throw new Error(`No line has ${part}`);
  return place + 1;
}

/** The line of a file of the default project, and that of a template. */
const lineIn = (path: string, part: string, given: object = {}): number =>
  lineOf(render(answersOf(given)).get(path) ?? '', part);
const templateLine = (path: string, part: string): string =>
  `${path}:${lineOf(readFileSync(join(ROOT, path), 'utf8'), part)}`;

describe('npm run where', () => {
  test('a line that a feature adds to a file: its template, slot and feature', () => {
    const part = '"whitenoise.middleware.WhiteNoiseMiddleware",';
    const line = `${SETTINGS}:${lineIn(SETTINGS, part)}`;
    const template = templateLine('templates/features/production/_slots/settings_middleware.hbs', part);
    const host = templateLine('templates/project/config/settings.py.hbs', '{{slots.settings_middleware}}');
    expect(where(line)).toEqual({
      status: 0,
      stdout: `${line}    ${part}\n\ntemplate  ${template}    ${part}\nslot      settings_middleware, printed by ${host}\nfeature   production, in src/features/production.ts\n`,
      stderr: '',
    });
  });

  test.each([
    [[], /^Usage: npm run where -- PATH\[:LINE\] \[ANSWERS\]\n/],
    [['manage.py:9999'], /^manage\.py has \d+ lines\.\n$/],
  ])('a question that cannot be answered is an error of usage: %j', (args, message) => {
    const { status, stdout, stderr } = where(...args);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

test('CONTRIBUTING shows what is printed; numbers of lines change more often than it', async () => {
  const [, asked = '', shown = ''] =
    /^\$ npm run where -- (\S+)\n(.*?)\n```/ms.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')) ?? [];
  const [path = ''] = asked.split(':');
  const part = shown.split('\n')[0]?.split('    ')[1] ?? '';
  const numberless = (text: string): string => text.replaceAll(/:\d+/g, '');
  expect(numberless(await behind(`${path}:${lineIn(path, part)}`, [], ROOT))).toBe(numberless(shown));
});

describe('behind a line', () => {
  const asked = (what: string, ...args: string[]): Promise<string> => behind(what, args, ROOT);

  test('that every project has is only a template', async () => {
    const line = `${SETTINGS}:${lineIn(SETTINGS, 'DJANGO_APPS = [')}`;
    const template = templateLine('templates/project/config/settings.py.hbs', 'DJANGO_APPS = [');
    expect(await asked(line)).toBe(
      `${line}    DJANGO_APPS = [\n\ntemplate  ${template}    DJANGO_APPS = [\nslot      none\nfeature   none`,
    );
  });

  test('in a condition of its template is that condition', async () => {
    expect(await asked(`compose.yaml:${lineIn('compose.yaml', 'image: postgres:18')}`)).toMatch(
      /^compose\.yaml:\d+ {4}image: postgres:18\n\ntemplate {2}templates\/project\/compose\.yaml\.hbs:\d+ {4}image: postgres:18\ninside {4}\{\{#if postgres\}\} in line \d+\nslot {6}none\nfeature {3}none$/,
    );
  });

  test('that prints a value of a feature are the place that prints it and the feature', async () => {
    const text = await asked(`${SETTINGS}:${lineIn(SETTINGS, '"drf_spectacular",')}`);
    expect(text).toContain('\ntemplate  templates/project/config/settings.py.hbs:');
    expect(text).toMatch(/\nfeature {3}docs, in src\/features\/docs\.ts$/);
  });

  test('that no template has is the code that writes the file', async () => {
    expect(await asked('Pipfile')).toBe('Pipfile\n\ntemplate  none, src/python/packages/pipfile.ts writes the file');
    expect(await asked(`Pipfile:${lineIn('Pipfile', 'django-axes')}`)).toMatch(
      /\nslot {6}none\nfeature {3}production, in src\/features\/production\.ts$/,
    );
  });

  test('and its file are all templates that add to it, where no line is given', async () => {
    const text = await asked(SETTINGS);
    expect(text).toMatch(
      /^config\/settings\.py\n\ntemplate {2}templates\/project\/config\/settings\.py\.hbs\nslot {6}none\nfeature {3}none\n\n/,
    );
    expect(text).toContain(
      '\ntemplate  templates/features/postgres/_slots/settings_database.hbs\nslot      settings_database, printed by ',
    );
  });

  test('of a project with other answers: flags, an answers file, or those of the project that has the file', async () => {
    const cwd = scratch();
    const given = { database: 'sqlite', production: false };
    lay(join(cwd, 'shop'), Object.fromEntries(render(answersOf(given))));
    const line = `${SETTINGS}:${lineIn(SETTINGS, 'db.sqlite3', given)}`;
    const answer = await asked(line, '--database', 'sqlite', '--no-production');
    expect(answer).toMatch(/^config\/settings\.py:\d+ .*db\.sqlite3/);
    expect(await behind(line, ['shop/.drf-docker.json'], cwd)).toBe(answer);
    expect(await behind(`shop/${line}`, [], cwd)).toBe(answer);
  });

  test.each([
    [
      ['config/setings.py:1'],
      'A project with these answers has no file config/setings.py. Did you mean config/settings.py?',
    ],
    [['manage.py', '--databse', 'sqlite'], 'Did you mean --database?'],
    [['manage.py', '--database', 'oracle'], 'Choose postgres or sqlite.'],
    [['manage.py', 'nowhere.json'], 'nowhere.json does not exist.'],
  ])('that is not there, or whose answers are wrong: %j', async ([what = '', ...args], message) => {
    await expect(asked(what, ...args)).rejects.toThrow(message);
  });
});

test('templates with marks render the same text, and every line of it has an origin', async () => {
  const { files, trees } = await markedTemplates();
  for (const { name, answers } of PRESETS) {
    const [marked, plain] = [renderFrom(trees, answersOf(answers)), render(answersOf(answers))];
    for (const [path, text] of plain) {
      // It has a hash of all the others.
      if (path === '.drf-docker.json') continue;
      const lines = originsOf(marked.get(path) ?? '');
      expect(lines.map(({ line }) => line).join('\n'), `${name}: ${path}`).toBe(text);
      if (/^Pipfile|^requirements|\/migrations\/0/.test(path)) continue;
      const unknown = lines
        .slice(0, -1)
        .filter(({ origins }) => origins.length === 0 || origins.some(({ template }) => files[template] === undefined));
      expect(unknown, `${name}: ${path}`).toEqual([]);
    }
  }
});
