import type { Feature } from './feature.ts';

/** A page of the website where people become members by themselves. */
export const signUp: Feature = {
  name: 'sign-up',
  applies: (answers) => answers.website && answers.signUp,
};
