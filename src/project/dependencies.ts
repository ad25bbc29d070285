import type { ProjectAnswers } from '../answers/options.ts';
import type { Feature } from '../features/feature.ts';
import { LOCK_DATA, WANTED_PACKAGES } from './embedded.ts';
import type { Files } from './files.ts';
import { packageSpecs } from './package-specs.ts';
import { pipfileLockText } from './pipfile-lock.ts';
import { pipfileText, type PipfileInput } from './pipfile.ts';

/** The set of lock data that every project takes its releases from. */
const SET = 'django-5.2';

/** What every project needs, whatever was chosen. */
const PACKAGES = ['argon2-cffi', 'django', 'django-csp', 'django-environ', 'django-filter', 'djangorestframework', 'tzdata', 'whitenoise'];
const DEV_PACKAGES = ['colorama', 'pytest', 'pytest-django', 'ruff'];

/**
 * The Pipfile and its lock.
 * @param answers what shaped the files
 * @param features those that the answers ask for
 * @returns the two files
 */
export function dependencyFiles(answers: ProjectAnswers, features: readonly Feature[]): Files {
  const data = LOCK_DATA[SET];
  if (data === undefined) throw new Error(`There is no lock data ${SET}`);
  const input: PipfileInput = {
    index: answers.index,
    python: answers.python,
    packages: packageSpecs([...PACKAGES, ...features.flatMap((feature) => feature.packages ?? [])], WANTED_PACKAGES, SET),
    devPackages: packageSpecs([...DEV_PACKAGES, ...features.flatMap((feature) => feature.devPackages ?? [])], WANTED_PACKAGES, SET),
  };
  return new Map([
    ['Pipfile', pipfileText(input)],
    ['Pipfile.lock', pipfileLockText(input, data)],
  ]);
}
