import type { Feature } from './feature.ts';

/** A thread of the site sends the mail that resets a password, so that the page neither waits for it nor tells who has an account. */
export const mailThread: Feature = {
  name: 'mail-thread',
  applies: (answers) => answers.website && answers.services !== 'celery',
};
