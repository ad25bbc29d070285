import { resourcesOf } from '../answers/project-resources.ts';
import type { Resource } from '../answers/resource.ts';
import type { Feature } from './feature.ts';

/** Says whether the server sets an owner of each row. */
function hasOwner(resource: Resource): boolean {
  return resource.fields.some((field) => field.type === 'owner');
}

/** Rows that belong to the user who created them: only that user changes them. */
export const owner: Feature = {
  name: 'owner',
  applies: (answers) => resourcesOf(answers).some(hasOwner),
  appliesTo: hasOwner,
};
