import type { Feature } from './feature.ts';

/** What exists only for a server: `--production` and `--server`. */
export const PRODUCTION: readonly Feature[] = [
  { name: 'django-5.2', applies: ({ django }) => django === '5.2' },
  {
    name: 'production',
    applies: ({ production }) => production,
    packages: ['django-axes', 'django-permissions-policy', 'python-json-logger', 'whitenoise'],
    thirdPartyApps: ['axes'],
  },
  {
    name: 'csp-5.2',
    applies: ({ production, django }) => production && django === '5.2',
    packages: ['django-csp'],
    thirdPartyApps: ['csp'],
  },
  { name: 'csp-6.1', applies: ({ production, django }) => production && django === '6.1' },
  { name: 'granian', applies: ({ production, server }) => production && server === 'granian', packages: ['granian'] },
  {
    name: 'gunicorn',
    applies: ({ production, server }) => production && server === 'gunicorn',
    packages: ['gunicorn'],
  },
];
