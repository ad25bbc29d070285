import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import type { Outcome } from '../../src/result.ts';
import type { Resource } from '../../src/resource/model/resource.ts';
import { readResources } from '../../src/resource/resources.ts';
import { render } from '../../src/render/render.ts';
import { RESOURCES, hostileText } from '../answers/resource-arbitrary.ts';
import { virtualenv } from './virtualenv.ts';

const SEED = Number(process.env['SEED'] ?? 1);
/** How many projects each property is tried on. */
const PROJECTS = Number(process.env['PROJECTS'] ?? 20);

/** The other answers that change the modules of a resource. */
const BESIDE = fc.record({
  views: fc.constantFrom('function', 'generic', 'viewset'),
  pagination: fc.constantFrom('page', 'cursor'),
  database: fc.constantFrom('postgres', 'sqlite'),
  website: fc.boolean(),
  docs: fc.boolean(),
  production: fc.boolean(),
  access: fc.constantFrom('open-read', 'private', 'owner', 'staff'),
});

/** Renders projects, reads their JSON, and has Python compile and ruff judge their modules. */
function judge(projects: readonly (readonly [readonly Resource[], object])[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'drf-docker-modules-'));
  try {
    for (const [place, [resources, beside]] of projects.entries()) {
      const outcome = completeProjectAnswers({ ...beside, resources });
      if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
      for (const [path, text] of render(outcome.value)) {
        if (path.endsWith('.json')) JSON.parse(text);
        mkdirSync(dirname(join(folder, String(place), path)), { recursive: true });
        writeFileSync(join(folder, String(place), path), text);
      }
    }
    const say = (program: string, ...args: readonly string[]): string =>
      execFileSync(join(virtualenv(), program), args, { cwd: folder, encoding: 'utf8' });
    expect(say('python', '-W', 'error', '-m', 'compileall', '-q', '-f', '.')).toBe('');
    expect(say('ruff', 'check', '--no-cache', '--quiet', '.')).toBe('');
    expect(say('ruff', 'format', '--no-cache', '--check', '--quiet', '.')).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('any resources give modules that compile and that ruff finds nothing in', () => {
  judge(fc.sample(fc.tuple(RESOURCES, BESIDE), { numRuns: PROJECTS, seed: SEED }));
});

test('so do resources of any first letter, with choices of one letter', () => {
  const all = Array.from('abcdefghijklmnopqrstuvwxyz');
  const choices = [...all, ...all.map((letter) => letter.toUpperCase())].join(',');
  const projects = all.map((letter): readonly [readonly Resource[], object] => {
    const field = letter === 'l' ? 'long' : letter;
    const lines = [
      `${letter}ccx doc:file pic:image:optional size:float at:time:default=now key:uuid price:decimal:5,2 day:date:default=today other:fk:Azz next:fk:${letter}ccx:set_null owner`,
      `Azz name:char:9 blood:choice:${choices} mark:choice:I,O,l many:m2m:Zzz:optional`,
      `Zzz who:fk:user ${field}:choice:1,2`,
    ];
    const outcome = readResources(/^[ioq]$/.test(letter) ? lines : [...lines, `${letter}/${letter}_items name:char:9`]);
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    return [outcome.value, {}];
  });
  judge(
    projects.map(([resources], place) => [
      resources,
      [
        {},
        { website: false, views: 'function' },
        { views: 'viewset', access: 'owner', auth: 'oauth2', services: 'celery' },
        { website: false, docs: false, production: false },
      ][place % 4] ?? {},
    ]),
  );
});

/** A resource with a hostile text in one of the places where a text may stand. */
const HOSTILE = fc
  .tuple(
    fc.oneof(
      hostileText(0, 12),
      hostileText(200, 300),
      fc.constantFrom('__proto__', 'constructor', '{{title}}', '${HOME}', '"""', "'''", '\\', '#}', '%}'),
    ),
    fc.nat({ max: 11 }),
  )
  .map(([text, place]) => {
    const at = (mine: number, usual: string): string => (mine === place ? text : usual);
    return [
      {
        name: at(0, 'Thing'),
        ...(place === 1 ? { plural: text } : {}),
        fields: [
          { name: at(2, 'title'), type: 'char', max_length: 300, default: at(3, 'x') },
          { name: 'note', type: 'text', default: at(4, 'x') },
          {
            name: 'status',
            type: 'choice',
            choices: [{ value: at(5, 'a'), label: at(6, 'A') }, { value: 'b' }],
            default: at(7, 'b'),
          },
          { name: 'owner', type: 'fk', to: at(8, 'user'), ...(place === 9 ? { related_name: text } : {}) },
          { name: 'kind', type: at(10, 'integer') },
        ],
        ...(place === 11 ? { ordering: [text] } : {}),
      },
    ];
  });

test('hostile text is refused with a reason, or is data in modules that compile', () => {
  const outcomes = fc
    .sample(HOSTILE, { numRuns: PROJECTS * 20, seed: SEED })
    .map((raw): Outcome<readonly Resource[]> => readResources(raw));
  const taken = outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : []));
  for (const outcome of outcomes)
    if ('problems' in outcome)
      for (const problem of outcome.problems)
        expect([problem.what, problem.next]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  expect(taken.length).toBeGreaterThan(PROJECTS);
  expect(taken.length).toBeLessThan(outcomes.length);
  judge(taken.slice(0, PROJECTS).map((resources) => [resources, { database: 'sqlite' }]));
});
