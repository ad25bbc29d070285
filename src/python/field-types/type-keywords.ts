import { DJANGO } from '../../resource/model/django-names.ts';
import { namesOf } from '../../resource/model/names.ts';
import { type ChoiceField, type DecimalField, type TextField, isNumberChoice } from '../../resource/model/resource.ts';
import { pyCode, pySequence, pyText } from '../../text/py-expression.ts';
import type { FieldPlace } from './field-place.ts';
import { type Keyword, both } from './keyword.ts';
import { type ModelScope, VALIDATORS_MODULE } from './model-scope.ts';

/** `max_length`. An email's own length stands in the migration; a slug's and a URL's do not (their `deconstruct` in django.db.models.fields). */
export function lengthKeywords(field: TextField): readonly Keyword[] {
  const said = field.max_length;
  const length = said ?? (field.type === 'email' ? DJANGO.field_lengths.email : undefined);
  const isLeftOut =
    (field.type === 'slug' && length === DJANGO.field_lengths.slug) ||
    (field.type === 'url' && length === DJANGO.field_lengths.url);
  return [
    {
      name: 'max_length',
      ...(said === undefined ? {} : { model: pyCode(String(said)) }),
      ...(length === undefined || isLeftOut ? {} : { migration: pyCode(String(length)) }),
    },
  ];
}

/** `max_digits` and `decimal_places`. */
export function digitKeywords(field: DecimalField): readonly Keyword[] {
  return [
    both('max_digits', pyCode(String(field.max_digits))),
    both('decimal_places', pyCode(String(field.decimal_places))),
  ];
}

/** How long the texts to choose from are, and `choices`: the class in the model, its values and labels in the migration. */
export function choiceKeywords(field: ChoiceField, { choices }: FieldPlace): readonly Keyword[] {
  const longest = Math.max(...field.choices.map(({ value }) => Array.from(String(value)).length));
  const pairs = choices?.members.map(({ value, label }) =>
    pySequence('tuple', [typeof value === 'number' ? pyCode(String(value)) : pyText(value), pyText(label)]),
  );
  return [
    ...(isNumberChoice(field) ? [] : [both('max_length', pyCode(String(longest)))]),
    ...(choices === undefined || pairs === undefined
      ? []
      : [{ name: 'choices', model: pyCode(choices.name), migration: pySequence('list', pairs) }]),
  ];
}

function validatorKeyword(
  validator: 'validate_file' | 'validate_finite' | 'validate_image',
  scope: ModelScope,
): Keyword {
  return {
    name: 'validators',
    model: pySequence('list', [pyCode(scope.use(validator))]),
    migration: pySequence('list', [pyCode(`${VALIDATORS_MODULE}.${validator}`)]),
    imports: `import ${VALIDATORS_MODULE}`,
  };
}

/** The validator that refuses floats that JSON has no form for. */
export function floatKeywords(_field: unknown, { scope }: FieldPlace): readonly Keyword[] {
  return [validatorKeyword('validate_finite', scope)];
}

/** The folder of uploads, and the validator of their limits. */
export function uploadKeywords(
  { type }: { readonly type: 'file' | 'image' },
  { resource, scope }: FieldPlace,
): readonly Keyword[] {
  return [both('upload_to', pyText(`${namesOf(resource).app}/`)), validatorKeyword(`validate_${type}`, scope)];
}
