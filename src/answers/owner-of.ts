import type { Field, Resource } from './resource.ts';

/** The field that holds whom a row belongs to: its field of the type `owner`, if it has one. */
export function ownerOf(resource: Resource): Extract<Field, { type: 'owner' }> | undefined {
  return resource.fields.find((field) => field.type === 'owner');
}
