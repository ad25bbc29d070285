import type { Feature } from './feature.ts';

/** Pagination by cursors, whose pages cost the same at any depth. */
export const cursor: Feature = {
  name: 'cursor',
  applies: (answers) => answers.pagination === 'cursor',
};
