import { type Field, type ValueField, isOptional, isRelation } from '../../resource/model/resource.ts';
import type { FieldPlace } from '../field-types/field-place.ts';
import { type Keyword, both, forms } from '../field-types/keyword.ts';
import { isStringLike } from '../field-types/field-class.ts';
import { valueType } from '../field-types/value-types.ts';
import { pyCode } from '../../text/py-expression.ts';

const TRUE = pyCode('True');

/** `unique`, `db_index`, `null` and `blank`. */
export function flagKeywords(field: Field): readonly Keyword[] {
  const flag = (name: string, inMigration = true): Keyword => ({
    name,
    model: TRUE,
    ...(inMigration ? { migration: TRUE } : {}),
  });
  const isKey = isRelation(field);
  const isUnique = field.unique === true && !isKey;
  const isFilledIn = 'auto_now' in field || 'auto_now_add' in field;
  const optional = isOptional(field);
  // An empty text is no NULL, but two of them would not be unique, and two NULLs are (Django's documentation of `null`).
  const nullable = optional && field.type !== 'm2m' && (!isStringLike(field) || isUnique);
  return [
    ...(isUnique ? [flag('unique')] : []),
    ...(field.index === true && !isUnique && !isKey && field.type !== 'slug' ? [flag('db_index')] : []),
    ...(nullable ? [flag('null')] : []),
    ...(optional ? [flag('blank', !isFilledIn)] : []),
  ];
}

function automaticKeywords(field: Field): readonly Keyword[] {
  return ['auto_now_add', 'auto_now'].flatMap((name) => (name in field ? [both(name, TRUE)] : []));
}

/** The keywords of a field that is not a relation, in the order in which a model says them. */
export function valueKeywords(field: ValueField, place: FieldPlace): readonly Keyword[] {
  const type = valueType(field.type);
  return [
    ...type.keywords(field, place),
    ...automaticKeywords(field),
    ...forms('default', type.default(field, place)),
    ...flagKeywords(field),
  ];
}
