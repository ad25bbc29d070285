import type { Feature } from './feature.ts';

/** How programs log in: `--auth`. */
export const AUTH: readonly Feature[] = [
  { name: 'session', applies: ({ auth }) => auth === 'session' },
  { name: 'me', applies: ({ auth }) => auth !== 'session' },
  { name: 'token', applies: ({ auth }) => auth === 'token', thirdPartyApps: ['rest_framework.authtoken'] },
  {
    name: 'jwt',
    applies: ({ auth }) => auth === 'jwt',
    packages: ['djangorestframework-simplejwt'],
    thirdPartyApps: ['rest_framework_simplejwt', 'rest_framework_simplejwt.token_blacklist'],
    cleanUps: ['flushexpiredtokens'],
  },
  {
    name: 'oauth2',
    applies: ({ auth }) => auth === 'oauth2',
    packages: ['django-oauth-toolkit'],
    thirdPartyApps: ['oauth2_provider'],
    cleanUps: ['cleartokens'],
  },
  { name: 'oauth2-website', applies: ({ auth, website }) => auth === 'oauth2' && website },
  { name: 'oauth1', applies: ({ auth }) => auth === 'oauth1', packages: ['authlib'], localApps: ['oauth1'] },
];
