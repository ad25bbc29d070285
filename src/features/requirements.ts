import type { Feature } from './feature.ts';

/** The packages locked by files of requirements, which pip alone installs. */
export const requirements: Feature = {
  name: 'requirements',
  applies: (answers) => answers.dependencies === 'requirements',
};
