import { DJANGO } from '../../resource/model/django-names.ts';
import type { ProjectAnswers } from '../../options/table.ts';
import { namesOf } from '../../resource/model/names.ts';
import {
  type Field,
  type Resource,
  UPLOAD_TYPES,
  USER,
  isOneOf,
  isOptional,
  targetOf,
  isRelation,
} from '../../resource/model/resource.ts';
import { orderingFields } from '../../resource/model/searched-fields.ts';
import { USERS, sampleRows } from '../samples/sample-data.ts';
import type { SampleValue } from '../field-types/sample-value.ts';
import { sentFields } from '../samples/sent-fields.ts';

/** A part of an OpenAPI document. */
interface Part {
  readonly [key: string]: SampleValue | Part;
}

const ORIGIN = 'http://localhost:8000';

/** What REST framework answers where it refuses a request: one message, or a list of them for each field that is at fault. */
const ERRORS: Part = {
  ApiError: { type: 'object', properties: { detail: { type: 'string' } }, required: ['detail'] },
  ValidationError: {
    type: 'object',
    properties: { detail: { type: 'string' } },
    additionalProperties: { type: 'array', items: { type: 'string' } },
  },
};

function answer(description: string, component: string): Part {
  return { description, content: { 'application/json': { schema: { $ref: `#/components/schemas/${component}` } } } };
}

/** The number of the user whom a fixture names: `admin` is the first. */
function userNumber(name: SampleValue): number {
  return USERS.findIndex((one) => one === name) + 2;
}

function isList(value: SampleValue): value is readonly SampleValue[] {
  return Array.isArray(value);
}

/** A value of a row as the API shows it. */
function shownValue(field: Field, value: SampleValue): SampleValue {
  if (isRelation(field) && targetOf(field) === USER && isList(value)) {
    const numbers = value.map((one) => userNumber(isList(one) ? (one[0] ?? null) : one));
    return field.type === 'm2m' ? numbers : (numbers[0] ?? null);
  }
  if (field.type === 'duration' && typeof value === 'string') return value.replace(/^0 /, '');
  return value;
}

/** The fields of a component that something is said of. */
function said(fields: readonly Field[], about: (field: Field) => Part | undefined): Part {
  const properties = Object.fromEntries(
    fields.flatMap((field): [string, Part][] => {
      const its = about(field);
      return its === undefined ? [] : [[field.name, its]];
    }),
  );
  return Object.keys(properties).length === 0 ? {} : { properties };
}

/** A text that may be empty: drf-spectacular offers two types for it, which a client cannot tell apart. */
function text(length: number | undefined): Part {
  return { oneOf: null, type: 'string', ...(length === undefined ? {} : { maxLength: length }) };
}

/** The form of a value, which drf-spectacular does not say, or says in two ways. */
function form(field: Field): Part | undefined {
  if (field.type === 'duration')
    return { description: 'Days, hours, minutes and seconds: `[DD] [HH:[MM:]]ss[.uuuuuu]`' };
  if (!isOptional(field) || !isOneOf(['email', 'slug', 'url'], field.type)) return undefined;
  return text(('max_length' in field ? field.max_length : undefined) ?? DJANGO.field_lengths[field.type]);
}

/** What the API answers of a field. The sample data have no files, and so a required one may be missing. */
function answered(field: Field): Part | undefined {
  return isOneOf(UPLOAD_TYPES, field.type) ? { nullable: true } : form(field);
}

/** What a client may send. An answer may have no related row, where that one was deleted. */
function limit(field: Field): Part | undefined {
  return field.type === 'm2m' && !isOptional(field) ? { minItems: 1 } : form(field);
}

