import type { Feature } from './feature.ts';

/** What the pages of OAuth look like where there is no website: a page that asks for consent is needed all the same. */
export const barePages: Feature = {
  name: 'bare-pages',
  applies: (answers) => !answers.website && (answers.auth === 'oauth1' || answers.auth === 'oauth2'),
};
