import { type Field, type Resource, isOneOf, isOptional, isRelation, targetOf } from '../../resource/model/resource.ts';
import { textNames } from '../../resource/model/queries.ts';
import { isStringLike } from '../models/field-class.ts';

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

/** How a page shows a value, in Django's template language. */
function valueShown(field: Field, attribute: string, label: string): string {
  switch (field.type) {
    case 'text':
      return `{{ ${attribute}|linebreaks }}`;
    case 'choice':
      return `{{ object.get_${field.name}_display }}`;
    case 'boolean':
      return `{{ ${attribute}|yesno|capfirst }}`;
    case 'email':
      return `<a href="mailto:{{ ${attribute} }}">{{ ${attribute} }}</a>`;
    case 'url':
      return `<a href="{{ ${attribute} }}">{{ ${attribute} }}</a>`;
    case 'file':
      return `<a href="{{ ${attribute}.url }}">Download</a>`;
    case 'image':
      return `<img src="{{ ${attribute}.url }}" alt="${label}">`;
    default:
      return `{{ ${attribute} }}`;
  }
}

/** A field as the pages show it: its words and its template. */
export function siteField(field: Field, resources: readonly Resource[]): SiteField {
  const target = isRelation(field) ? resources.find((one) => one.name === targetOf(field)) : undefined;
  const attribute = `object.${field.name}`;
  const conditions: Readonly<Partial<Record<Field['type'], string>>> = { m2m: `${attribute}.all`, json: attribute };
  const optional = isStringLike(field) ? attribute : `${attribute} is not None`;
  const label = labelOf(field.name);
  return {
    label,
    shown: isRelation(field)
      ? relationShown(attribute, field.type === 'm2m', target !== undefined)
      : valueShown(field, attribute, label),
    condition: conditions[field.type] ?? (isOptional(field) || isOneOf(['file', 'image'], field.type) ? optional : ''),
  };
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
  const isShort = (field: Field): boolean =>
    !isOneOf(['text', 'slug', 'url', 'boolean', 'uuid', 'json', 'file', 'image', 'm2m'], field.type);
  return resource.fields.filter((field) => isShort(field) && !names.includes(field.name)).slice(0, MOST_ON_CARD);
}
