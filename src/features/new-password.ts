import type { Feature } from './feature.ts';

/** Another password, or none any more, ends the tokens that programs have of a user. */
export const newPassword: Feature = {
  name: 'new-password',
  applies: (answers) => answers.auth !== 'session',
};
