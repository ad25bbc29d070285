import { resourcesOf } from '../answers/project-resources.ts';
import { type Resource, UPLOAD_TYPES, isOneOf } from '../answers/resource.ts';
import type { Feature } from './feature.ts';

function hasUpload(resource: Resource): boolean {
  return resource.fields.some((field) => isOneOf(UPLOAD_TYPES, field.type));
}

/** Uploaded files: where they are stored, what they may be, and how they are served. */
export const uploads: Feature = {
  name: 'uploads',
  applies: (answers) => resourcesOf(answers).some(hasUpload),
  appliesTo: hasUpload,
};
