import type { Feature } from './feature.ts';

/** How the website sends mail, such as links to reset a password, in the settings of Django 5.2. */
export const email: Feature = {
  name: 'email',
  applies: (answers) => answers.website && answers.django === '5.2',
};
