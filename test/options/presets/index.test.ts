import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../../src/answers/complete.ts';
import { PRESETS } from '../../../src/options/presets/index.ts';
import { resourceText } from '../../../src/resource/parse/resource-text.ts';
import type { ProjectAnswers } from '../../../src/options/table.ts';

function answersOf(name: string): ProjectAnswers {
  const outcome = completeProjectAnswers({ ...PRESETS.find((preset) => preset.name === name)?.answers });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

test('every preset has a file of its name', () => {
  const files = readdirSync('src/options/presets').filter((file) => !['index.ts', 'preset.ts'].includes(file));
  expect(PRESETS.map((preset) => `${preset.name}.ts`).sort()).toEqual(files.sort());
});

describe.each(PRESETS)('$name', ({ answers }) => {
  test('has answers that are all valid, and kept as they are', () => {
    expect(completeProjectAnswers({ ...answers })).toMatchObject({ value: answers });
  });
});

test('the library is every default', () => {
  expect(answersOf('library')).toEqual(answersOf('none'));
});

/** What the first labs leave out: all that is there beside an API in development. */
const FIRST = { website: false, docs: false, production: false, ci: 'none' };

test('the labs are about what their texts ask for', () => {
  const told = ['lab31', 'lab32', 'lab33', 'lab34'].map((name) => {
    const { database, website, docs, production, ci, views, auth, access, resources } = answersOf(name);
    return {
      name,
      database,
      website,
      docs,
      production,
      ci,
      views,
      auth,
      access,
      resources: resources.map(resourceText),
    };
  });
  const post = (author: string): string =>
    `Post title:char:64 body:text ${author} created_at:datetime:auto_now_add updated_at:datetime:auto_now @ordering=-created_at`;
  expect(told).toEqual([
    {
      name: 'lab31',
      database: 'sqlite',
      ...FIRST,
      views: 'generic',
      auth: 'session',
      access: 'open-read',
      resources: [post('author:fk:user')],
    },
    {
      name: 'lab32',
      database: 'postgres',
      ...FIRST,
      views: 'generic',
      auth: 'session',
      access: 'open-read',
      resources: [post('author:owner')],
    },
    {
      name: 'lab33',
      database: 'postgres',
      website: true,
      docs: true,
      production: true,
      ci: 'github',
      views: 'generic',
      auth: 'jwt',
      access: 'owner',
      resources: [post('author:owner')],
    },
    {
      name: 'lab34',
      database: 'postgres',
      website: false,
      docs: true,
      production: true,
      ci: 'github',
      views: 'generic',
      auth: 'jwt',
      access: 'owner',
      resources: [
        'CookieStand location:char:255 owner description:text:optional hourly_sales:json:default=[] minimum_customers_per_hour:positiveinteger:default=0 maximum_customers_per_hour:positiveinteger:default=0 average_cookies_per_sale:float:default=0',
      ],
    },
  ]);
});
