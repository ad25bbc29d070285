import type { Feature } from './feature.ts';

/** Programs sign each request for a user who has allowed it, by OAuth 1.0a. */
export const oauth1: Feature = {
  name: 'oauth1',
  applies: (answers) => answers.auth === 'oauth1',
  packages: ['authlib'],
  localApps: ['oauth1'],
};
