import { ownerOf } from '../resource/model/owner.ts';
import { resourcesOf } from '../resource/model/project-resources.ts';
import type { Resource } from '../resource/model/resource.ts';
import type { Feature } from './feature.ts';

function hasOwner(resource: Resource): boolean {
  return ownerOf(resource) !== undefined;
}

/** The object permission of resources that have an owner; the rest of `--access` is in the settings. */
export const ACCESS: readonly Feature[] = [
  {
    name: 'owner',
    applies: (answers) => answers.access !== 'staff' && resourcesOf(answers).some(hasOwner),
    appliesTo: hasOwner,
  },
];
