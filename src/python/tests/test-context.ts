import {
  type Field,
  type Resource,
  UPLOAD_TYPES,
  type ValueField,
  isOneOf,
  isOptional,
  isValue,
} from '../../resource/model/resource.ts';
import { orderingFields, searchFields } from '../../resource/model/searched-fields.ts';
import { pySequence, pyCode, pyLaidOut, pyText } from '../../text/py-expression.ts';
import { type NamedCode, factoryFields } from './factory-context.ts';
import { filterFields } from '../views/filter-fields.ts';
import { mostRows } from '../samples/most-rows.ts';
import { refusedValue, testValue } from '../field-types/field-values.ts';

/** What the tests of a resource's app are about, beside the data that they make. A field that there is none of is null. */
export interface TestContext {
  /** The fields that hold files, which no answer of the API repeats. */
  readonly uploads: readonly string[];
  /** Pairs of a field and a value that is refused for it, as items of a list. */
  readonly invalid: readonly string[];
  /** What a test asks of a list, for its name: `search_filter_and_ordering`; and whether it asks anything. */
  readonly queried: string;
  readonly isQueried: boolean;
  /** The fields that the tests search, filter and order by. */
  readonly searched: string | null;
  readonly filtered: string | null;
  readonly ordered: string | null;
  /** Whether there can be so many rows that a query for each would be noticed. */
  readonly hasMany: boolean;
  /** The most queries that a list needs. */
  readonly queries: number;
}

/** So many rows are made where the queries of a list are counted. */
const MANY_ROWS = 10;

/** So many wrong values are tried. */
const MOST_INVALID = 2;

/** The queries of a page of a list: a session and its user, a count, the rows. */
const LIST_QUERIES = 4;

/** Wrong values: for each field that has one, the first; and no text where there must be some. */
function invalidValues(fields: readonly Field[]): readonly NamedCode[] {
  return fields.flatMap((field) => {
    const refused = refusedValue(field);
    const empty = isOneOf(['char', 'text'], field.type) && !isOptional(field) && !('default' in field) ? ['""'] : [];
    return [...empty, ...(refused === undefined ? [] : [refused])].map((code) => ({ name: field.name, code }));
  });
}

/** A field by whose value a search finds just one row: a number cut to two digits stands in the longer number of another row too. */
function telling(fields: readonly ValueField[], resource: Resource): string | null {
  const counts = fields.map((field) => testValue(field, resource).count);
  return fields[counts.indexOf(Math.max(...counts))]?.name ?? null;
}

/** What the tests of a resource's app are about. */
export function testContext(resource: Resource, resources: readonly Resource[]): TestContext {
  const fields = factoryFields(resource, resources);
  const named = (names: readonly string[]): readonly ValueField[] =>
    fields.filter(isValue).filter((field) => names.includes(field.name) && testValue(field, resource).count > 1);
  const searched = telling(named(searchFields(resource)), resource);
  const filtered = named(filterFields(resource)).find((field) => field.type !== 'boolean')?.name ?? null;
  const ordered = named(orderingFields(resource)).find((field) => testValue(field, resource).isAscending)?.name ?? null;
  const kinds = Object.entries({ search: searched, filter: filtered, ordering: ordered }).flatMap(([kind, field]) =>
    field === null ? [] : [kind],
  );
  return {
    uploads: fields.filter((field) => isOneOf(UPLOAD_TYPES, field.type)).map((field) => field.name),
    invalid: invalidValues(fields)
      .slice(0, MOST_INVALID)
      .map(({ name, code }) => `        ${pyLaidOut(pySequence('tuple', [pyText(name), pyCode(code)]), 8, 8, 1)},`),
    queried: kinds.length > 2 ? 'search_filter_and_ordering' : kinds.join('_and_'),
    isQueried: kinds.length > 0,
    searched,
    filtered,
    ordered,
    hasMany: mostRows(resource, resources) > MANY_ROWS,
    queries: LIST_QUERIES + resource.fields.filter((field) => field.type === 'm2m').length,
  };
}
