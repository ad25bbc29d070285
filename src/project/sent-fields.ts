import type { Field, Resource } from '../answers/resource.ts';

/** Says whether a client sends a field: the server sets the rest, and rows of a model in between are made by themselves. */
function isSent(field: Field): boolean {
  if (field.type === 'owner' || 'auto_now' in field || 'auto_now_add' in field) return false;
  return !(field.type === 'm2m' && field.through !== undefined);
}

/** The fields that a client of the API sends: its fields in their order. */
export function sentFields(resource: Resource): readonly Field[] {
  return resource.fields.filter(isSent);
}
