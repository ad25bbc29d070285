import { ownerOf } from '../answers/owner-of.ts';
import { resourcesOf } from '../answers/project-resources.ts';
import type { Resource } from '../answers/resource.ts';
import type { Feature } from './feature.ts';

function hasOwner(resource: Resource): boolean {
  return ownerOf(resource) !== undefined;
}

/** Rows that belong to the user who created them: only that user changes them, unless Django's permissions say who does. */
export const owner: Feature = {
  name: 'owner',
  applies: (answers) => answers.access !== 'staff' && resourcesOf(answers).some(hasOwner),
  appliesTo: hasOwner,
};
