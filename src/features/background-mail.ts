import type { Feature } from './feature.ts';

/** The worker sends the mail that resets a password, so that the page neither waits for it nor tells who has an account. */
export const backgroundMail: Feature = {
  name: 'background-mail',
  applies: (answers) => answers.website && answers.services === 'celery',
};
