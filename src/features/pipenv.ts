import type { Feature } from './feature.ts';

/** The packages named by a Pipfile and locked by its lock. */
export const pipenv: Feature = {
  name: 'pipenv',
  applies: (answers) => answers.dependencies === 'pipenv',
};
