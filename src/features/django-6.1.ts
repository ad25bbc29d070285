import type { Feature } from './feature.ts';

/** What Django 6.1 has of its own: a Content-Security-Policy. */
export const django61: Feature = {
  name: 'django-6.1',
  applies: (answers) => answers.django === '6.1',
};
