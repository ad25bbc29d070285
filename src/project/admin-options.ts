import { type Field, type Resource, TEXT_TYPES, isOneOf, isRelation } from '../answers/resource.ts';
import type { ProjectAnswers } from '../answers/options.ts';
import { textNames } from '../answers/resource-queries.ts';
import { searchFields } from '../answers/searched-fields.ts';
import { tupleAttribute } from './class-attribute.ts';
import { relatedRows, targetResource } from './shown-relations.ts';

/** The options of a model's admin as Python; an option that would say nothing is the empty text. */
export interface AdminOptions {
  readonly listDisplay: string;
  readonly listFilter: string;
  readonly listSelectRelated: string;
  readonly searchFields: string;
  readonly dateHierarchy: string;
  readonly autocompleteFields: string;
  readonly rawIdFields: string;
  readonly readonlyFields: string;
  /** Whether it must say which scheme an address without one gets: Django 6 adds https, Django 5.2 warns without a choice. */
  readonly choosesScheme: boolean;
}

const MOST_COLUMNS = 6;

/** Says whether the server fills a field in, so that no form may show it as an input. */
function isFilledIn(field: Field): boolean {
  return 'auto_now' in field || 'auto_now_add' in field;
}

/** The columns of the list: the text of a row, then its other fields, but for long texts, documents and many-to-many relations. */
function columns(resource: Resource): readonly string[] {
  const [first, ...more] = textNames(resource);
  const isPlainText = first !== undefined && more.length === 0 && resource.fields.some((field) => field.name === first && isOneOf(TEXT_TYPES, field.type) && field.optional !== true);
  const start = isPlainText ? first : '__str__';
  const others = resource.fields.filter((field) => !isOneOf(['text', 'json', 'm2m'], field.type) && field.name !== first);
  return [start, ...others.map((field) => field.name)].slice(0, MOST_COLUMNS);
}

/** The options of a model's admin. */
export function adminOptions(resource: Resource, resources: readonly Resource[], django: ProjectAnswers['django']): AdminOptions {
  const shown = columns(resource);
  const searchable = (one: Resource | undefined): boolean => one === undefined || searchFields(one).length > 0;
  const relations = resource.fields.filter(isRelation).filter((field) => field.type !== 'm2m' || field.through === undefined);
  const isFound = (field: (typeof relations)[number]): boolean => searchable(targetResource(field, resources));
  const names = (fields: readonly Field[]): readonly string[] => fields.map((field) => field.name);
  const day = resource.fields.find((field) => field.type === 'date' || field.type === 'datetime')?.name;
  const related = relatedRows(resource, resource.fields.filter((field) => shown.includes(field.name)), resources);
  return {
    listDisplay: tupleAttribute('list_display', shown),
    listFilter: tupleAttribute('list_filter', names(resource.fields.filter((field) => isOneOf(['choice', 'boolean', 'date', 'datetime'], field.type)))),
    listSelectRelated: tupleAttribute('list_select_related', related.select),
    searchFields: tupleAttribute('search_fields', searchFields(resource)),
    dateHierarchy: day === undefined ? '' : `"${day}"`,
    autocompleteFields: tupleAttribute('autocomplete_fields', names(relations.filter(isFound))),
    rawIdFields: tupleAttribute('raw_id_fields', names(relations.filter((field) => !isFound(field)))),
    choosesScheme: django === '5.2' && resource.fields.some((field) => field.type === 'url'),
    readonlyFields: tupleAttribute('readonly_fields', names(resource.fields.filter(isFilledIn))),
  };
}
