import type { Feature } from './feature.ts';

/** The application server of production: Gunicorn, in Python. */
export const gunicorn: Feature = {
  name: 'gunicorn',
  applies: (answers) => answers.server === 'gunicorn',
  packages: ['gunicorn'],
};
