import { FIELD_TYPES, type FieldType, isOneOf } from '../model/resource.ts';
import { nearestOf } from '../../text/nearest.ts';

/** What other tools, SQL and Django's classes call our types, in lower case and without `Field` at the end. */
const ELSEWHERE: Readonly<Record<string, FieldType>> = {
  string: 'char',
  str: 'char',
  varchar: 'char',
  character: 'char',
  phone: 'char',
  color: 'char',
  textarea: 'text',
  longtext: 'text',
  richtext: 'text',
  markdown: 'text',
  mail: 'email',
  link: 'url',
  uri: 'url',
  int: 'integer',
  number: 'integer',
  year: 'integer',
  smallint: 'smallinteger',
  bigint: 'biginteger',
  long: 'biginteger',
  positive: 'positiveinteger',
  unsigned: 'positiveinteger',
  double: 'float',
  real: 'float',
  numeric: 'decimal',
  money: 'decimal',
  currency: 'decimal',
  price: 'decimal',
  bool: 'boolean',
  nullboolean: 'boolean',
  timestamp: 'datetime',
  timestamptz: 'datetime',
  interval: 'duration',
  timedelta: 'duration',
  guid: 'uuid',
  jsonb: 'json',
  dict: 'json',
  array: 'json',
  object: 'json',
  ip: 'genericipaddress',
  ipaddress: 'genericipaddress',
  inet: 'genericipaddress',
  upload: 'file',
  attachment: 'file',
  binary: 'file',
  picture: 'image',
  photo: 'image',
  avatar: 'image',
  enum: 'choice',
  choices: 'choice',
  select: 'choice',
  foreignkey: 'fk',
  foreign_key: 'fk',
  references: 'fk',
  belongs_to: 'fk',
  reference: 'fk',
  relation: 'fk',
  onetoone: 'o2o',
  one_to_one: 'o2o',
  has_one: 'o2o',
  manytomany: 'm2m',
  many_to_many: 'm2m',
  many2many: 'm2m',
};

/**
 * What we call a type that was written in another tool's words.
 * @param word what was written
 * @returns our type, the same or the nearest one, or nothing where none comes near
 */
export function fieldTypeFor(word: string): FieldType | undefined {
  const plain = word
    .toLowerCase()
    .replace(/^models\./, '')
    .replace(/(?<=.)_?field$/, '');
  if (isOneOf(FIELD_TYPES, plain)) return plain;
  if (Object.hasOwn(ELSEWHERE, plain)) return ELSEWHERE[plain];
  const nearest = nearestOf(plain, [...FIELD_TYPES, ...Object.keys(ELSEWHERE)]) ?? '';
  return isOneOf(FIELD_TYPES, nearest) ? nearest : ELSEWHERE[nearest];
}
