import {
  type Field,
  type Resource,
  TEXT_TYPES,
  type RelationField,
  type ValueField,
  USER,
  isOneOf,
  isOptional,
  isRelation,
  targetOf,
} from '../../resource/model/resource.ts';
import { namesOf } from '../../resource/model/names.ts';
import { isStringLike } from '../field-types/field-class.ts';
import { sampler, testValue } from '../field-types/field-values.ts';
import { type SampleValue, type Sampler, sampleUuid } from '../field-types/sample-value.ts';
import books from '../field-types/sample-books.json' with { type: 'json' };

/** The users that `prepare_development` creates, by whose names a fixture points at them. */
export const USERS = ['ada', 'grace', 'margaret', 'alan'];

/** How many rows a resource has where nothing limits it. */
const ROWS = 12;

/** A row of a fixture. */
export interface Row {
  readonly model: string;
  readonly pk: string | number;
  readonly fields: Readonly<Record<string, SampleValue>>;
}

/** How many rows a one-to-one relation or a set of unique fields allows a target. */
function targetRows(field: Field, resources: readonly Resource[], before: readonly Resource[]): number {
  if (!isRelation(field)) return Infinity;
  if (targetOf(field) === USER) return USERS.length;
  const target = resources.find((one) => one.name === targetOf(field));
  return target === undefined || before.includes(target) ? ROWS : rowCount(target, resources, before);
}

/** How many rows of a resource the sample data have: twelve, but for the book, and fewer where unique fields allow no more. */
function rowCount(resource: Resource, resources: readonly Resource[], before: readonly Resource[] = []): number {
  const on = [...before, resource];
  const different = (field: Field): number =>
    isRelation(field) ? targetRows(field, resources, on) : testValue(field, resource).count;
  const single = resource.fields.filter((field) => field.unique === true || field.type === 'o2o').map(different);
  const together = (resource.unique ?? []).map((names) =>
    resource.fields
      .filter((field) => names.includes(field.name))
      .reduce((product, field) => product * different(field), 1),
  );
  return Math.min(resource.name === 'Book' ? books.length : ROWS, ...single, ...together);
}

function keyOf(resource: Resource, place: number): string | number {
  return resource.pk === 'uuid' ? sampleUuid(`${resource.name} ${place}`) : place + 1;
}

