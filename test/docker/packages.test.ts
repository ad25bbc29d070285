import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ComposeProject } from './compose-project.ts';
import { temporaryFolder } from './packed-tool.ts';
import { writeProject } from './written-project.ts';

/** A package that needs no other one. */
const PACKAGE = 'humanize';

const folder = temporaryFolder('drf-docker-packages');
afterAll(() => {
  folder[Symbol.dispose]();
});

test.each([
  { dependencies: 'pipenv', list: 'Pipfile', lock: 'Pipfile.lock', command: ['pipenv', 'install', PACKAGE] },
  { dependencies: 'requirements', list: 'requirements.in', lock: 'requirements.txt', command: ['uv'] },
])(
  'one command adds a package without Python on this machine: $dependencies',
  async ({ dependencies, list, lock, command }) => {
    const name = `e2e-packages-${dependencies}`;
    writeProject(join(folder.path, name), { name, dependencies, database: 'sqlite', production: false });
    using project = await ComposeProject.in(folder.path, name);
    if (dependencies === 'requirements') appendFileSync(join(project.path, list), `${PACKAGE}\n`);
    const added = project.compose('run', '--build', '--rm', ...command);
    expect(added.code, added.stderr).toBe(0);
    expect(readFileSync(join(project.path, list), 'utf8')).toContain(PACKAGE);
    expect(readFileSync(join(project.path, lock), 'utf8')).toMatch(new RegExp(`^ *"?${PACKAGE}\\b`, 'm'));
    expect(statSync(join(project.path, lock)).uid).toBe(1000);

    const built = project.compose('run', '--build', '--rm', '--no-deps', 'web', 'python', '-c', `import ${PACKAGE}`);
    expect(built.code, built.stderr).toBe(0);
  },
);
