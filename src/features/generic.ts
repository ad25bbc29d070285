import type { Feature } from './feature.ts';

/** The API's views as REST framework's generic classes: one for a list, one for an object. */
export const genericViews: Feature = {
  name: 'generic',
  applies: (answers) => answers.views === 'generic',
};
