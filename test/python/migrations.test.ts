import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isJsonRecord } from '../../src/resource/parse/json-object-reader.ts';
import { relatedNames } from '../../src/resource/model/related-names.ts';
import { resourceText } from '../../src/resource/parse/resource-text.ts';
import type { Resource } from '../../src/resource/model/resource.ts';
import { initialMigrations } from '../../src/python/migrations/migration.ts';
import { RESOURCES } from '../answers/resource-arbitrary.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { coveringFields, coveringLines } from './covering-resources.ts';
import { writeDjangoProject } from './django-project.ts';
import { virtualenv } from './virtualenv.ts';

/** Lists that hold each thing once that is rare among any. */
const CHOSEN: readonly (readonly string[])[] = [
  ['Book title:char:250 subtitle:char:250:optional author:char:100 isbn:char:13:unique'],
  ['A/items b:fk:B', 'B/boxes c:fk:C', 'C/cases a:fk:A:optional', 'D/desks a:fk:A u:fk:user'],
  [
    'A/items b:fk:B x:m2m:A y:m2m:A:related_name=ys',
    'B/boxes c:fk:C u:fk:user v:o2o:user w:m2m:user:optional',
    'C/cases a:o2o:A:set_null t:m2m:B:through=D d:date @unique=a,d @ordering=-d',
    'D/desks b:fk:B c:fk:C owner:set_null',
  ],
  ['Person name:char:80 friends:m2m:Person:through=Bond', 'Bond one:fk:Person other:fk:Person since:date'],
  ['Zoo a:m2m:user:through=Visit', 'Visit zoo:fk:Zoo owner @unique=zoo,owner'],
  [
    'Thing models:char:10 uuid:uuid settings:text datetime:date:default=2026-01-01 timezone:time:default=now local_time:time:default=now owner Decimal:decimal:5,2:default=1 validate_file:file b:image',
  ],
];

/** How many lists fast-check makes; each takes Django half a second. */
const LISTS = Number(process.env['LISTS'] ?? 100);
const RULES = 'E,F,W,I,B,DJ,S,UP,SIM,C4,PT,RUF,PERF,PL';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-models-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What Django made of a project. */
interface Told {
  readonly checks: unknown;
  readonly migrations: unknown;
}

/** Writes projects, and has Django check and migrate each. */
function toldByDjango(lists: readonly (readonly Resource[])[], name: string): readonly Told[] {
  const projects = lists.map((resources, place) => {
    const project = join(folder, `${name}-${place}`);
    mkdirSync(project);
    writeDjangoProject(project, resources);
    // Creating the tables takes longest, so a part of them is enough.
    if (place % 5 === 0) writeFileSync(join(project, 'migrate'), '');
    return project;
  });
  const lines = execFileSync(join(virtualenv(), 'python'), ['test/python/make_migrations.py'], {
    encoding: 'utf8',
    input: projects.map((project) => `${project}\n`).join(''),
    maxBuffer: 2 ** 30,
  });
  return lines
    .trimEnd()
    .split('\n')
    .map((line): Told => {
      const told: unknown = JSON.parse(line);
      if (!isJsonRecord(told) || 'error' in told) throw new Error(isJsonRecord(told) ? String(told['error']) : line);
      return { checks: told['checks'], migrations: told['migrations'] };
    });
}

function ruff(...args: readonly string[]): string {
  return execFileSync(join(virtualenv(), 'ruff'), [...args], { encoding: 'utf8', cwd: folder });
}

describe.each([
  [
    'chosen',
    [...CHOSEN, coveringLines(), ...coveringFields().map(({ words }) => [`Thing ${words.join(' ')}`])].map((lines) =>
      resourcesOf(...lines),
    ),
  ],
  ['any', fc.sample(RESOURCES, { numRuns: LISTS, seed: Number(process.env['SEED'] ?? 1) })],
])('%s lists of resources', (name, lists) => {
  let told: readonly Told[] = [];
  beforeAll(() => {
    told = toldByDjango(lists, name);
  });

  test('have the migrations that makemigrations writes, and nothing for check to say', () => {
    for (const [place, resources] of lists.entries()) {
      const migrations = Object.fromEntries(
        initialMigrations({ resources, relatedNames: relatedNames(resources), website: true, filtered: true }).map(
          ({ app, name, text }) => [`${app}/migrations/${name}.py`, text],
        ),
      );
      expect({ resources: resources.map(resourceText), checks: [], migrations }).toEqual({
        resources: resources.map(resourceText),
        ...told[place],
      });
    }
  });

  test('have models that ruff finds nothing in', () => {
    expect(
      ruff(
        'format',
        '--isolated',
        '--no-cache',
        '--check',
        '--quiet',
        '--target-version',
        'py313',
        '--exclude',
        'migrations,config,accounts',
        '.',
      ),
    ).toBe('');
    const first = ['--config', 'lint.isort.known-first-party=["config"]'];
    expect(
      ruff(
        'check',
        '--isolated',
        '--no-cache',
        '--quiet',
        '--select',
        RULES,
        '--target-version',
        'py313',
        '--exclude',
        'migrations,config,accounts',
        ...first,
        '.',
      ),
    ).toBe('');
  });
});
