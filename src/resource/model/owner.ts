import { type Field, type Resource, USER } from './resource.ts';

/** The names of a foreign key to the user that mean who wrote a row. */
const AUTHOR_NAMES: readonly string[] = [
  'author',
  'creator',
  'created_by',
  'owner',
  'posted_by',
  'uploaded_by',
  'written_by',
];

/** The field that holds whom a row belongs to, and who alone changes it: its field of the type `owner`, if it has one. */
export function ownerOf(resource: Resource): Extract<Field, { type: 'owner' }> | undefined {
  return resource.fields.find((field) => field.type === 'owner');
}

/** The field that the server sets to the user who creates a row: the owner, or else a foreign key to the user that means the author. */
export function authorOf(resource: Resource): Field | undefined {
  return (
    ownerOf(resource) ??
    resource.fields.find(
      (field) => field.type === 'fk' && field.to === USER && field.unique !== true && AUTHOR_NAMES.includes(field.name),
    )
  );
}
