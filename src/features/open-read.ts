import type { Feature } from './feature.ts';

/** Anyone reads, members write. */
export const openRead: Feature = {
  name: 'open-read',
  applies: (answers) => answers.access === 'open-read',
};
