import type { Feature } from './feature.ts';

/** Programs act for a user who has allowed it, by OAuth 2.0: the project gives the tokens itself. */
export const oauth2: Feature = {
  name: 'oauth2',
  applies: (answers) => answers.auth === 'oauth2',
  packages: ['django-oauth-toolkit'],
  thirdPartyApps: ['oauth2_provider'],
  cleanUps: ['cleartokens'],
  localApps: ['oauth2'],
};
