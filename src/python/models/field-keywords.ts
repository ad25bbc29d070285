import { DJANGO } from '../../resource/model/django-names.ts';
import { namesOf } from '../../resource/model/names.ts';
import { type Field, type Resource, isNumberChoice, isOptional, isRelation } from '../../resource/model/resource.ts';
import type { ChoiceClass } from './choice-class.ts';
import { type TwoForms, defaultExpression } from './default-expression.ts';
import { isStringLike } from './field-class.ts';
import { type ModelScope, VALIDATORS_MODULE } from './model-scope.ts';
import { type Py, pyCode, pySequence, pyText } from '../../text/py-expression.ts';

const TRUE = pyCode('True');

/** A keyword of a field's class; one form is absent where only the other says it. */
export interface Keyword {
  readonly name: string;
  readonly model?: Py;
  readonly migration?: Py;
  readonly imports?: string;
}

/** A keyword that both forms say alike. */
export function both(name: string, value: Py): Keyword {
  return { name, model: value, migration: value };
}

/** A keyword that each form says in its own way; none where there is no value to say. */
export function forms(name: string, value: TwoForms | undefined): readonly Keyword[] {
  return value === undefined ? [] : [{ name, ...value }];
}

/** `max_length`, and how long the texts to choose from are. */
function lengthKeywords(field: Field): readonly Keyword[] {
  const number = (value: number): Py => pyCode(String(value));
  if (field.type === 'decimal')
    return [both('max_digits', number(field.max_digits)), both('decimal_places', number(field.decimal_places))];
  if (field.type === 'choice') {
    return isNumberChoice(field)
      ? []
      : [both('max_length', number(Math.max(...field.choices.map(({ value }) => Array.from(String(value)).length))))];
  }
  const said = 'max_length' in field ? field.max_length : undefined;
  const model = said === undefined ? {} : { model: number(said) };
  // An email's own length stands in the migration; a slug's and a URL's do not (their `deconstruct` in django.db.models.fields).
  const length = said ?? (field.type === 'email' ? DJANGO.field_lengths.email : undefined);
  const isLeftOut =
    (field.type === 'slug' && length === DJANGO.field_lengths.slug) ||
    (field.type === 'url' && length === DJANGO.field_lengths.url);
  const migration = length === undefined || isLeftOut ? {} : { migration: number(length) };
  return [{ name: 'max_length', ...model, ...migration }];
}

/** `choices`: the class in the model, its values and labels in the migration. */
function choiceKeywords(choices: ChoiceClass | undefined): readonly Keyword[] {
  if (choices === undefined) return [];
  const pairs = choices.members.map(({ value, label }) =>
    pySequence('tuple', [typeof value === 'number' ? pyCode(String(value)) : pyText(value), pyText(label)]),
  );
  return [{ name: 'choices', model: pyCode(choices.name), migration: pySequence('list', pairs) }];
}

/** The validator of a type: the limits of uploads, and floats that JSON has no form for. */
const VALIDATORS = { file: 'validate_file', float: 'validate_finite', image: 'validate_image' } as const;

function validatorKeywords(field: Field, resource: Resource, scope: ModelScope): readonly Keyword[] {
  if (field.type !== 'file' && field.type !== 'image' && field.type !== 'float') return [];
  const validator = VALIDATORS[field.type];
  return [
    ...(field.type === 'float' ? [] : [both('upload_to', pyText(`${namesOf(resource).app}/`))]),
    {
      name: 'validators',
      model: pySequence('list', [pyCode(scope.use(validator))]),
      migration: pySequence('list', [pyCode(`${VALIDATORS_MODULE}.${validator}`)]),
      imports: `import ${VALIDATORS_MODULE}`,
    },
  ];
}

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

/** The keywords of a field that is no relation, in the order in which a model says them. */
export function valueKeywords(
  field: Field,
  resource: Resource,
  scope: ModelScope,
  choices: ChoiceClass | undefined,
): readonly Keyword[] {
  return [
    ...lengthKeywords(field),
    ...choiceKeywords(choices),
    ...validatorKeywords(field, resource, scope),
    ...automaticKeywords(field),
    ...forms('default', defaultExpression(field, resource, scope, choices)),
    ...flagKeywords(field),
  ];
}
