import type { Feature } from './feature.ts';

/** How the website sends mail, such as links to reset a password, in the settings of Django 6.1. */
export const mailers: Feature = {
  name: 'mailers',
  applies: (answers) => answers.website && answers.django === '6.1',
};
