import { resourcesOf } from '../answers/project-resources.ts';
import type { Resource } from '../answers/resource.ts';
import { searchFields } from '../answers/searched-fields.ts';
import type { Feature } from './feature.ts';

/** Says whether a search looks at anything of it. */
function hasText(resource: Resource): boolean {
  return searchFields(resource).length > 0;
}

/** Searches that take milliseconds among a million rows: an index of PostgreSQL's for each resource that has text. */
export const searchIndex: Feature = {
  name: 'search-index',
  applies: (answers) => answers.database === 'postgres' && resourcesOf(answers).some(hasText),
  appliesTo: hasText,
};
