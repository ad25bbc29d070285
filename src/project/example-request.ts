import { namesOf } from '../answers/resource-names.ts';
import { type Field, type Resource, UPLOAD_TYPES, isOneOf, isOptional, isRelation } from '../answers/resource.ts';
import { type SampleValue, sampleValue } from './sample-value.ts';
import { sentFields } from './sent-fields.ts';

/** A request that the README shows. */
export interface ExampleRequest {
  /** The part of the list's address that is the resource's own: `books`. */
  readonly url: string;
  /** The name of that address: `book-list`. */
  readonly listName: string;
  /** What it is about, as in "list the books". */
  readonly plural: string;
  /** A body that creates one, in JSON. No sign in it has a meaning between single quotes of a shell. */
  readonly body: string;
}

/** The number of a row that the sample data have no more. */
const PLACE = 12;

/** What a client sends for a field: another row is the first one. */
function valueOf(field: Field, resource: Resource): SampleValue {
  if (!isRelation(field)) return sampleValue(field, resource, PLACE);
  return field.type === 'm2m' ? [1] : 1;
}

/** Says whether a request without the field would be refused. */
function isRequired(field: Field): boolean {
  return !isOptional(field) && !('default' in field) && field.type !== 'boolean';
}

/**
 * A request that creates something, as short as may be.
 * @param resources all resources of the project
 * @returns one for the first that needs no other row and no file, or else for the first
 */
export function exampleRequest(resources: readonly Resource[]): ExampleRequest {
  const required = (resource: Resource): readonly Field[] => sentFields(resource).filter(isRequired);
  const isPlain = (resource: Resource): boolean => required(resource).every((field) => !isRelation(field) && !isOneOf(UPLOAD_TYPES, field.type));
  const resource = resources.find(isPlain) ?? resources[0];
  if (resource === undefined) throw new Error('A project is about something');
  const { url, singular, verbosePlural } = namesOf(resource);
  const fields = required(resource).map((field) => [field.name, valueOf(field, resource)]);
  const body = JSON.stringify(Object.fromEntries(fields)).replaceAll("'", String.raw`\u0027`);
  return { url, listName: `${singular}-list`, plural: verbosePlural, body };
}
