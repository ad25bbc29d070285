import type { Feature } from './feature.ts';

/** The start page where there is no website: the root of the API. */
export const apiHome: Feature = {
  name: 'api-home',
  applies: (answers) => !answers.website,
};
