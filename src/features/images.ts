import { resourcesOf } from '../answers/project-resources.ts';
import type { Feature } from './feature.ts';

/** Uploaded pictures: Pillow reads them before they are taken. */
export const images: Feature = {
  name: 'images',
  applies: (answers) => resourcesOf(answers).some(({ fields }) => fields.some((field) => field.type === 'image')),
  packages: ['pillow'],
};
