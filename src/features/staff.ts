import type { Feature } from './feature.ts';

/** Django's permissions say who writes; the admin gives them. */
export const staff: Feature = {
  name: 'staff',
  applies: (answers) => answers.access === 'staff',
};
