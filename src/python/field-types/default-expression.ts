import type {
  ChoiceField,
  DecimalField,
  IntegerField,
  JsonField,
  MomentField,
  Resource,
} from '../../resource/model/resource.ts';
import { dayParts, durationParts, momentParts, timeParts } from '../../resource/field-types/iso-8601.ts';
import { namesOf } from '../../resource/model/names.ts';
import { memberOf } from './choice-class.ts';
import type { FieldPlace } from './field-place.ts';
import type { TwoForms } from './keyword.ts';
import type { ModelScope } from './model-scope.ts';
import { pyFloat } from '../../text/py.ts';
import { type PyArgument, type Py, pyCall, pyCode, pyText } from '../../text/py-expression.ts';

function same(value: Py): TwoForms {
  return { model: value, migration: value };
}

/** A call of the module `datetime`. */
function moment(scope: ModelScope, callee: string, parts: readonly number[], zone: boolean): TwoForms {
  const args = parts.map((part): PyArgument => ({ value: pyCode(String(part)) }));
  const module = scope.use('datetime');
  const withZone = (utc: string): readonly PyArgument[] =>
    zone ? [...args, { name: 'tzinfo', value: pyCode(utc) }] : args;
  return {
    model: pyCall(`${module}.${callee}`, withZone(`${module}.UTC`)),
    migration: pyCall(`datetime.${callee}`, withZone('datetime.timezone.utc')),
    imports: 'import datetime',
  };
}

/** Parts of a time as `repr` has them: no microsecond of zero, and then no second of zero. */
function shortened(parts: readonly number[]): readonly number[] {
  const rest = parts.at(-1) === 0 ? parts.slice(0, -1) : parts;
  return rest.length < parts.length && rest.at(-1) === 0 ? rest.slice(0, -1) : rest;
}

/** A callable of `django.utils.timezone`. */
function clock(scope: ModelScope, callee: string): TwoForms {
  return {
    model: pyCode(`${scope.use('timezone')}.${callee}`),
    migration: pyCode(`django.utils.timezone.${callee}`),
    imports: 'import django.utils.timezone',
  };
}

/** The time of day of a clock, by a function that the module defines. */
function localTime(resource: Resource, scope: ModelScope): TwoForms {
  const name = scope.useLocalTime();
  const module = `${namesOf(resource).app}.models`;
  return { model: pyCode(name), migration: pyCode(`${module}.${name}`), imports: `import ${module}` };
}

/** The default of a day, a moment or a time of day. */
export function momentDefault(
  { type, default: text }: MomentField,
  { resource, scope }: FieldPlace,
): TwoForms | undefined {
  if (text === undefined) return undefined;
  switch (type) {
    case 'date':
      return text === 'today' ? clock(scope, 'localdate') : moment(scope, 'date', dayParts(text) ?? [], false);
    case 'time':
      return text === 'now'
        ? localTime(resource, scope)
        : moment(scope, 'time', shortened(timeParts(text) ?? []), false);
    case 'datetime':
      return text === 'now' ? clock(scope, 'now') : moment(scope, 'datetime', shortened(momentParts(text) ?? []), true);
  }
}

/** The default of a span of time, as `repr` has it. */
export function durationDefault(
  { default: text }: { readonly default?: string },
  { scope }: FieldPlace,
): TwoForms | undefined {
  if (text === undefined) return undefined;
  const { days, seconds } = durationParts(text) ?? { days: 0, seconds: 0 };
  const args = Object.entries({ days, seconds }).flatMap(([name, value]): PyArgument[] =>
    value === 0 ? [] : [{ name, value: pyCode(String(value)) }],
  );
  const parts = args.length === 0 ? [{ value: pyCode('0') }] : args;
  return {
    model: pyCall(`${scope.use('datetime')}.timedelta`, parts),
    migration: pyCall('datetime.timedelta', parts),
    imports: 'import datetime',
  };
}

/** The default of a choice: its member in the model, its value in the migration. */
export function choiceDefault({ default: value }: ChoiceField, { choices }: FieldPlace): TwoForms | undefined {
  if (value === undefined) return undefined;
  const plain = typeof value === 'number' ? pyCode(String(value)) : pyText(value);
  return choices === undefined ? same(plain) : { model: pyCode(memberOf(choices, value)), migration: plain };
}

/** The default of a decimal number. */
export function decimalDefault({ default: text }: DecimalField, { scope }: FieldPlace): TwoForms | undefined {
  if (text === undefined) return undefined;
  const args = [{ value: pyText(text) }];
  return {
    model: pyCall(scope.use('Decimal'), args),
    migration: pyCall('Decimal', args),
    imports: 'from decimal import Decimal',
  };
}

/** The default of a number with a binary fraction. */
export function floatDefault({ default: value }: { readonly default?: number }): TwoForms | undefined {
  // `ruff format` drops the plus sign that `repr` writes.
  return value === undefined
    ? undefined
    : { model: pyCode(pyFloat(value).replace('+', '')), migration: pyCode(pyFloat(value)) };
}

/** The default of a whole number. */
export function integerDefault({ default: value }: IntegerField): TwoForms | undefined {
  return value === undefined ? undefined : same(pyCode(String(value)));
}

/** The default of a text, or of what is written as one. */
export function textDefault({ default: text }: { readonly default?: string }): TwoForms | undefined {
  return text === undefined ? undefined : same(pyText(text));
}

/** The default of yes or no. */
export function booleanDefault({ default: value }: { readonly default?: boolean }): TwoForms | undefined {
  return value === undefined ? undefined : same(pyCode(value ? 'True' : 'False'));
}

/** The default of a document: an empty one of its kind. */
export function jsonDefault({ default: value }: JsonField): TwoForms | undefined {
  return value === undefined ? undefined : same(pyCode(Array.isArray(value) ? 'list' : 'dict'));
}

/** The default of a UUID, which every one has. */
export function uuidDefault(_field: unknown, { scope }: FieldPlace): TwoForms {
  return { model: pyCode(`${scope.use('uuid')}.uuid4`), migration: pyCode('uuid.uuid4'), imports: 'import uuid' };
}
