import { afterAll, describe, expect, test } from 'vitest';
import { coveringLines } from './covering-resources.ts';
import { NAMES, RELATIONS, TOGETHER } from './project-resources.ts';
import { RenderedProject } from './rendered-project.ts';

/** Projects about many things at once, each with other answers beside. */
const PROJECTS = {
  'every type with every modifier and @ word': {
    lines: coveringLines(),
    answers: { database: 'sqlite', pagination: 'cursor' },
  },
  'resources that belong together': { lines: TOGETHER, answers: { database: 'sqlite', views: 'viewset' } },
  names: { lines: NAMES, answers: { views: 'function', pagination: 'cursor' } },
  relations: { lines: RELATIONS, answers: { views: 'generic' } },
} as const;

/** What must hold of each, on SQLite in a virtual environment. */
const CHECKS = [
  ['ruff check', ['ruff', 'check', '--no-cache']],
  ['ruff format', ['ruff', 'format', '--no-cache', '--check']],
  ['the system check', ['python', 'manage.py', 'check', '--fail-level', 'WARNING']],
  ['no missing migration', ['python', 'manage.py', 'makemigrations', '--check', '--dry-run']],
  ['migrations and sample data', ['python', 'manage.py', 'prepare_development']],
  ['its own tests', ['python', '-m', 'pytest', '-q', '-p', 'no:cacheprovider']],
] as const;

// Side by side, for most of the time one core runs one project's tests.
describe.concurrent.each(Object.entries(PROJECTS))('a project of %s', (_name, { lines, answers }) => {
  const project = new RenderedProject(lines, answers);
  afterAll(() => {
    project[Symbol.dispose]();
  });

  test.concurrent.each(CHECKS)('passes: %s', async (_what, [program, ...args]) => {
    const ended = await project.run(program, ...args);
    expect(ended.code, ended.said).toBe(0);
    expect(ended.said).not.toContain('not loaded');
  });
});
