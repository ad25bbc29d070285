import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { answersSchema, completeProjectAnswers, OPTIONS, ProblemError, render, VERSION } from '../src/index.ts';

describe('the face for programs', () => {
  test('renders a project from partial answers', () => {
    const outcome = completeProjectAnswers({ name: 'shop', database: 'sqlite' });
    if ('problems' in outcome) throw new ProblemError(outcome.problems);
    const files = render(outcome.value);
    expect(files.get('.drf-docker.json')).toContain('"name": "shop"');
    expect([...files.keys()]).toContain('manage.py');
    expect([...files.keys()]).not.toContain('.env');
  });

  test('has the table, the schema and the version', () => {
    expect(OPTIONS.map((option) => option.key)).toContain('database');
    expect(Object.keys(answersSchema().properties)).toContain('database');
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
  });
});

test('it is bundled for a browser without externals, and runs where there is nothing of Node’s', async () => {
  const { outputFiles, errors, warnings } = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'face',
    logLevel: 'silent',
  });
  expect([errors, warnings]).toEqual([[], []]);
  const code = outputFiles[0]?.text ?? '';
  const globals = { URL, TextEncoder, TextDecoder, atob, btoa };
  const script = `${code}; const outcome = face.completeProjectAnswers({ name: 'shop' }); JSON.stringify([...face.render(outcome.value)])`;
  const outcome = completeProjectAnswers({ name: 'shop' });
  const here = 'value' in outcome ? JSON.stringify([...render(outcome.value)]) : '';
  expect(runInNewContext(script, globals)).toBe(here);
});
