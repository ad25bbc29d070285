import { type Resource, TEXT_TYPES, UPLOAD_TYPES, isOneOf } from './resource.ts';
import { sortableFields } from './queries.ts';

/** The fields that a search looks at: all that hold text. */
export function searchFields(resource: Resource): readonly string[] {
  return resource.fields.filter((field) => isOneOf(TEXT_TYPES, field.type)).map((field) => field.name);
}

/** The fields that a client of the API may order by. */
export function orderingFields(resource: Resource): readonly string[] {
  return sortableFields(resource)
    .filter((field) => !isOneOf([...UPLOAD_TYPES, 'json'], field.type))
    .map((field) => field.name);
}
