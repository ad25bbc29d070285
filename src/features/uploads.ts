import type { ProjectAnswers } from '../options/table.ts';
import { resourcesOf } from '../resource/model/project-resources.ts';
import type { Field } from '../resource/model/resource.ts';
import type { Feature } from './feature.ts';

/**
 * True where some resource of a project has a field of one of some types.
 * @param answers the project's answers
 * @param types types of fields
 */
export function hasType(answers: Pick<ProjectAnswers, 'resources'>, ...types: readonly Field['type'][]): boolean {
  return resourcesOf(answers).some(({ fields }) => fields.some(({ type }) => types.includes(type)));
}

/** What fields of some types need: validators, a place for uploads, a library for images. */
export const UPLOADS: readonly Feature[] = [
  { name: 'validators', applies: (answers) => hasType(answers, 'file', 'float', 'image') },
  { name: 'uploads', applies: (answers) => hasType(answers, 'file', 'image'), packages: ['django-cleanup'] },
  { name: 'images', applies: (answers) => hasType(answers, 'image'), packages: ['pillow'] },
];
