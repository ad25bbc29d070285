import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_INDEX } from '../src/options/default-index.ts';
import { completeProjectAnswers } from '../src/answers/complete.ts';
import { PRESETS } from '../src/options/presets/index.ts';
import { render } from '../src/render/render.ts';
import { VERSION } from '../src/embedded/version.ts';
import { resourcesOf } from './answers/resource-of.ts';

/** The projects whose whole tree is kept: the presets, and what no preset chooses; `npm run goldens` writes them anew. */
const TREES = {
  ...Object.fromEntries(PRESETS.map(({ name, answers }) => [name, answers])),
  everything: {
    resources: resourcesOf(
      'Book title:char:250 subtitle:char:250:optional isbn:char:13:unique language:choice:en,fr pages:positiveinteger:optional cover:image:optional owner',
      'Loan book:fk:Book:protect borrower:fk:user due:date returned:boolean:default=false note:text:optional @ordering=-due',
    ),
    auth: 'oauth2',
    access: 'owner',
    services: 'celery',
    cors: 'https://app.example.com',
    dependencies: 'requirements',
    ci: 'gitlab',
  },
  sqlite: { database: 'sqlite' },
  function: { views: 'function', auth: 'token', access: 'staff' },
  oauth1: { auth: 'oauth1', website: false },
  'django-6.1': { django: '6.1', views: 'viewset', pagination: 'cursor' },
};

/** What differs without a change of a template: the address of the public index, which no file here may name, and the version. */
function normalised(text: string): string {
  return text
    .replaceAll(DEFAULT_INDEX, 'https://index.invalid/simple')
    .replace(`"version": "${VERSION}"`, '"version": "VERSION"');
}

function rendered(answers: object): Map<string, string> {
  const outcome = completeProjectAnswers({ ...answers });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return new Map([...render(outcome.value)].map(([path, text]) => [path, normalised(text)]));
}

function kept(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
}

test('no other tree is kept', () => {
  expect(readdirSync('test/goldens').sort()).toEqual(Object.keys(TREES).sort());
});

describe.each(Object.entries(TREES))('%s', (name, answers) => {
  const folder = join('test/goldens', name);

  test('renders the tree that is kept, byte for byte', () => {
    const files = rendered(answers);
    if (process.env['UPDATE_GOLDENS'] === '1') {
      rmSync(folder, { recursive: true, force: true });
      for (const [path, text] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    }
    const golden = kept(folder);
    expect([...files.keys()]).toEqual([...golden.keys()].sort());
    for (const [path, text] of files) expect(text, path).toBe(golden.get(path));
  });

  test('renders the same bytes a second time', () => {
    expect(rendered(answers)).toEqual(rendered(answers));
  });
});
