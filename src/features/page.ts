import type { Feature } from './feature.ts';

/** Pagination by page numbers, with a count that stays cheap. */
export const pageNumbers: Feature = {
  name: 'page',
  applies: (answers) => answers.pagination === 'page',
};
