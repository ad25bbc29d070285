import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonRecord } from '../../src/resource/parse/json-object-reader.ts';

/** The versions of Django that a project may have. */
export type Django = '5.2' | '6.1';

/** The locks of a version: the first has all packages, the other what differs. */
const LOCKS: Readonly<Record<Django, readonly string[]>> = { '5.2': ['5.2'], '6.1': ['5.2', '6.1'] };

/** A Python that the packages of the lock run on; a name that is there may still start none. */
function python(): string {
  const found = ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3'].find((name) => {
    try {
      const version = execFileSync(name, ['-c', 'import sys, venv; print(sys.version_info >= (3, 11))'], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return version.trim() === 'True';
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error('These tests need Python 3.11 or newer.');
  return found;
}

/** The packages of a lock by name, as pip takes them. */
function packagesOf(django: string): readonly (readonly [name: string, line: string])[] {
  const lock: unknown = JSON.parse(readFileSync(`locks/django-${django}.json`, 'utf8'));
  const packages = isJsonRecord(lock) && isJsonRecord(lock['packages']) ? lock['packages'] : {};
  return Object.entries(packages).map(([name, entry]) => {
    const { version = '', markers = '' } = isJsonRecord(entry) ? entry : {};
    return [name, `${name}==${String(version)}${markers === '' ? '' : `; ${String(markers)}`}`];
  });
}

/**
 * Fills a folder where there is none yet, beside its place, and moves it there whole, for another test may be making the same.
 * @param folder its place
 * @param fill what fills an empty folder
 */
export function makeOnce(folder: string, fill: (fresh: string) => void): void {
  if (existsSync(folder)) return;
  const fresh = mkdtempSync(`${folder}-`);
  try {
    fill(fresh);
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** A virtual environment made once for each `key` and Python in the system's folder for such things. Gives the folder of its programs. */
function kept(key: string, requirements: readonly string[], options: readonly string[]): string {
  const interpreter = python();
  const version = execFileSync(interpreter, ['--version'], { encoding: 'utf8' });
  const hash = createHash('sha256').update(key).update(version).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `create-drf-docker-python-${hash}`);
  makeOnce(folder, (fresh) => {
    execFileSync(interpreter, ['-m', 'venv', fresh]);
    const file = join(fresh, 'requirements.txt');
    writeFileSync(file, requirements.join('\n'));
    execFileSync(join(fresh, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...options, '--requirement', file], {
      stdio: 'pipe',
    });
  });
  return join(folder, 'bin');
}

/**
 * A virtual environment with all packages of the locks.
 * @param django the version of Django in it
 * @returns the folder of its programs, such as `python` and `ruff`
 */
export function virtualenv(django: Django = '5.2'): string {
  const lines = [...new Map(LOCKS[django].flatMap(packagesOf)).values()];
  return kept(lines.join('\n'), lines, ['--no-deps']);
}

/**
 * A virtual environment of tools that no project has.
 * @param requirements their packages with their versions, as pip takes them
 * @returns the folder of their programs
 */
export function toolVirtualenv(...requirements: readonly string[]): string {
  return kept(requirements.join('\n'), requirements, []);
}
