import type { Feature } from './feature.ts';

/** The API's documentation tells of OAuth 2.0, and gets a token by it. */
export const oauth2Docs: Feature = {
  name: 'oauth2-docs',
  applies: (answers) => answers.auth === 'oauth2' && answers.docs,
};
