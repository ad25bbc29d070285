import type { Feature } from './feature.ts';

/** The application server of production: Granian, in Rust. */
export const granian: Feature = {
  name: 'granian',
  applies: (answers) => answers.server === 'granian',
  packages: ['granian'],
};
