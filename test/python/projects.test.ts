import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { parseResources } from '../../src/answers/resources.ts';
import { render } from '../../src/project/render.ts';
import { NAMES, RELATIONS, TYPES } from './project-resources.ts';
import { virtualenv } from './virtualenv.ts';

/** Projects about many things at once, each with other answers beside. */
const PROJECTS = {
  types: { lines: TYPES, answers: { database: 'sqlite', views: 'viewset' } },
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

let programs = '';
beforeAll(() => {
  programs = virtualenv();
});

describe.each(Object.entries(PROJECTS))('a project of all %s', (_name, { lines, answers }) => {
  const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-resources-'));

  beforeAll(() => {
    const resources = parseResources(lines);
    if ('problems' in resources) throw new Error(JSON.stringify(resources.problems));
    const outcome = completeProjectAnswers({ ...answers, resources: resources.value });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    for (const [path, text] of render(outcome.value)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(CHECKS)('passes: %s', (_what, [program, ...args]) => {
    const env = { ...process.env, PATH: `${programs}:${process.env['PATH'] ?? ''}`, PYTHONDONTWRITEBYTECODE: '1' };
    const ended = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(ended.status, ended.stdout + ended.stderr).toBe(0);
    expect(ended.stdout + ended.stderr).not.toContain('not loaded');
  });
});
