import type { Feature } from './feature.ts';

/** Programs send a token of REST framework’s own, one for each user. */
export const token: Feature = {
  name: 'token',
  applies: (answers) => answers.auth === 'token',
  thirdPartyApps: ['rest_framework.authtoken'],
  apiTags: [{ name: 'token', description: 'Log in: a token for a user name and a password.' }],
};
