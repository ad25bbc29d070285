import { authorOf } from '../../resource/model/owner.ts';
import type { Field, Resource } from '../../resource/model/resource.ts';

/** True where a client sends a field: the server sets the rest, and rows of a model in between are made by themselves. */
function isSent(field: Field, author: Field | undefined): boolean {
  if (field === author || 'auto_now' in field || 'auto_now_add' in field) return false;
  return !(field.type === 'm2m' && field.through !== undefined);
}

/** The fields that a client of the API sends: its fields in their order. */
export function sentFields(resource: Resource): readonly Field[] {
  const author = authorOf(resource);
  return resource.fields.filter((field) => isSent(field, author));
}
