import type { Feature } from './feature.ts';

/** What Django 5.2 must be told or given and later versions do by themselves. */
export const django52: Feature = {
  name: 'django-5.2',
  applies: (answers) => answers.django === '5.2',
  packages: ['django-csp'],
  thirdPartyApps: ['csp'],
};
