import type { Feature } from './feature.ts';

/** A worker that does tasks in the background, a scheduler that asks for some each night, and Redis, which keeps them until then. */
export const celery: Feature = {
  name: 'celery',
  applies: (answers) => answers.services === 'celery',
  packages: ['celery'],
};
