import type { Feature } from './feature.ts';

/** Whoever reads must be a member: every page but those of the log in asks for it. */
export const members: Feature = {
  name: 'members',
  applies: (answers) => answers.access !== 'open-read',
};
