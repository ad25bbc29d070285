import { type Field, type Resource, isOneOf, isOptional, isRelation, targetOf } from '../answers/resource.ts';
import { namesOf } from '../answers/resource-names.ts';
import { textNames } from '../answers/resource-queries.ts';
import { isStringLike } from './field-class.ts';

/** A field as the pages of the website show it. */
export interface SiteField {
  readonly name: string;
  /** What people read before the value: `Date of birth`. */
  readonly label: string;
  /** What shows its value in a template of Django's. */
  readonly shown: string;
  /** The condition under which there is something to show; the empty text where there always is. */
  readonly condition: string;
}

const MOST_ON_CARD = 3;

/** The templates in `templates/values/` by type; the rest shows a value as it is. */
const VALUES: Readonly<Partial<Record<Field['type'], string>>> = {
  email: 'email',
  url: 'url',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  json: 'json',
  file: 'file',
  image: 'image',
  fk: 'related',
  o2o: 'related',
  m2m: 'related_list',
};

const CAPITALS = ['api', 'css', 'gps', 'html', 'id', 'ip', 'isbn', 'issn', 'pdf', 'pin', 'sku', 'url', 'usb', 'uuid', 'vat'];

/** The words of a field, as Django derives them from its name, but for what people write in capitals. */
function labelOf(name: string): string {
  const words = name.split('_').filter((word) => word !== '');
  const label = words.map((word) => (CAPITALS.includes(word) ? word.toUpperCase() : word)).join(' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** What shows a value: itself, or a template that is given the value and the name of a related row's page. */
function shownBy(field: Field, value: string, page: string | undefined): string {
  const template = isRelation(field) && field.type !== 'm2m' && page === undefined ? undefined : VALUES[field.type];
  if (field.type === 'text') return `{{ ${value}|linebreaks }}`;
  if (template === undefined) return `{{ ${value} }}`;
  return `{% include "values/${template}.html" with value=${value}${page === undefined ? '' : ` page="${page}"`} %}`;
}

/** A field as the pages show it: its words and its template. */
export function siteField(field: Field, resources: readonly Resource[]): SiteField {
  const target = isRelation(field) ? resources.find((one) => one.name === targetOf(field)) : undefined;
  const attribute = `object.${field.name}`;
  const isText = isStringLike(field);
  const conditions: Readonly<Partial<Record<Field['type'], string>>> = { m2m: `${attribute}.all`, json: attribute };
  const optional = isText ? attribute : `${attribute} is not None`;
  const value = field.type === 'choice' ? `object.get_${field.name}_display` : field.type === 'm2m' ? `${attribute}.all` : attribute;
  return {
    name: field.name,
    label: labelOf(field.name),
    shown: shownBy(field, value, target === undefined ? undefined : `${namesOf(target).singular}-detail`),
    condition: conditions[field.type] ?? (isOptional(field) || isOneOf(['file', 'image'], field.type) ? optional : ''),
  };
}

/** The fields that the page of a row shows: all but the one that is its heading already. */
export function pageFields(resource: Resource): readonly Field[] {
  const [heading, ...more] = textNames(resource);
  return more.length > 0 ? resource.fields : resource.fields.filter((field) => field.name !== heading || isRelation(field));
}

/** The fields of a row that a list of rows shows beside its text: the first few that are short. */
export function cardFields(resource: Resource): readonly Field[] {
  const names = textNames(resource);
  const isShort = (field: Field): boolean => !isOneOf(['text', 'slug', 'url', 'boolean', 'uuid', 'json', 'file', 'image', 'm2m'], field.type);
  return resource.fields.filter((field) => isShort(field) && !names.includes(field.name)).slice(0, MOST_ON_CARD);
}
