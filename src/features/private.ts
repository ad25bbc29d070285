import type { Feature } from './feature.ts';

/** Members may do what nothing else forbids. */
export const privateAccess: Feature = {
  name: 'private',
  applies: (answers) => answers.access === 'private' || answers.access === 'owner',
};
