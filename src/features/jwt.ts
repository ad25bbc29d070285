import type { Feature } from './feature.ts';

/** Programs send a JSON Web Token that soon expires, and renew it with another. */
export const jwt: Feature = {
  name: 'jwt',
  applies: (answers) => answers.auth === 'jwt',
  packages: ['djangorestframework-simplejwt'],
  thirdPartyApps: ['rest_framework_simplejwt', 'rest_framework_simplejwt.token_blacklist'],
  cleanUps: ['flushexpiredtokens'],
  signingKeys: ['DJANGO_JWT_SIGNING_KEY'],
  apiTags: [{ name: 'token', description: 'Log in and stay in: tokens for a name and a password.' }],
};
