import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import tools from '../../locks/tools.json' with { type: 'json' };
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/render/render.ts';
import { sampled } from './every.ts';

interface Verdict {
  readonly failed: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const parseVerdict: (text: string) => Verdict = JSON.parse;
const SCRIPT = readFileSync(new URL('requirements-accepted.py', import.meta.url), 'utf8');

/** A package in one line: its release, then its hashes. uv alone says what is for no PyPy: the binary of psycopg, and pycparser. */
function packagesOf(text = ''): readonly string[] {
  return text
    .replaceAll(' \\\n    ', ' ')
    .replaceAll(/ ; implementation_name != 'pypy'/gi, '')
    .split('\n');
}

/** Both without the packages that have a newer release than the stored one. */
function withoutNews(ours: readonly string[], theirs: readonly string[]): [readonly string[], readonly string[]] {
  const nameOf = (line: string): string => line.split('==')[0] ?? '';
  const releases = new Map(ours.map((line) => [nameOf(line), line.split(' ')[0]]));
  const news = new Set(
    theirs
      .filter((line) => releases.has(nameOf(line)) && releases.get(nameOf(line)) !== line.split(' ')[0])
      .map(nameOf),
  );
  if (news.size === 0) return [ours, theirs];
  const known = new Set(theirs.map(nameOf));
  const kept = (line: string): boolean =>
    !news.has(nameOf(line)) && releases.has(nameOf(line)) && known.has(nameOf(line));
  return [ours.filter(kept), theirs.filter(kept)];
}

test.each(
  sampled(
    [
      { python: '3.14', django: '6.1', database: 'postgres', docs: true },
      { python: '3.13', django: '5.2', database: 'sqlite', docs: false },
    ],
    1,
  ),
)(
  'pip installs the requirements, and uv writes the same: Python $python, Django $django, $database',
  async (answers) => {
    const outcome = completeProjectAnswers({ name: 'library', dependencies: 'requirements', ...answers });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    const project = render(outcome.value);
    const files = Object.fromEntries([...project].filter(([path]) => path.startsWith('requirements')));
    expect(Object.keys(files)).toStrictEqual([
      'requirements-dev.in',
      'requirements-dev.txt',
      'requirements.in',
      'requirements.txt',
    ]);
    // The line of compose.yaml, which doubles a dollar sign that is not Compose's own.
    const [, script = ''] =
      / {2}uv:\n(?: {4}.+\n)+? {4}command:\n +- sh\n +- -c\n +- \|\n((?: {8}.+\n)+)/.exec(
        project.get('compose.yaml') ?? '',
      ) ?? [];
    const command = script.replaceAll('$$', '$').replace('--generate-hashes', '--generate-hashes --upgrade');
    expect(command).toContain('uv pip compile');

    const input = JSON.stringify({ uv: tools.uv, files, command });
    const { stdout } = await execa(
      'docker',
      ['run', '--rm', '-i', `python:${answers.python}-slim`, 'python', '-c', SCRIPT],
      { input },
    );
    const verdict = parseVerdict(stdout);
    expect(verdict.failed).toStrictEqual([]);
    for (const path of Object.keys(files)) {
      const [ours, theirs] = withoutNews(packagesOf(files[path]), packagesOf(verdict.files[path]));
      expect(theirs, path).toStrictEqual(ours);
    }
  },
);
