import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Option } from '../../src/options/option.ts';
import { PROJECT_OPTIONS } from '../../src/options/table.ts';
import { packTool, temporaryFolder } from '../docker/packed-tool.ts';

/** What decides which packages an image has, and how they get there. */
const KEYS = ['python', 'django', 'database', 'dependencies', 'services'];

/** All that they can be together, each as flags, by the option table itself. */
const ALL = PROJECT_OPTIONS.reduce<readonly Readonly<Record<string, string>>[]>(
  (rows, option: Option) =>
    option.kind === 'choice' && KEYS.includes(option.key)
      ? rows.flatMap((row) => option.choices.map(({ value }) => ({ ...row, [option.key]: value })))
      : rows,
  [{}],
);

const IMAGE = 'e2e-images';
const folder = temporaryFolder('drf-docker-images');
let bin: string;

beforeAll(() => {
  ({ bin } = packTool(folder.path));
});
afterAll(async () => {
  await execa('docker', ['image', 'rm', IMAGE]);
  folder[Symbol.dispose]();
});

test('every choice is among them', () => {
  expect(Object.keys(ALL[0] ?? {}).toSorted()).toEqual(KEYS.toSorted());
});

test.each(ALL.map((row) => [Object.values(row).join(', '), row] as const))(
  'the image for production has the packages: %s',
  async (name, row) => {
    const path = join(folder.path, name.replaceAll(/\W+/g, '-'));
    await execa('node', [
      bin,
      path,
      '--yes',
      '--no-git',
      ...Object.entries(row).map(([key, value]) => `--${key}=${value}`),
    ]);
    const before = await execa('docker', ['image', 'ls', '--quiet', IMAGE]);
    await execa('docker', ['image', 'build', '--tag', IMAGE, path]);
    if (before.stdout !== '') await execa('docker', ['image', 'rm', before.stdout]);
    const { stdout } = await execa('docker', [
      'run',
      '--rm',
      IMAGE,
      'sh',
      '-c',
      'python --version; python -m django --version; python -c "import rest_framework"',
    ]);
    expect(stdout).toMatch(new RegExp(`^Python ${row['python']}\\.\\d+\n${row['django']}(?:\\.|$)`));
  },
);