/** The first row of the sample data as the API shows it, and as a client sends it; empty where there is no row. */
function examples(resource: Resource, resources: readonly Resource[]): { readonly shown: Part; readonly sent: Part } {
  const [row] = sampleRows(resource, resources);
  if (row === undefined) return { shown: {}, sent: {} };
  const { app } = namesOf(resource);
  const valueOf = (field: Field): SampleValue => {
    if (isOneOf(UPLOAD_TYPES, field.type))
      return `${ORIGIN}/data/media/${app}/${field.name}.${field.type === 'image' ? 'png' : 'pdf'}`;
    return shownValue(field, row.fields[field.name] ?? null);
  };
  const valuesOf = (fields: readonly Field[]): Part =>
    Object.fromEntries(
      fields.map((field): [string, SampleValue] => [field.name, valueOf(field)]).filter(([, value]) => value !== null),
    );
  const sent = sentFields(resource).filter((field) => !isOneOf(UPLOAD_TYPES, field.type));
  return { shown: { example: { id: row.pk, ...valuesOf(resource.fields) } }, sent: { example: valuesOf(sent) } };
}

/** What is added to the components of one resource. */
function componentsOf(resource: Resource, resources: readonly Resource[], { from, to }: Pages): Part {
  const { model, url } = namesOf(resource);
  const list = `${ORIGIN}/api/v1/${url}/`;
  const { shown, sent } = examples(resource, resources);
  const fields = sentFields(resource);
  const parts = {
    [model]: { ...said(fields, answered), ...shown },
    [`${model}Request`]: { ...said(fields, limit), ...sent },
    [`Patched${model}Request`]: said(fields, limit),
    [`Paginated${model}List`]: { properties: { next: { example: list + to }, previous: { example: list + from } } },
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0));
}

/** What is added to the addresses of one resource. An asterisk keeps a patch from making what its owner has removed. */
function pathsOf(resource: Resource): Part {
  const fields = orderingFields(resource);
  const values = fields.flatMap((field) => [field, `-${field}`]);
  const schema = { type: 'array', items: { type: 'string', enum: values } };
  const many = sentFields(resource).filter(({ type }) => type === 'm2m');
  // A form has a part for each of several values; openapi-generator joins them where it is not told.
  const encoding = Object.fromEntries(many.map(({ name }) => [name, { style: 'form', explode: true }]));
  const isForm = many.length > 0 && resource.fields.some(({ type }) => isOneOf(UPLOAD_TYPES, type));
  const parts = {
    ...(fields.length === 0
      ? {}
      : {
          'get*': {
            'parameters*': {
              'ordering*': { description: 'Fields to sort by; a minus sign reverses one.', explode: false, schema },
            },
          },
        }),
    ...(isForm ? { '*': { 'requestBody*': { content: { 'multipart*': { encoding } } } } } : {}),
  };
  return Object.keys(parts).length === 0 ? {} : { [`/api/v1/${namesOf(resource).url}/*`]: parts };
}

/** A user may have no address, and letters of any language in the name, where a program in JavaScript knows only those of English. */
const ME: Part = { Me: { properties: { email: text(DJANGO.field_lengths.email), username: { pattern: null } } } };

/** The queries of the page before and of the page behind one. */
interface Pages {
  readonly from: string;
  readonly to: string;
}

const PAGES: Readonly<Record<ProjectAnswers['pagination'], Pages>> = {
  page: { from: '?page=1', to: '?page=3' },
  cursor: { from: '?cursor=cj0xJnA9MjE%3D', to: '?cursor=cD00MA%3D%3D' },
};

/**
 * The patch of the API's schema, `config/openapi.json`: the errors, what drf-spectacular does not say of fields, and examples from the
 * sample data. `config/schema.py` says how it is applied.
 * @param resources all of the project
 * @param answers how a client logs in and goes through a list
 * @returns JSON without a line feed at its end
 */
export function schemaPatch(
  resources: readonly Resource[],
  { auth, pagination }: Pick<ProjectAnswers, 'auth' | 'pagination'>,
): string {
  const components = resources.map((resource) => componentsOf(resource, resources, PAGES[pagination]));
  const schemas: Part = Object.fromEntries(
    [ERRORS, ...(auth === 'session' ? [] : [ME]), ...components].flatMap((one) => Object.entries(one)),
  );
  const responses = {
    400: answer('What is wrong with the request', 'ValidationError'),
    '4XX': answer('Why the request was refused', 'ApiError'),
  };
  const paths: Part = Object.fromEntries(
    [{ '*': { '*': { responses } } }, ...resources.map(pathsOf)].flatMap((one) => Object.entries(one)),
  );
  return JSON.stringify({ components: { schemas }, paths }, null, 2);
}
