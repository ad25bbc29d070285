import type { Feature } from './feature.ts';

/** The API's views as one viewset a resource; a router gives it its addresses. */
export const viewset: Feature = {
  name: 'viewset',
  applies: (answers) => answers.views === 'viewset',
};
