import { resourcesOf } from '../answers/project-resources.ts';
import { USER, isRelation, targetOf } from '../answers/resource.ts';
import type { Feature } from './feature.ts';

/** Users in the sample data and in the tests, where a resource points at them. */
export const userRelations: Feature = {
  name: 'user-relations',
  applies: (answers) => resourcesOf(answers).some(({ fields }) => fields.some((field) => isRelation(field) && targetOf(field) === USER)),
};
