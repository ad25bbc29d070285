import type { Feature } from './feature.ts';

/** GitHub Actions lints, tests and builds the project at each push, and starts it in both forms. */
export const github: Feature = {
  name: 'github',
  applies: (answers) => answers.ci === 'github',
};
