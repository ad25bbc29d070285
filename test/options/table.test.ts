import { describe, expect, test } from 'vitest';
import { completeAnswers } from '../../src/answers/complete.ts';
import { BOOK } from '../../src/resource/model/book.ts';
import type { Option } from '../../src/options/option.ts';
import { CONTROLS } from '../../src/options/cli-flags.ts';
import { OPTIONS, flagOf } from '../../src/options/table.ts';
import { readResources } from '../../src/resource/resources.ts';

const all: readonly Option[] = [...OPTIONS, ...CONTROLS];

test('the defaults are a library of books on PostgreSQL, with everything and without side effects', () => {
  expect(completeAnswers({ index: 'https://packages.example.com/simple' })).toEqual({
    value: {
      directory: 'library',
      name: 'library',
      title: 'Library',
      resources: [BOOK],
      description: 'A library of books: website and API.',
      author: '',
      database: 'postgres',
      website: true,
      docs: true,
      auth: 'session',
      access: 'open-read',
      signUp: true,
      views: 'generic',
      pagination: 'page',
      cors: '',
      production: true,
      server: 'granian',
      services: 'none',
      python: '3.14',
      django: '5.2',
      dependencies: 'pipenv',
      ci: 'github',
      index: 'https://packages.example.com/simple',
      git: false,
      build: false,
      up: false,
    },
  });
});

test('what is asked, in this order; Enter alone ends in a running library', () => {
  const asked = all.filter((option) => option.question !== undefined);
  expect(asked.map((option) => option.key)).toEqual([
    'directory',
    'title',
    'resources',
    'database',
    'website',
    'docs',
    'auth',
    'access',
    'git',
    'up',
  ]);
  expect(
    asked.flatMap((option) => (option.kind === 'switch' ? [option.suggested ?? option.fallback({})] : [])),
  ).toEqual([true, true, true, true]);
});

test('no two options share a flag', () => {
  const flags = all.map(flagOf);
  expect(new Set(flags).size).toBe(flags.length);
  expect(flags).toContain('dry-run');
});

describe.each(all.map((option) => [option.key, option] as const))('%s', (_key, option) => {
  test('has a help line without a full stop, short enough to stand beside its flag', () => {
    expect(option.help).toMatch(/^[a-z].{8,48}$(?<!\.)/i);
  });

  test('explains itself where it is asked, in two lines of 40 at most', () => {
    if (option.question === undefined) expect(option.hint).toBeUndefined();
    else expect(`${option.question} ${option.hint ?? ''}`).toMatch(/^[A-Z].{9,40}\? [A-Z].{19,105}\.$/);
  });

  test('accepts its own default', () => {
    const value = option.fallback({ directory: 'library', name: 'library' });
    const isChecked = option.kind === 'text' && option.key !== 'answers' && typeof value === 'string';
    expect(isChecked ? option.check(value) : undefined).toBeUndefined();
    if (option.kind === 'choice') expect(option.choices.map((choice): unknown => choice.value)).toContain(value);
    if (option.kind === 'resources') expect(readResources(value)).toEqual({ value });
    expect(['string', 'boolean', 'object']).toContain(typeof value);
  });
});

test.each(['', '   ', 'a\0b'])('the directory %j is refused', (directory) => {
  expect(completeAnswers({ directory, name: 'library' })).toEqual({
    problems: [{ what: 'The directory is empty or no path', next: 'Give a folder, such as library.' }],
  });
});
