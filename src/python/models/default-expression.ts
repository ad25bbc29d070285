import { type Field, INTEGER_TYPES, type MOMENT_TYPES, type Resource, isOneOf } from '../../resource/model/resource.ts';
import { dayParts, durationParts, momentParts, timeParts } from '../../resource/field-types/iso-8601.ts';
import { namesOf } from '../../resource/model/names.ts';
import { type ChoiceClass, memberOf } from './choice-class.ts';
import type { ModelScope } from './model-scope.ts';
import { pyFloat } from '../../text/py.ts';
import { type Py, type PyArgument, pyCall, pyCode, pyText } from '../../text/py-expression.ts';

/** One thing as the model says it and as its migration does, with what the migration must import. */
export interface TwoForms {
  readonly model: Py;
  readonly migration: Py;
  readonly imports?: string;
}

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

function momentDefault(
  type: (typeof MOMENT_TYPES)[number],
  text: string,
  resource: Resource,
  scope: ModelScope,
): TwoForms {
  if (text === 'today') return clock(scope, 'localdate');
  if (text === 'now' && type === 'datetime') return clock(scope, 'now');
  if (text === 'now') {
    const name = scope.useLocalTime();
    const module = `${namesOf(resource).app}.models`;
    return { model: pyCode(name), migration: pyCode(`${module}.${name}`), imports: `import ${module}` };
  }
  if (type === 'date') return moment(scope, 'date', dayParts(text) ?? [], false);
  if (type === 'time') return moment(scope, 'time', shortened(timeParts(text) ?? []), false);
  return moment(scope, 'datetime', shortened(momentParts(text) ?? []), true);
}

/** The default of a span of time, as `repr` has it. */
function durationDefault(text: string, scope: ModelScope): TwoForms {
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
function choiceDefault(value: string | number, choices: ChoiceClass | undefined): TwoForms {
  const plain = typeof value === 'number' ? pyCode(String(value)) : pyText(value);
  return choices === undefined ? same(plain) : { model: pyCode(memberOf(choices, value)), migration: plain };
}

function decimalDefault(text: string, scope: ModelScope): TwoForms {
  const args = [{ value: pyText(text) }];
  return {
    model: pyCall(scope.use('Decimal'), args),
    migration: pyCall('Decimal', args),
    imports: 'from decimal import Decimal',
  };
}

function plainDefault(value: string | number | boolean, isText: boolean): TwoForms {
  if (typeof value === 'boolean') return same(pyCode(value ? 'True' : 'False'));
  return same(isText ? pyText(String(value)) : pyCode(String(value)));
}

/** The default of a field, in both forms: the default, or nothing where it has none. */
export function defaultExpression(
  field: Field,
  resource: Resource,
  scope: ModelScope,
  choices: ChoiceClass | undefined,
): TwoForms | undefined {
  if (field.type === 'uuid')
    return { model: pyCode(`${scope.use('uuid')}.uuid4`), migration: pyCode('uuid.uuid4'), imports: 'import uuid' };
  if (!('default' in field)) return undefined;
  switch (field.type) {
    case 'float':
      // `ruff format` drops the plus sign that `repr` writes.
      return { model: pyCode(pyFloat(field.default).replace('+', '')), migration: pyCode(pyFloat(field.default)) };
    case 'json':
      return same(pyCode(Array.isArray(field.default) ? 'list' : 'dict'));
    case 'decimal':
      return decimalDefault(field.default, scope);
    case 'duration':
      return durationDefault(field.default, scope);
    case 'choice':
      return choiceDefault(field.default, choices);
    case 'date':
    case 'datetime':
    case 'time':
      return momentDefault(field.type, field.default, resource, scope);
    default:
      return plainDefault(field.default, !isOneOf(INTEGER_TYPES, field.type));
  }
}
