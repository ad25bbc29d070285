import type { Feature } from './feature.ts';

/** What a browser shows where there is no website: a start page that leads on to the API, and the looks of the few pages that log in or ask for consent. */
export const apiHome: Feature = {
  name: 'api-home',
  applies: (answers) => !answers.website,
};
