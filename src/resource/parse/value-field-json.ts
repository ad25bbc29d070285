import { readChoices } from './choice-json.ts';
import {
  type Read,
  readDecimalDefault,
  readFloatDefault,
  readIntegerDefault,
  readMomentDefault,
  readPlainDefault,
  readTextDefault,
} from './field-default.ts';
import { type KeyReader, isJsonRecord } from './json-object-reader.ts';
import {
  type Field,
  INTEGER_TYPES,
  MOMENT_TYPES,
  type RelationField,
  TEXT_TYPES,
  type TextField,
  UPLOAD_TYPES,
  isOneOf,
} from '../model/resource.ts';
import { listed } from '../../text/listed.ts';

/** The longest text with a limit: PostgreSQL's `varchar(n)` ends there. */
const MOST_CHARACTERS = 10_485_760;

/** The most digits of a number: PostgreSQL's `numeric(p, s)` ends there. */
const MOST_DIGITS = 1000;

/** What every field has; the flags are written last. */
export interface FieldBase {
  readonly name: string;
  readonly flags: { readonly optional?: true; readonly unique?: true; readonly index?: true };
}

/** The default, where one is said; a misfit goes to the problems. */
function readDefault<Value>(reader: KeyReader, read: (raw: unknown) => Read<Value>): { readonly default?: Value } {
  const raw = reader.record['default'];
  if (raw === undefined) return {};
  const result = read(raw);
  if ('value' in result) return { default: result.value };
  reader.problems.push({ what: `${reader.where} cannot have the default ${JSON.stringify(raw)}`, ...result });
  return {};
}

function readText(reader: KeyReader, type: TextField['type'], base: FieldBase): Field | undefined {
  const length = reader.whole('max_length', 1, MOST_CHARACTERS);
  const given = readDefault(reader, (raw) => readTextDefault(type, length, raw));
  if (type !== 'char')
    return { name: base.name, type, ...(length === undefined ? {} : { max_length: length }), ...given, ...base.flags };
  if (length !== undefined) return { name: base.name, type, max_length: length, ...given, ...base.flags };
  if (reader.record['max_length'] === undefined) {
    reader.problems.push({
      what: `${reader.where} has no length`,
      why: 'A char holds a limited number of characters.',
      next: `Write ${base.name}:char:100, or ${base.name}:text for any length.`,
    });
  }
  return undefined;
}

function readDecimal(reader: KeyReader, base: FieldBase): Field | undefined {
  const digits = reader.whole('max_digits', 1, MOST_DIGITS);
  const places = reader.whole('decimal_places', 0, MOST_DIGITS);
  const said = reader.record['max_digits'] !== undefined && reader.record['decimal_places'] !== undefined;
  if (!said)
    reader.problems.push({
      what: `${reader.where} does not say its digits`,
      next: `Write ${base.name}:decimal:10,2 for ten digits, two of them behind the point.`,
    });
  if (digits === undefined || places === undefined) return undefined;
  if (places > digits) {
    reader.problems.push({
      what: `${reader.where} has more decimal places (${places}) than digits (${digits})`,
      next: `Write ${base.name}:decimal:${digits + places},${places}.`,
    });
    return undefined;
  }
  return {
    name: base.name,
    type: 'decimal',
    max_digits: digits,
    decimal_places: places,
    ...readDefault(reader, (raw) => readDecimalDefault(digits, places, raw)),
    ...base.flags,
  };
}

function readMoment(reader: KeyReader, type: (typeof MOMENT_TYPES)[number], base: FieldBase): Field | undefined {
  const given = readDefault(reader, (raw) => readMomentDefault(type, raw));
  const automatic = {
    ...(reader.flag('auto_now_add') ? { auto_now_add: true as const } : {}),
    ...(reader.flag('auto_now') ? { auto_now: true as const } : {}),
  };
  const said = [...Object.keys(automatic), ...('default' in reader.record ? ['default'] : [])];
  if (said.length > 1) {
    reader.problems.push({
      what: `${reader.where} says ${listed(said, 'and')}`,
      why: 'Django allows one of auto_now_add, auto_now and default (fields.E160).',
      next: `Keep ${said[0] ?? ''}.`,
    });
  }
  return { name: base.name, type, ...given, ...automatic, ...base.flags };
}

function readChoice(reader: KeyReader, base: FieldBase): Field | undefined {
  const choices = readChoices(reader, base.name);
  if (choices === undefined) return undefined;
  const values = choices.map((choice) => choice.value);
  const given = readDefault(reader, (raw): Read<string | number> => {
    const value =
      values.find((one) => one === raw) ?? values.find((one) => typeof one === 'number' && String(one) === raw);
    return value === undefined
      ? { why: 'It is none of its choices.', next: `They are ${values.join(', ')}.` }
      : { value };
  });
  return { name: base.name, type: 'choice', choices, ...given, ...base.flags };
}

function readJson(reader: KeyReader, base: FieldBase): Field | undefined {
  const given = readDefault(reader, (raw): Read<Readonly<Record<string, never>> | readonly never[]> => {
    if (Array.isArray(raw) && raw.length === 0) return { value: [] };
    if (isJsonRecord(raw) && Object.keys(raw).length === 0) return { value: {} };
    return { why: 'It is neither an empty object nor an empty list.', next: 'Write default={} or default=[].' };
  });
  return { name: base.name, type: 'json', ...given, ...base.flags };
}

/** Reads a field that is no relation; gives nothing where it told the reader what is wrong. */
export function readValueField(
  reader: KeyReader,
  type: Exclude<Field['type'], RelationField['type']>,
  base: FieldBase,
): Field | undefined {
  if (isOneOf(TEXT_TYPES, type)) return readText(reader, type, base);
  if (isOneOf(INTEGER_TYPES, type))
    return { name: base.name, type, ...readDefault(reader, (raw) => readIntegerDefault(type, raw)), ...base.flags };
  if (isOneOf(MOMENT_TYPES, type)) return readMoment(reader, type, base);
  if (isOneOf(UPLOAD_TYPES, type)) return { name: base.name, type, ...base.flags };
  switch (type) {
    case 'boolean':
      return {
        name: base.name,
        type,
        ...readDefault(reader, (raw): Read<boolean> =>
          typeof raw === 'boolean'
            ? { value: raw }
            : { why: 'It is neither true nor false.', next: 'Write default=true or default=false.' },
        ),
        ...base.flags,
      };
    case 'float':
      return { name: base.name, type, ...readDefault(reader, readFloatDefault), ...base.flags };
    case 'uuid':
      readDefault(reader, (raw): Read<string> =>
        raw === 'uuid4' ? { value: raw } : { why: 'A uuid gets a uuid4 of itself.', next: 'Leave the default out.' },
      );
      return { name: base.name, type, ...base.flags };
    case 'decimal':
      return readDecimal(reader, base);
    case 'choice':
      return readChoice(reader, base);
    case 'json':
      return readJson(reader, base);
    case 'duration':
    case 'genericipaddress':
      return { name: base.name, type, ...readDefault(reader, (raw) => readPlainDefault(type, raw)), ...base.flags };
  }
}
