import { LIBRARY } from './book.ts';
import { ownerOf } from './owner.ts';
import { isRelation, type Resource } from './resource.ts';

/** What the field of an owner may be called, the first that is free. */
const OWNER_NAMES = ['owner', 'created_by', 'created_by_user'];

/** The names that a field of any of the resources must not have: other fields, and the other ends of relations. */
function takenNames(resource: Resource, resources: readonly Resource[]): ReadonlySet<string> {
  const ends = resources.flatMap((one) => [
    one.name.toLowerCase(),
    ...one.fields.flatMap((field) =>
      isRelation(field) && field.related_name !== undefined ? [field.related_name] : [],
    ),
  ]);
  return new Set([...resource.fields.map((field) => field.name), ...ends]);
}

/** The resource with an owner, whom rows may lack: those of the sample data have no owner. */
function withOwner(resource: Resource, resources: readonly Resource[]): Resource {
  if (ownerOf(resource) !== undefined) return resource;
  const taken = takenNames(resource, resources);
  const name = OWNER_NAMES.find((one) => !taken.has(one)) ?? 'row_owner';
  return { ...resource, fields: [...resource.fields, { name, type: 'owner', on_delete: 'set_null' }] };
}

/** The resources of a project: those that the answers name, or the book; each with an owner where only owners change things. */
export function resourcesOf(answers: {
  readonly resources?: readonly Resource[];
  readonly access?: string;
}): readonly Resource[] {
  const resources = answers.resources ?? LIBRARY;
  return answers.access === 'owner' ? resources.map((resource) => withOwner(resource, resources)) : resources;
}
