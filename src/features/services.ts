import type { Feature } from './feature.ts';

/** Background tasks: `--services`. */
export const SERVICES: readonly Feature[] = [
  {
    name: 'celery',
    applies: ({ services }) => services === 'celery',
    packages: ['celery'],
    cleanUps: ['clearsessions'],
  },
];
