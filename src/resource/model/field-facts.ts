import { DJANGO } from './django-names.ts';
import type { FieldType } from './resource.ts';

/** What the resource language and the database know of a type. */
interface FieldFacts {
  /** What it can say, in the words of the line and of Django. */
  readonly keys: readonly string[];
  /** What follows its name in a line where something must, such as `:100`; otherwise empty. */
  readonly argument: string;
  /** When the API sorts by it: always, where it is required, or where the resource orders, shows or indexes it. */
  readonly sorts: 'always' | 'required' | 'indexed' | 'never';
  /** When the API filters by it: always, where it sorts by it, or where it is indexed because that was asked for. */
  readonly filters: 'always' | 'sorted' | 'indexed' | 'never';
  /** How many characters of four bytes a value takes in an index at most, where neither a length nor choices say it. */
  readonly indexCharacters: number;
}

const EVERY = ['name', 'type', 'optional', 'unique', 'index'];
const VALUE = [...EVERY, 'default'];
const KEY = ['name', 'type', 'optional', 'index', 'on_delete', 'related_name'];

/** A number, a moment or another value of a fixed size. */
const FIXED = { keys: VALUE, argument: '', sorts: 'indexed', filters: 'indexed', indexCharacters: 4 } as const;
const TEXT = { ...FIXED, keys: [...VALUE, 'max_length'] };
const MOMENT = { ...FIXED, keys: [...VALUE, 'auto_now_add', 'auto_now'] };
const UPLOAD = { ...FIXED, keys: ['name', 'type', 'optional', 'index'], filters: 'never' } as const;
const RELATION = { argument: ':Other', sorts: 'never', filters: 'always', indexCharacters: 4 } as const;

/** What the resource language and the database know of each type. */
export const FIELD_FACTS: Readonly<Record<FieldType, FieldFacts>> = {
  char: { ...TEXT, argument: ':100', sorts: 'required', filters: 'sorted' },
  text: { ...TEXT, indexCharacters: Infinity },
  slug: { ...TEXT, filters: 'sorted', indexCharacters: DJANGO.field_lengths.slug },
  email: { ...TEXT, filters: 'sorted', indexCharacters: DJANGO.field_lengths.email },
  url: { ...TEXT, filters: 'sorted', indexCharacters: DJANGO.field_lengths.url },
  integer: FIXED,
  positiveinteger: FIXED,
  smallinteger: FIXED,
  positivesmallinteger: FIXED,
  biginteger: FIXED,
  positivebiginteger: FIXED,
  float: FIXED,
  decimal: { ...FIXED, keys: [...VALUE, 'max_digits', 'decimal_places'], argument: ':10,2' },
  boolean: { ...FIXED, filters: 'always' },
  date: { ...MOMENT, sorts: 'always', filters: 'always' },
  datetime: { ...MOMENT, sorts: 'always', filters: 'always' },
  time: MOMENT,
  duration: FIXED,
  uuid: FIXED,
  json: { ...FIXED, filters: 'never', indexCharacters: Infinity },
  genericipaddress: FIXED,
  file: { ...UPLOAD, indexCharacters: DJANGO.field_lengths.file },
  image: { ...UPLOAD, indexCharacters: DJANGO.field_lengths.image },
  choice: { ...FIXED, keys: [...VALUE, 'choices'], argument: ':draft,published', filters: 'always' },
  fk: { ...RELATION, keys: [...KEY, 'to'] },
  o2o: { ...RELATION, keys: [...KEY, 'unique', 'to'] },
  m2m: { ...RELATION, keys: ['name', 'type', 'optional', 'to', 'through', 'related_name'] },
  owner: { ...RELATION, keys: KEY, argument: '' },
};

/** How a type is written in a line, with what it must say, such as `char:100`. */
export function usageOf(type: FieldType): string {
  return `${type}${FIELD_FACTS[type].argument}`;
}
