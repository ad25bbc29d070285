import {
  type Field,
  type Resource,
  UPLOAD_TYPES,
  isOneOf,
  isOptional,
  isRelation,
  targetOf,
} from '../../resource/model/resource.ts';
import { textNames } from '../../resource/model/queries.ts';
import { isStringLike } from '../field-types/field-class.ts';
import { valueType } from '../field-types/value-types.ts';

/** A field as the pages of the website show it. */
export interface SiteField {
  /** What people read before the value: `Date of birth`. */
  readonly label: string;
  /** What shows its value in a template of Django's. */
  readonly shown: string;
  /** The condition under which there is something to show; the empty text where there always is. */
  readonly condition: string;
}

const MOST_ON_CARD = 3;

const CAPITALS = [
  'api',
  'css',
  'gps',
  'html',
  'id',
  'ip',
  'isbn',
  'issn',
  'pdf',
  'pin',
  'sku',
  'url',
  'usb',
  'uuid',
  'vat',
];

/** The words of a field, as Django derives them from its name, but for what people write in capitals. */
function labelOf(name: string): string {
  const words = name.split('_').filter((word) => word !== '');
  const label = words.map((word) => (CAPITALS.includes(word) ? word.toUpperCase() : word)).join(' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** How a page shows a relation: a link where the other row has a page. */
function relationShown(attribute: string, isMany: boolean, hasPage: boolean): string {
  const link = (value: string): string =>
    hasPage ? `<a href="{{ ${value}.get_absolute_url }}">{{ ${value} }}</a>` : `{{ ${value} }}`;
  if (!isMany) return link(attribute);
  return `{% for other in ${attribute}.all %}${link('other')}{% if not forloop.last %}, {% endif %}{% endfor %}`;
}

/** The condition under which a page shows a field; empty where it always does. */
function conditionOf(field: Field, attribute: string): string {
  if (field.type === 'm2m') return `${attribute}.all`;
  if (field.type === 'json' || isOneOf(UPLOAD_TYPES, field.type)) return attribute;
  if (!isOptional(field)) return '';
  return isStringLike(field) ? attribute : `${attribute} is not None`;
}

/** A field as the pages show it: its words and its template. */
export function siteField(field: Field, resources: readonly Resource[]): SiteField {
  const attribute = `object.${field.name}`;
  const label = labelOf(field.name);
  const condition = conditionOf(field, attribute);
  if (!isRelation(field)) return { label, shown: valueType(field.type).shown(attribute, label, field), condition };
  const hasPage = resources.some((one) => one.name === targetOf(field));
  return { label, shown: relationShown(attribute, field.type === 'm2m', hasPage), condition };
}

/** The fields that the page of a row shows: all but the one that is its heading already. */
export function pageFields(resource: Resource): readonly Field[] {
  const [heading, ...more] = textNames(resource);
  return more.length > 0
    ? resource.fields
    : resource.fields.filter((field) => field.name !== heading || isRelation(field));
}

/** The fields of a row that a list of rows shows beside its text: the first few that are short. */
export function cardFields(resource: Resource): readonly Field[] {
  const names = textNames(resource);
  const isShort = (field: Field): boolean => (isRelation(field) ? field.type !== 'm2m' : valueType(field.type).isShort);
  return resource.fields.filter((field) => isShort(field) && !names.includes(field.name)).slice(0, MOST_ON_CARD);
}
