import type { Feature } from './feature.ts';

/** The API's views as functions: `@api_view`, with each step to be read in them. */
export const functionViews: Feature = {
  name: 'function',
  applies: (answers) => answers.views === 'function',
};
