import { ownerOf } from '../answers/owner-of.ts';
import { resourcesOf } from '../answers/project-resources.ts';
import type { Feature } from './feature.ts';

/** Rows that belong to the user who created them, whoever may change them: no request says whose they are. */
export const owned: Feature = {
  name: 'owned',
  applies: (answers) => resourcesOf(answers).some((resource) => ownerOf(resource) !== undefined),
  appliesTo: (resource) => ownerOf(resource) !== undefined,
};