/** What stands for a value among those seen before. */
function plainText(value: SampleValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A field that a fixture holds, with what gives its values; a relation's are the keys of other rows. */
type Column =
  { readonly field: RelationField; readonly sample: null } | { readonly field: ValueField; readonly sample: Sampler };

/** The columns of a fixture: all but the owners and the many-to-many relations that rows of their own make. */
function columnsOf(resource: Resource): readonly Column[] {
  const kept = resource.fields.filter(
    (field) => !(field.type === 'm2m' && field.through !== undefined) && !(field.type === 'owner' && isOptional(field)),
  );
  return kept.map((field) =>
    isRelation(field) ? { field, sample: null } : { field, sample: sampler(field, resource) },
  );
}

/**
 * Whether the sample data point at users, who must be there first.
 * @param resources those of the project
 */
export function pointsAtUsers(resources: readonly Resource[]): boolean {
  return resources.some((resource) =>
    columnsOf(resource).some(({ field }) => isRelation(field) && targetOf(field) === USER),
  );
}

/** Makes the rows of one resource. */
class SampleRows {
  readonly #resource: Resource;
  readonly #resources: readonly Resource[];
  readonly #count: number;
  readonly #columns: readonly Column[];
  /** The sets of fields of which no two rows may have the same values. */
  readonly #different: readonly (readonly string[])[];
  readonly #seen = new Map<string, Set<string>>();

  constructor(resource: Resource, resources: readonly Resource[]) {
    this.#resource = resource;
    this.#resources = resources;
    this.#count = rowCount(resource, resources);
    this.#columns = columnsOf(resource);
    const single = resource.fields
      .filter((field) => field.unique === true || field.type === 'o2o')
      .map((field) => [field.name]);
    this.#different = [...single, ...(resource.unique ?? [])];
  }

  /** All rows, none of which breaks a constraint. */
  rows(): readonly Row[] {
    const rows: Row[] = [];
    const { app } = namesOf(this.#resource);
    for (let attempt = 0; attempt < this.#count * 40 && rows.length < this.#count; attempt += 1) {
      const fields = this.#fields(attempt, rows.length);
      if (!this.#isNew(fields)) continue;
      rows.push({
        model: `${app}.${this.#resource.name.toLowerCase()}`,
        pk: keyOf(this.#resource, rows.length),
        fields,
      });
    }
    return rows;
  }

  #fields(attempt: number, place: number): Readonly<Record<string, SampleValue>> {
    const fields: Record<string, SampleValue> = {};
    this.#columns.forEach((column, number) => {
      fields[column.field.name] = this.#value(column, attempt, place, number);
    });
    return fields;
  }

  #value({ field, sample }: Column, attempt: number, place: number, column: number): SampleValue {
    // The book's own texts are real ones, and empty where they are.
    const isEmpty = isOptional(field) && this.#resource.name !== 'Book' && (place + column) % 5 === 4;
    if (sample === null) return this.#related(field, attempt, place, column, isEmpty);
    if (isEmpty) return isStringLike(field) && field.unique !== true ? '' : null;
    const value = sample(attempt);
    return field.unique === true && isOneOf(TEXT_TYPES, field.type) ? this.#unlike(field, value, attempt) : value;
  }

  /** A text that no row before has: the row's number goes behind it where it must. */
  #unlike(field: Field, value: SampleValue, attempt: number): SampleValue {
    const seen = this.#of(field.name);
    const text = plainText(value);
    if (!seen.has(text) && text !== '') return text;
    const number = String(attempt + 1);
    const longest = 'max_length' in field ? field.max_length : 1000;
    if (field.type === 'email') return `${number}@a.io`;
    if (field.type === 'url') return `http://a.io/${number}`;
    const joint = field.type === 'slug' ? '-' : ' ';
    return longest < 4
      ? number.padStart(longest, '0').slice(-longest)
      : `${text.slice(0, longest - number.length - 1)}${joint}${number}`;
  }

  #related(field: RelationField, attempt: number, place: number, column: number, isEmpty: boolean): SampleValue {
    const target = this.#resources.find((one) => one.name === targetOf(field));
    const isSelf = target === this.#resource;
    const count = target === undefined ? USERS.length : rowCount(target, this.#resources);
    const key = (number: number): SampleValue =>
      target === undefined ? [USERS[number % count] ?? ''] : keyOf(target, number % count);
    // A step of its own for each column, so that rows do not all have the same pairs.
    const start =
      field.type === 'o2o' ? place : attempt * (column % 2 === 0 ? 1 : 5) + Math.floor(attempt / count) + column;
    if (field.type === 'm2m') return this.#many(start, count, isSelf ? place : -1, isEmpty).map(key);
    if (isSelf && field.type !== 'o2o' && isOptional(field)) return place < 3 ? null : key(start % place);
    if (isEmpty || (isSelf && field.type === 'o2o' && isOptional(field))) return null;
    return key(start);
  }

  /** Up to three rows, and never the row itself. */
  #many(start: number, count: number, own: number, isEmpty: boolean): readonly number[] {
    if (isEmpty) return [];
    const places = new Set([start % count, (start + 3) % count].slice(0, (start % 2) + 1));
    places.delete(own);
    return [...places];
  }

  #of(name: string): Set<string> {
    const seen = this.#seen.get(name) ?? new Set();
    this.#seen.set(name, seen);
    return seen;
  }

  /** Says whether a row breaks no constraint, and takes it as one that is there then. */
  #isNew(fields: Readonly<Record<string, SampleValue>>): boolean {
    const keys = this.#different.flatMap((names): [string, string][] => {
      const values = names.map((name) => fields[name] ?? null);
      return values.includes(null)
        ? []
        : [[names.join(), names.length === 1 ? plainText(values[0] ?? null) : JSON.stringify(values)]];
    });
    if (keys.some(([name, value]) => this.#of(name).has(value))) return false;
    for (const [name, value] of keys) this.#of(name).add(value);
    return true;
  }
}

/** The rows of a resource's sample data. */
export function sampleRows(resource: Resource, resources: readonly Resource[]): readonly Row[] {
  return new SampleRows(resource, resources).rows();
}

/** The sample data of a resource, as a fixture of Django's: JSON without a line feed at its end. */
export function sampleFixture(resource: Resource, resources: readonly Resource[]): string {
  return JSON.stringify(sampleRows(resource, resources), null, 2);
}
