import { ownerOf } from '../answers/owner-of.ts';
import { resourcesOf } from '../answers/project-resources.ts';
import type { Resource } from '../answers/resource.ts';
import type { Feature } from './feature.ts';

function hasOwner(resource: Resource): boolean {
  return ownerOf(resource) !== undefined;
}

/** The object permission of resources that have an owner; the rest of `--access` is in the settings. */
export const ACCESS: readonly Feature[] = [
  { name: 'owner', applies: (answers) => answers.access !== 'staff' && resourcesOf(answers).some(hasOwner), appliesTo: hasOwner },
];
