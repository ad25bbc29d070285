import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOOL_VERSIONS } from '../../src/embedded/embedded.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { NAMES, RELATIONS, TOGETHER } from '../python/project-resources.ts';
import { answersOf, ROWS, VALUES } from './combination-rows.ts';
import { allPairs, pairsIn } from './covering-rows.ts';
import { EVERY, sampled } from './every.ts';
import { temporaryFolder } from './packed-tool.ts';
import { writeProject } from './written-project.ts';

/** Many things at once, on the Django that test/python has not: what they need of its version shows here. */
const THINGS = [
  { django: '6.1', database: 'sqlite', views: 'viewset', resources: resourcesOf(...TOGETHER) },
  { django: '6.1', views: 'function', pagination: 'cursor', resources: resourcesOf(...NAMES) },
  { django: '6.1', views: 'generic', resources: resourcesOf(...RELATIONS) },
] as const;

/** The projects of each Python: in CI one of three, and the largest of the others. */
const PROJECTS = Object.fromEntries(
  (VALUES['python'] ?? []).map((python, place) => {
    const rows = sampled(
      ROWS.filter((row) => row['python'] === python),
      4,
    ).map(answersOf);
    return [python, place === 0 ? [...rows, ...sampled(THINGS, 1)] : rows];
  }),
);

/** A project in one line: its answers, and how many things it is about where they are its own. */
function inWords({ resources, ...answers }: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(answers).map(([key, value]) => `${key} ${String(value)}`);
  return [...words, ...(Array.isArray(resources) ? [`${resources.length} resources`] : [])].join(', ');
}

const DJANGOS = VALUES['django'] ?? [];

/** Projects that have every package between them: those of each policy, of each server, and of the worker. */
const WITH_PACKAGES = [
  { auth: 'jwt', server: 'gunicorn', services: 'celery' },
  { auth: 'oauth2', server: 'granian' },
  { auth: 'oauth1', server: 'granian' },
];

/** What must hold of each project, in a virtual environment and on SQLite, as README's "Without Docker" says. */
const CHECKS = {
  'its own tests': 'python -m pytest -q -p no:cacheprovider',
  'ruff check': 'ruff check --no-cache',
  'ruff format': 'ruff format --no-cache --check',
  'no missing migration': 'python manage.py makemigrations --check --dry-run',
  'the migrations that Django writes': [
    'again=$(mktemp -d) && cp -r . $again && cd $again && rm */migrations/0*.py',
    'python manage.py makemigrations --no-header --verbosity 0 accounts',
    'python manage.py makemigrations --no-header --verbosity 0',
    'diff --recursive --exclude=db.sqlite3 "$OLDPWD" .',
  ].join(' && '),
  'system check': 'python manage.py check --fail-level WARNING',
  'deployment check': [
    // Only with --production there is a deployment.
    '[ ! -e compose.production.yaml ] || DJANGO_DEBUG=false DJANGO_ALLOWED_HOSTS=library.example.org',
    'DJANGO_SECRET_KEY=mZ2vK8qXw4RtY7uB1nPc9sDf3gHj6kLa5eWo0iVxTbNyCzQrAd4Sf6',
    'DATABASE_URL=sqlite:////tmp/production.sqlite3 SQLITE_PATH=/tmp/production.sqlite3 REDIS_URL=redis://redis:6379',
    'python manage.py check --deploy --fail-level WARNING',
  ].join(' '),
} as const;

test('every value of every option meets every value of every other one', () => {
  expect(Object.entries(VALUES).filter(([, values]) => values.length < 2)).toEqual([]);
  const met = pairsIn(ROWS);
  expect([...allPairs(VALUES)].filter((pair) => !met.has(pair))).toEqual([]);
  if (EVERY) expect(Object.values(PROJECTS).flat()).toHaveLength(ROWS.length + THINGS.length);
});

describe.each(Object.entries(PROJECTS))('in a virtual environment of Python %s', (python, projects) => {
  const folder = temporaryFolder('drf-docker-combinations');
  const container = `drf-docker-combinations-${python.replace('.', '')}-${process.pid}`;

  beforeAll(() => {
    for (const [number, answers] of projects.entries())
      writeProject(join(folder.path, String(number)), { ...answers, python });
    // Between them they have every package; pipenv installs exactly what a lock says.
    for (const django of DJANGOS) {
      for (const answers of WITH_PACKAGES)
        writeProject(join(folder.path, django, answers.auth), {
          ...answers,
          python,
          django,
          cors: 'https://app.example.com',
          resources: resourcesOf(...TOGETHER),
        });
    }
    execFileSync('chmod', ['-R', 'a+rwX', folder.path]);
    const image = `python:${python}-slim`;
    execFileSync('docker', [
      'run',
      '--detach',
      '--rm',
      '--name',
      container,
      '--volume',
      `${folder.path}:/projects`,
      image,
      'sleep',
      '1800',
    ]);
    const install = DJANGOS.flatMap((django) => [
      `python -m venv /projects/${django}/.venv`,
      `export VIRTUAL_ENV=/projects/${django}/.venv`,
      ...WITH_PACKAGES.map(({ auth }) => `cd /projects/${django}/${auth} && pipenv sync --dev`),
    ]);
    const ended = spawnSync(
      'docker',
      ['exec', container, 'sh', '-c', [`pip install -q pipenv==${TOOL_VERSIONS.pipenv}`, ...install].join(' && ')],
      { encoding: 'utf8' },
    );
    expect(ended.status, ended.stderr).toBe(0);
  });
  afterAll(() => {
    spawnSync('docker', ['rm', '--force', container]);
    folder[Symbol.dispose]();
  });

  test.each(projects.map((answers, number) => [inWords(answers), String(answers.django), number] as const))(
    '%s: everything is green at birth',
    (_words, django, number) => {
      for (const [what, command] of Object.entries(CHECKS)) {
        const line = `cd /projects/${number} && PATH=/projects/${django}/.venv/bin:$PATH && ${command}`;
        const ended = spawnSync(
          'docker',
          [
            'exec',
            '--user',
            '1000:1000',
            '--env',
            'HOME=/tmp',
            '--env',
            'PYTHONDONTWRITEBYTECODE=1',
            container,
            'sh',
            '-c',
            line,
          ],
          { encoding: 'utf8' },
        );
        expect([what, ended.status], ended.stdout + ended.stderr).toEqual([what, 0]);
      }
    },
  );
});
