import {
  type ChoiceField,
  type Field,
  TEXT_TYPES,
  UPLOAD_TYPES,
  isNumberChoice,
  isOneOf,
} from '../../resource/model/resource.ts';
import { DJANGO } from '../../resource/model/django-names.ts';

const CLASSES: Readonly<Record<Field['type'], string>> = {
  char: 'CharField',
  text: 'TextField',
  slug: 'SlugField',
  email: 'EmailField',
  url: 'URLField',
  integer: 'IntegerField',
  positiveinteger: 'PositiveIntegerField',
  smallinteger: 'SmallIntegerField',
  positivesmallinteger: 'PositiveSmallIntegerField',
  biginteger: 'BigIntegerField',
  positivebiginteger: 'PositiveBigIntegerField',
  float: 'FloatField',
  decimal: 'DecimalField',
  boolean: 'BooleanField',
  date: 'DateField',
  datetime: 'DateTimeField',
  time: 'TimeField',
  duration: 'DurationField',
  uuid: 'UUIDField',
  json: 'JSONField',
  genericipaddress: 'GenericIPAddressField',
  file: 'FileField',
  image: 'ImageField',
  choice: 'CharField',
  fk: 'ForeignKey',
  o2o: 'OneToOneField',
  m2m: 'ManyToManyField',
  owner: 'ForeignKey',
};

/** The type of whole numbers that holds all values of a choice. */
function numberType(field: ChoiceField): 'integer' | 'biginteger' {
  const [least = '0', most = '0'] = DJANGO.integer_ranges.integer;
  const fits = field.choices.every(({ value }) => Number(value) >= Number(least) && Number(value) <= Number(most));
  return fits ? 'integer' : 'biginteger';
}

/** Django's class of a field, such as `CharField`. */
export function fieldClass(field: Field): string {
  return CLASSES[field.type === 'choice' && isNumberChoice(field) ? numberType(field) : field.type];
}

/** Says whether the database keeps an empty value of a field as an empty text, as it does for texts and files; others are NULL then. */
export function isStringLike(field: Field): boolean {
  return isOneOf([...TEXT_TYPES, ...UPLOAD_TYPES], field.type) || (field.type === 'choice' && !isNumberChoice(field));
}
