import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import wanted from '../../locks/packages.json' with { type: 'json' };
import tools from '../../locks/tools.json' with { type: 'json' };
import { completeProjectAnswers, type GivenAnswers } from '../../src/answers/complete.ts';
import { DEFAULT_INDEX } from '../../src/options/default-index.ts';
import { LOCK_DATA } from '../../src/embedded/embedded.ts';
import { packageSpecs } from '../../src/embedded/package-specs.ts';
import { pipfileLockText } from '../../src/python/packages/pipfile-lock.ts';
import { pipfileText } from '../../src/python/packages/pipfile.ts';
import { render } from '../../src/render/render.ts';
import { sampled } from './every.ts';

interface Case {
  readonly Pipfile: string;
  readonly 'Pipfile.lock': string;
}
interface Verdict {
  readonly failed: readonly string[];
  readonly lock: string;
}
type Section = Record<string, { version: string; hashes: string[] }>;
type Lock = Record<'default' | 'develop', Section>;

const parseVerdicts: (text: string) => Verdict[] = JSON.parse;
const parseLock: (text: string) => Lock = JSON.parse;
const SCRIPT = readFileSync(new URL('pipenv-accepts.py', import.meta.url), 'utf8');

/** What a project has for some answers. */
function rendered(given: GivenAnswers): Case {
  const outcome = completeProjectAnswers({ name: 'library', ...given });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  const files = render(outcome.value);
  return { Pipfile: files.get('Pipfile') ?? '', 'Pipfile.lock': files.get('Pipfile.lock') ?? '' };
}

/** A project with some packages of the superset, whether or not an answer leads to them. */
function composed(set: string, names: readonly string[]): Case {
  const packages = packageSpecs(['django', 'djangorestframework', 'tzdata', ...names], wanted, set);
  const devPackages = packageSpecs(Object.keys(wanted.devPackages), wanted, set);
  const input = { index: DEFAULT_INDEX, python: '3.14', packages, devPackages };
  const data = LOCK_DATA[set];
  if (data === undefined) throw new Error(`There is no lock data ${set}`);
  return { Pipfile: pipfileText(input), 'Pipfile.lock': pipfileLockText(input, data) };
}

/** Answers that choose packages: every three of them meet in some row. */
const ROWS = [
  { python: '3.14', django: '5.2', database: 'postgres', docs: true },
  { python: '3.14', django: '5.2', database: 'sqlite', docs: false },
  { python: '3.14', django: '6.1', database: 'postgres', docs: false },
  { python: '3.14', django: '6.1', database: 'sqlite', docs: true },
  { python: '3.13', django: '5.2', database: 'postgres', docs: false },
  { python: '3.13', django: '5.2', database: 'sqlite', docs: true },
  { python: '3.13', django: '6.1', database: 'postgres', docs: true },
  { python: '3.13', django: '6.1', database: 'sqlite', docs: false },
] as const;

/** The choices of packages that answers make, in CI one. */
const choices = (python: string): Record<string, Case> =>
  Object.fromEntries(
    sampled(
      ROWS.filter((row) => row.python === python),
      1,
    ).map((row) => [`Django ${row.django}, ${row.database}${row.docs ? ', documentation' : ''}`, rendered(row)]),
  );

/** Rarer parts, which one Python has to show: `npm run locks` has seen that both need the same releases. */
const RARER: Record<string, Case> = {
  'Django 5.2, JWT, OAuth 2, CORS, pictures, Gunicorn': composed('django-5.2', [
    'django-cleanup',
    'django-cors-headers',
    'django-oauth-toolkit',
    'djangorestframework-simplejwt',
    'gunicorn',
    'pillow',
  ]),
  'Django 6.1, OAuth 1, Celery and Redis': composed('django-6.1', ['authlib', 'celery', 'redis']),
};

async function verdicts(python: string, cases: readonly Case[]): Promise<Verdict[]> {
  const input = JSON.stringify({ pipenv: tools.pipenv, cases });
  const { stdout } = await execa('docker', ['run', '--rm', '-i', `python:${python}-slim`, 'python', '-c', SCRIPT], {
    input,
  });
  return parseVerdicts(stdout);
}

const fingerprint = (entry: Section[string] | undefined): string =>
  entry ? [entry.version, ...entry.hashes].join() : 'absent';

/**
 * Both locks without what releases newer than the stored ones change: their entries, and packages that they alone brought or dropped.
 * Where no package of both has another release, nothing is left out.
 */
function withoutNews(texts: readonly [string, string]): [Lock, Lock] {
  const [one, other] = [parseLock(texts[0]), parseLock(texts[1])];
  for (const section of ['default', 'develop'] as const) {
    const names = new Set([...Object.keys(one[section]), ...Object.keys(other[section])]);
    const news = [...names].filter((name) => fingerprint(one[section][name]) !== fingerprint(other[section][name]));
    if (!news.some((name) => one[section][name] && other[section][name])) continue;
    for (const name of news) for (const lock of [one, other]) Reflect.deleteProperty(lock[section], name);
  }
  return [one, other];
}

describe.each([
  { python: '3.13', cases: choices('3.13') },
  { python: '3.14', cases: { ...choices('3.14'), ...RARER } },
])('pipenv on Python $python', ({ python, cases }) => {
  const judged = new Map<string, Verdict>();
  beforeAll(async () => {
    const all = await verdicts(python, Object.values(cases));
    for (const [place, name] of Object.keys(cases).entries()) if (all[place]) judged.set(name, all[place]);
  }, 1_800_000);

  test.each(Object.entries(cases))('takes the lock, and writes the same: %s', (name, { 'Pipfile.lock': ours }) => {
    const { failed, lock: theirs } = judged.get(name) ?? { failed: ['not judged'], lock: '' };
    expect(failed).toStrictEqual([]);
    if (theirs === ours) return;
    const [left, right] = withoutNews([theirs, ours]);
    expect(left).toStrictEqual(right);
  });
});
