import type { Feature } from './feature.ts';

/** Web pages beside the API: list with search, detail, login, error pages. */
export const website: Feature = {
  name: 'website',
  applies: (answers) => answers.website,
};
