import { DJANGO } from '../../resource/model/django-names.ts';
import {
  type ChoiceField,
  type Field,
  type ValueField,
  isNumberChoice,
  isValue,
} from '../../resource/model/resource.ts';
import { valueType } from './value-types.ts';

/** The class of whole numbers that holds all values of a choice. */
function numberClass(field: ChoiceField): string {
  const [least = '0', most = '0'] = DJANGO.integer_ranges.integer;
  const fits = field.choices.every(({ value }) => Number(value) >= Number(least) && Number(value) <= Number(most));
  return valueType(fits ? 'integer' : 'biginteger').django;
}

/** Django's class of a field, such as `CharField`. */
export function fieldClass(field: ValueField): string {
  return field.type === 'choice' && isNumberChoice(field) ? numberClass(field) : valueType(field.type).django;
}

/** Says whether the database keeps an empty value of a field as an empty text. */
export function isStringLike(field: Field): boolean {
  if (!isValue(field) || (field.type === 'choice' && isNumberChoice(field))) return false;
  return valueType(field.type).isText;
}
