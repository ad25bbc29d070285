import type { ProjectAnswers } from '../../options/table.ts';
import type { Feature } from '../../features/feature.ts';
import { LOCK_DATA, WANTED_PACKAGES } from '../../embedded/embedded.ts';
import type { Files } from '../../project-files.ts';
import { packageSpecs } from '../../embedded/package-specs.ts';
import { pipfileLockText } from './pipfile-lock.ts';
import { pipfileText, type PipfileInput } from './pipfile.ts';
import { requirementsFiles } from './requirements.ts';

/** What every project needs, whatever was chosen. */
const PACKAGES = ['django', 'django-environ', 'djangorestframework', 'tzdata'];
const DEV_PACKAGES = ['colorama', 'pytest', 'pytest-django', 'ruff'];

/** The files that name the project's Python packages and lock their releases: a Pipfile and its lock, or files of requirements. */
export function dependencyFiles(answers: ProjectAnswers, features: readonly Feature[]): Files {
  const set = `django-${answers.django}`;
  const data = LOCK_DATA[set];
  if (data === undefined) throw new Error(`There is no lock data ${set}`);
  const input: PipfileInput = {
    index: answers.index,
    python: answers.python,
    packages: packageSpecs(
      [...PACKAGES, ...features.flatMap((feature) => feature.packages ?? [])],
      WANTED_PACKAGES,
      set,
    ),
    devPackages: packageSpecs(DEV_PACKAGES, WANTED_PACKAGES, set),
  };
  if (answers.dependencies === 'requirements') return requirementsFiles(input, data);
  return new Map([
    ['Pipfile', pipfileText(input)],
    ['Pipfile.lock', pipfileLockText(input, data)],
  ]);
}
