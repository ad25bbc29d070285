import type { Outcome } from '../../result.ts';
import { readField } from './field-json.ts';
import { KeyReader, isJsonRecord } from './json-object-reader.ts';
import type { Field, Resource } from '../model/resource.ts';
import type { Problem } from '../../problem.ts';
import { modelName } from '../../text/words.ts';

const EXAMPLE = '{"name": "Book", "fields": [{"name": "title", "type": "char", "max_length": 100}]}';

const KEYS = ['name', 'plural', 'fields', 'str', 'ordering', 'unique', 'pk'] as const;

/** The sets of `unique`; a bare list of names is one set. */
function readUnique(reader: KeyReader): readonly (readonly string[])[] | undefined {
  const raw = reader.record['unique'];
  if (raw === undefined) return undefined;
  const isNames = (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  if (isNames(raw)) return [raw];
  if (Array.isArray(raw) && raw.length > 0 && raw.every(isNames)) return raw;
  reader.refuse('unique', 'It is a list of lists of field names.');
  return undefined;
}

/** What stands for a field that cannot be read, so that its name is known to what names it: a field of that name. */
export function placeholder(name: string): Field {
  return { name, type: 'boolean' };
}

function readFields(reader: KeyReader): readonly Field[] {
  const raw = reader.record['fields'];
  // That there are none at all is told with what is wrong with the names.
  if (!Array.isArray(raw)) {
    if (raw !== undefined) reader.refuse('fields', 'It is a list of fields.');
    return [];
  }
  const fields: Field[] = [];
  for (const one of raw) {
    const outcome = readField(one, reader.where);
    if ('value' in outcome) fields.push(outcome.value);
    else reader.problems.push(...outcome.problems);
    if ('problems' in outcome && isJsonRecord(one) && typeof one['name'] === 'string')
      fields.push(placeholder(one['name']));
  }
  return fields;
}

/** A part of a resource under its key, or nothing at all where it is absent. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): Readonly<Partial<Record<Key, Value>>> {
  const parts: Partial<Record<Key, Value>> = {};
  if (value !== undefined) parts[key] = value;
  return parts;
}

/** A resource as far as it could be read, and what is wrong with the rest. */
export interface ResourceReading {
  /** Its name as it was given. */
  readonly said?: string;
  /** Absent where not even its name is known; a field that cannot be read has a placeholder. */
  readonly resource?: Resource;
  readonly problems: readonly Problem[];
}

/** Reads a resource from JSON as far as it can be read; gives the resource in its one written form, and every problem. */
export function readingOf(value: unknown): ResourceReading {
  if (!isJsonRecord(value) || typeof value['name'] !== 'string') {
    const next = `Give an object with a name and fields, such as ${EXAMPLE}.`;
    return { problems: [{ what: `A resource is ${JSON.stringify(value)}`, next }] };
  }
  const said = value['name'];
  const name = modelName(said);
  const reader = new KeyReader(name, value);
  reader.onlyKeys(KEYS);
  const resource: Resource = {
    name,
    ...given('plural', reader.text('plural')),
    fields: readFields(reader),
    ...given('str', reader.texts('str')),
    ...given('ordering', reader.texts('ordering')),
    ...given('unique', readUnique(reader)),
    ...given('pk', reader.word('pk', ['uuid'])),
  };
  return { said, resource, problems: reader.problems };
}

/**
 * Reads a resource from JSON. It looks at the resource alone; `resourceProblems` looks at its names and at all resources together.
 * @returns the resource in its one written form, or every problem
 */
export function readResource(value: unknown): Outcome<Resource> {
  const { resource, problems } = readingOf(value);
  return resource === undefined || problems.length > 0 ? { problems } : { value: resource };
}
