import { resourcesOf } from '../answers/project-resources.ts';
import { searchFields } from '../answers/searched-fields.ts';
import type { Feature } from './feature.ts';

/** Searches that cost the same however many rows there are: an index of PostgreSQL's for each resource that has text. */
export const searchIndex: Feature = {
  name: 'search-index',
  applies: (answers) => answers.database === 'postgres' && resourcesOf(answers).some((resource) => searchFields(resource).length > 0),
  appliesTo: (resource) => searchFields(resource).length > 0,
};
