import { type Field, type Resource, UPLOAD_TYPES, isOneOf } from '../../resource/model/resource.ts';
import { filterableFields, sortableFields } from '../../resource/model/queries.ts';

/** What else a client says behind the question mark of an address; a filter of that name would answer it too. */
const PARAMETERS: readonly string[] = ['cursor', 'format', 'ordering', 'page', 'page_size', 'search'];

/** Says whether a field is a short text or an address, which people look for as a whole. */
function isLookedFor(field: Field): boolean {
  return isOneOf(['char', 'slug', 'email', 'url'], field.type);
}

/** The fields that the API filters by, in their order: those that suit it, and the short texts that it sorts by. */
export function filterFields(resource: Resource): readonly string[] {
  const wanted = new Set([...filterableFields(resource), ...sortableFields(resource).filter(isLookedFor)]);
  return resource.fields
    .filter(
      (field) =>
        wanted.has(field) && !isOneOf([...UPLOAD_TYPES, 'json'], field.type) && !PARAMETERS.includes(field.name),
    )
    .map((field) => field.name);
}
