import type { Resource } from '../../resource/model/resource.ts';
import { filterableFields } from '../../resource/model/queries.ts';

/** What else a client says behind the question mark of an address; a filter of that name would answer it too. */
const PARAMETERS: readonly string[] = ['cursor', 'format', 'ordering', 'page', 'page_size', 'search'];

/** The names of the fields that the API filters by, in their order. */
export function filterFields(resource: Resource): readonly string[] {
  return filterableFields(resource)
    .map((field) => field.name)
    .filter((name) => !PARAMETERS.includes(name));
}
