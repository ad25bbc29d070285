import type { Feature } from './feature.ts';

/** The API's documentation tells of OAuth 1.0a. */
export const oauth1Docs: Feature = {
  name: 'oauth1-docs',
  applies: (answers) => answers.auth === 'oauth1' && answers.docs,
};
