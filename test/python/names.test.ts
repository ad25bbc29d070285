import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { virtualenv } from './virtualenv.ts';

/** What a script of ours prints in the virtual environment. */
function printed(script: string): string {
  const programs = virtualenv();
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}` };
  return execFileSync(join(programs, 'python'), [`scripts/${script}`], { encoding: 'utf8', env });
}

test('the names that Django and the packages take are those that they say', () => {
  expect(printed('django-names.py')).toBe(readFileSync('src/resource/model/django-names.json', 'utf8'));
});

test('the characters that ruff takes for others are those that it says', () => {
  expect(printed('ruff-confusables.py')).toBe(readFileSync('src/text/confusables.json', 'utf8'));
});
