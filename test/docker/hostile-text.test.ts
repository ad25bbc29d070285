import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/render/render.ts';
import { temporaryFolder } from './packed-tool.ts';

/** Pieces that mean something in one of the languages that a project is written in. */
const PIECES = [
  '"',
  "'",
  '"""',
  "'''",
  '\\',
  '{{',
  '}}',
  '{%',
  '${HOME}',
  '$(id)',
  '`id`',
  '<script>',
  '-->',
  '&amp;',
  '#',
  ': ',
  '- ',
  '|',
  '*',
  '_',
  '[x](y)',
  '%s',
  '%(a)s',
  '\u{1F600}',
  'é',
  '漢',
  '__proto__',
  'constructor',
  '\u00A0',
  ' ',
  'a',
  ';',
  '\\N{DASH}',
  '!!python',
  '~',
  '0',
];
const TEXT = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));

/** Reads back, in Python itself, what the files of every project say; prints one JSON line a project. */
const READER = `
import ast, json, pathlib, sys, tomllib
for root in sorted(pathlib.Path("/projects").iterdir(), key=lambda path: int(path.name)):
    found = {}
    for file in root.rglob("*.py"):
        tree = ast.parse(file.read_text())
        for node in tree.body:
            if not isinstance(node, ast.Assign):
                continue
            if getattr(node.targets[0], "id", "") == "SPECTACULAR_SETTINGS":
                told = ast.literal_eval(node.value)
                found |= {"title": told["TITLE"], "description": told["DESCRIPTION"]}
            if getattr(node.targets[0], "attr", "") == "site_header":
                found["header"] = ast.literal_eval(node.value)
    project = tomllib.loads((root / "pyproject.toml").read_text()).get("project", {})
    found["longest"] = max(len(line) for line in (root / "config/settings.py").read_text().splitlines())
    print(json.dumps([found, project.get("description")]))
`;

const folder = temporaryFolder('drf-docker-hostile');
const samples = fc
  .sample(fc.record({ title: TEXT, description: TEXT, author: TEXT }), { numRuns: 60, seed: 20261121 })
  .filter((texts) => 'value' in completeProjectAnswers(texts));

beforeAll(() => {
  for (const [number, texts] of samples.entries()) {
    const outcome = completeProjectAnswers(texts);
    if ('problems' in outcome) throw new Error('refused');
    for (const [path, text] of render(outcome.value)) {
      const file = join(folder.path, String(number), path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
});
afterAll(() => {
  folder[Symbol.dispose]();
});

test('whatever the title, description and author hold, Python and TOML read back the same texts', () => {
  expect(samples.length).toBeGreaterThan(40);
  const printed = execFileSync(
    'docker',
    ['run', '--rm', '--volume', `${folder.path}:/projects:ro`, 'python:3.14-slim', 'python', '-c', READER],
    { encoding: 'utf8' },
  );
  const read = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(read).toHaveLength(samples.length);
  for (const [number, [settings]] of read.entries()) {
    expect(settings).toMatchObject({
      title: samples[number]?.title,
      header: samples[number]?.title,
      description: samples[number]?.description,
    });
    expect(settings.longest).toBeLessThanOrEqual(88);
  }
});
