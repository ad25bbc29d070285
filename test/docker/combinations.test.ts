import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { TOOL_VERSIONS } from '../../src/project/embedded.ts';
import { render } from '../../src/project/render.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { NAMES, RELATIONS, TOGETHER } from '../python/project-resources.ts';
import { temporaryFolder } from './packed-tool.ts';

/** Every combination of database, website and docs; with each of these every way to write the views, and either pagination; every way to log in and every rule of access too. */
const ROWS = [
  { django: '5.2', database: 'postgres', website: true, docs: true, views: 'generic', pagination: 'page', auth: 'jwt', access: 'owner' },
  { django: '6.1', database: 'postgres', website: true, docs: false, views: 'generic', pagination: 'cursor', auth: 'token', access: 'private', ci: 'gitlab' },
  { django: '6.1', database: 'postgres', website: false, docs: true, views: 'function', pagination: 'cursor', auth: 'token', access: 'staff', cors: 'http://localhost:3000,https://app.example.com', ci: 'none' },
  { django: '5.2', database: 'postgres', website: false, docs: false, views: 'viewset', pagination: 'page', auth: 'oauth2', access: 'owner' },
  { django: '6.1', database: 'sqlite', website: true, docs: true, views: 'viewset', pagination: 'cursor', auth: 'session', access: 'open-read', ci: 'gitlab' },
  { django: '5.2', database: 'sqlite', website: true, docs: false, views: 'function', pagination: 'page', auth: 'session', access: 'staff', ci: 'none' },
  { django: '5.2', database: 'sqlite', website: false, docs: true, views: 'generic', pagination: 'page', auth: 'oauth1', access: 'private' },
  { django: '6.1', database: 'sqlite', website: false, docs: false, views: 'generic', pagination: 'cursor', auth: 'jwt', access: 'open-read', ci: 'gitlab' },
  { django: '6.1', database: 'sqlite', website: true, docs: true, views: 'function', pagination: 'page', auth: 'oauth2', access: 'staff', ci: 'none' },
  { django: '5.2', database: 'postgres', website: true, docs: true, views: 'viewset', pagination: 'cursor', auth: 'oauth1', access: 'owner' },
] as const;

/** Many things at once, on the Django that test/python has not: what they need of its version shows here. */
const THINGS = [
  { django: '6.1', database: 'sqlite', views: 'viewset', resources: resourcesOf(...TOGETHER) },
  { django: '6.1', views: 'function', pagination: 'cursor', resources: resourcesOf(...NAMES) },
  { django: '6.1', views: 'generic', resources: resourcesOf(...RELATIONS) },
] as const;

/** The projects of each Python. Every row meets both versions of Django: one on each. */
const PROJECTS = {
  '3.14': [...ROWS, ...THINGS],
  '3.13': ROWS.map((row) => ({ ...row, django: row.django === '5.2' ? '6.1' : '5.2' })),
};

/** A project in one line: its answers, and how many things it is about where they are its own. */
function inWords({ resources, ...answers }: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(answers).map(([key, value]) => `${key} ${String(value)}`);
  return [...words, ...(Array.isArray(resources) ? [`${resources.length} resources`] : [])].join(', ');
}

const DJANGOS = ['5.2', '6.1'];

/** The policies that come with packages of their own. */
const POLICIES_WITH_PACKAGES = ['jwt', 'oauth2', 'oauth1'];

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
    'DJANGO_ENVIRONMENT=production DJANGO_ALLOWED_HOSTS=library.example.org',
    'DJANGO_SECRET_KEY=mZ2vK8qXw4RtY7uB1nPc9sDf3gHj6kLa5eWo0iVxTbNyCzQrAd4Sf6',
    'DJANGO_JWT_SIGNING_KEY=b7QnT2wLx9ZcVm4RkYs8HdPf3GjEa6UoXi1NtCvBzMqWyDr5LgKu',
    'POSTGRES_HOST=db POSTGRES_DB=library POSTGRES_USER=library POSTGRES_PASSWORD=r8Kq2vXw9ZtB SQLITE_PATH=/tmp/production.sqlite3 MEDIA_ROOT=/tmp/media',
    'python manage.py check --deploy --fail-level WARNING',
  ].join(' '),
} as const;

function writeProject(folder: string, answers: object): void {
  const outcome = completeProjectAnswers({ ...answers });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  for (const [path, text] of render(outcome.value)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe.each(Object.entries(PROJECTS))('in a virtual environment of Python %s', (python, projects) => {
  const folder = temporaryFolder('drf-docker-combinations');
  const container = `drf-docker-combinations-${python.replace('.', '')}-${process.pid}`;

  beforeAll(() => {
    for (const [number, answers] of projects.entries()) writeProject(join(folder.path, String(number)), { ...answers, python });
    // Between them they have every package; pipenv installs exactly what a lock says.
    for (const django of DJANGOS) {
      for (const auth of POLICIES_WITH_PACKAGES) writeProject(join(folder.path, django, auth), { python, django, auth, cors: 'https://app.example.com', resources: resourcesOf(...TOGETHER) });
    }
    execFileSync('chmod', ['-R', 'a+rwX', folder.path]);
    const image = `python:${python}-slim`;
    execFileSync('docker', ['run', '--detach', '--rm', '--name', container, '--volume', `${folder.path}:/projects`, image, 'sleep', '1800']);
    const install = DJANGOS.flatMap((django) => [
      `python -m venv /projects/${django}/.venv`,
      `export VIRTUAL_ENV=/projects/${django}/.venv`,
      ...POLICIES_WITH_PACKAGES.map((auth) => `cd /projects/${django}/${auth} && pipenv sync --dev`),
    ]);
    const ended = spawnSync('docker', ['exec', container, 'sh', '-c', [`pip install -q pipenv==${TOOL_VERSIONS.pipenv}`, ...install].join(' && ')], { encoding: 'utf8' });
    expect(ended.status, ended.stderr).toBe(0);
  });
  afterAll(() => {
    spawnSync('docker', ['rm', '--force', container]);
    folder[Symbol.dispose]();
  });

  test.each(projects.map((answers, number) => [inWords(answers), answers.django, number] as const))('%s: everything is green at birth', (_words, django, number) => {
    for (const [what, command] of Object.entries(CHECKS)) {
      const line = `cd /projects/${number} && PATH=/projects/${django}/.venv/bin:$PATH && ${command}`;
      const ended = spawnSync('docker', ['exec', '--user', '1000:1000', '--env', 'HOME=/tmp', '--env', 'PYTHONDONTWRITEBYTECODE=1', container, 'sh', '-c', line], { encoding: 'utf8' });
      expect([what, ended.status], ended.stdout + ended.stderr).toEqual([what, 0]);
    }
  });
});
