import { FIELD_FACTS } from './field-facts.ts';
import { type Field, type Resource, TEXT_TYPES, isOneOf, isRelation } from './resource.ts';

/** The longest row of an index that PostgreSQL takes, in bytes. */
export const LONGEST_INDEX_ROW = 2704;

/**
 * How much room the values of a field can take in an index; a character has up to four bytes.
 * @returns bytes, without end for a text or a document of any length
 */
export function indexBytes(field: Field): number {
  if ('max_length' in field) return field.max_length * 4;
  if (field.type === 'choice') return Math.max(...field.choices.map(({ value }) => String(value).length)) * 4;
  return FIELD_FACTS[field.type].indexCharacters * 4;
}

/** Says whether the values of fields fit one row of an index. */
export function fitsIndex(fields: readonly Field[]): boolean {
  return fields.reduce((sum, field) => sum + indexBytes(field), 0) <= LONGEST_INDEX_ROW;
}

/**
 * The fields that make the text of a row: what was said, or the first text-like one.
 * @returns names of fields, `id` or `pk`; none where it has no text and nothing was said
 */
export function textNames(resource: Resource): readonly string[] {
  if (resource.str !== undefined) return resource.str;
  const first = resource.fields.find((field) => isOneOf(TEXT_TYPES, field.type));
  return first === undefined ? [] : [first.name];
}

/**
 * The ordering of pages: what was said, and the key at its end, so that no row is on two pages or on none.
 * @returns names of fields, a descending one behind a hyphen
 */
export function pageOrdering(resource: Resource): readonly string[] {
  const ordering = resource.ordering ?? [];
  const names = ordering.map((name) => name.replace(/^-/, ''));
  const unique = resource.fields
    .filter((field) => field.unique === true && field.optional !== true)
    .map((field) => field.name);
  if (names.some((name) => name === 'id' || name === 'pk' || unique.includes(name))) return ordering;
  return [...ordering, ordering.at(-1)?.startsWith('-') === true ? '-id' : 'id'];
}

/** True where an index on the field alone is there already, or Django makes one with the column. */
function hasIndex(field: Field): boolean {
  return field.unique === true || field.index === true || field.type === 'slug' || isRelation(field);
}

/** True where a field is unique or indexed because that was asked for. */
function isIndexWanted(field: Field): boolean {
  return field.unique === true || field.index === true;
}

/**
 * The fields that the API sorts by, besides the key: those of the ordering, those of the text, what the table of field types names, and
 * what is indexed because it was asked for.
 * @returns the fields in their order; each has an index
 */
export function sortableFields(resource: Resource): readonly Field[] {
  const wanted = [...(resource.ordering ?? []).map((name) => name.replace(/^-/, '')), ...textNames(resource)];
  return resource.fields.filter((field) => {
    const { sorts } = FIELD_FACTS[field.type];
    if (sorts === 'never' || !fitsIndex([field])) return false;
    return (
      sorts === 'always' ||
      (sorts === 'required' && field.optional !== true) ||
      wanted.includes(field.name) ||
      isIndexWanted(field)
    );
  });
}

/**
 * The fields that the API filters by: what the table of field types names, and what is indexed because it was asked for.
 * @returns the fields in their order; each has an index, but for yes and no, where none helps
 */
export function filterableFields(resource: Resource): readonly Field[] {
  const sorted = sortableFields(resource);
  return resource.fields.filter((field) => {
    const { filters } = FIELD_FACTS[field.type];
    if (filters === 'never') return false;
    return (
      filters === 'always' ||
      (filters === 'sorted' && sorted.includes(field)) ||
      (isIndexWanted(field) && fitsIndex([field]))
    );
  });
}

/** True where the names of an ordering can be columns of one index: no relation's, whose rows another table orders. */
function isIndexableOrdering(resource: Resource): boolean {
  const names = pageOrdering(resource)
    .map((name) => name.replace(/^-/, ''))
    .filter((name) => name !== 'id' && name !== 'pk');
  const fields = names.flatMap((name) => resource.fields.filter((field) => field.name === name && !isRelation(field)));
  return fields.length === names.length && fitsIndex(fields);
}

/**
 * The indexes of the model's `Meta`: one for its ordering, and one for each field that the API sorts or filters by and that has none. The
 * key ends each, as it ends the ordering of every page.
 * @returns the columns of each, a descending one behind a hyphen
 */
export function metaIndexes(resource: Resource): readonly (readonly string[])[] {
  const ordering = pageOrdering(resource).map((name) => name.replace(/^(-?)pk$/, '$1id'));
  const first = resource.fields.find((field) => field.name === ordering[0]?.replace(/^-/, ''));
  const isCovered = first === undefined || (ordering.length === 1 && hasIndex(first));
  const composite = !isCovered && isIndexableOrdering(resource) ? [ordering] : [];
  const leads = composite.map((names) => names[0]?.replace(/^-/, ''));
  const singles = [...new Set([...sortableFields(resource), ...filterableFields(resource)])].filter(
    (field) => field.type !== 'boolean' && !hasIndex(field) && !leads.includes(field.name) && fitsIndex([field]),
  );
  return [...composite, ...singles.map((field) => [field.name, 'id'])];
}
