import type { Feature } from './feature.ts';

/** GitLab CI/CD lints, tests and builds the project at each push, and starts it in both forms. */
export const gitlab: Feature = {
  name: 'gitlab',
  applies: (answers) => answers.ci === 'gitlab',
};
