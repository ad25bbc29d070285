import { namesOf } from '../../resource/model/names.ts';
import {
  type Field,
  type Resource,
  UPLOAD_TYPES,
  isOneOf,
  isOptional,
  isRelation,
  isValue,
} from '../../resource/model/resource.ts';
import { sampleRows } from './sample-data.ts';
import { sampler } from '../field-types/field-values.ts';
import type { SampleValue } from '../field-types/sample-value.ts';
import { sentFields } from './sent-fields.ts';

/** A request that the README shows. */
export interface ExampleRequest {
  /** The part of the list's address that is the resource's own: `books`. */
  readonly url: string;
  /** What it is about, as in "list the books". */
  readonly plural: string;
  /** A body that creates one, in JSON. No sign in it has a meaning between single quotes of a shell. */
  readonly body: string;
}

/** The numbers of rows that the sample data of most resources have no more. */
const PLACES: readonly number[] = Array.from({ length: 24 }, (_, place) => place + 12);

/** What the sample data have of a field that no two rows may share. */
function takenBy(resources: readonly Resource[], resource: Resource): (field: Field, value: SampleValue) => boolean {
  const rows = resource.fields.some((field) => field.unique === true) ? sampleRows(resource, resources) : [];
  return (field, value) => field.unique === true && rows.some(({ fields }) => fields[field.name] === value);
}

/** A text that no row has, made of one that a row has. */
function another(field: Field, value: SampleValue): SampleValue {
  if (typeof value !== 'string') return value;
  const end = '-13';
  return field.type === 'email'
    ? `13${value}`
    : `${'max_length' in field ? value.slice(0, field.max_length - end.length) : value}${end}`;
}

/** What a client sends for some fields: another row is the first one, and nothing is taken that must be new. */
function valuesOf(
  fields: readonly Field[],
  resource: Resource,
  isTaken: (field: Field, value: SampleValue) => boolean,
): readonly [string, SampleValue][] {
  const plain = fields.filter(isValue).map((field) => ({ field, sample: sampler(field, resource) }));
  const place =
    PLACES.find((one) => plain.every(({ field, sample }) => !isTaken(field, sample(one)))) ?? PLACES[0] ?? 0;
  return fields.map((field) => {
    if (isRelation(field)) return [field.name, field.type === 'm2m' ? [1] : 1];
    const value = sampler(field, resource)(place);
    return [field.name, isTaken(field, value) ? another(field, value) : value];
  });
}

function isRequired(field: Field): boolean {
  return !isOptional(field) && !('default' in field) && field.type !== 'boolean';
}

/** A request that creates something, as short as may be: one for the first that needs no other row and no file, or else for the first. */
export function exampleRequest(resources: readonly Resource[]): ExampleRequest {
  const required = (resource: Resource): readonly Field[] => sentFields(resource).filter(isRequired);
  const isPlain = (resource: Resource): boolean =>
    required(resource).every((field) => !isRelation(field) && !isOneOf(UPLOAD_TYPES, field.type));
  const resource = resources.find(isPlain) ?? resources[0];
  if (resource === undefined) throw new Error('A project is about something');
  const { url, verbosePlural } = namesOf(resource);
  const fields = valuesOf(required(resource), resource, takenBy(resources, resource));
  const body = JSON.stringify(Object.fromEntries(fields)).replaceAll("'", String.raw`\u0027`);
  return { url, plural: verbosePlural, body };
}
