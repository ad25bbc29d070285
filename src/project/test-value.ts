import { type DecimalField, type Field, INTEGER_TYPES, type Resource, TEXT_TYPES, isOneOf } from '../answers/resource.ts';
import { DJANGO } from '../answers/django-names.ts';
import { choiceClasses } from './choice-class.ts';

/** A value for a field in the tests of an app, as a client of the API sends it. */
export interface TestValue {
  /** Python that gives it from a `number`. */
  readonly code: string;
  /** How many values differ. */
  readonly count: number;
  /** Whether a higher number gives a later value. */
  readonly isAscending: boolean;
  /** Whether the model's instance must be read again to have the value's own type. */
  readonly isParsed: boolean;
}

/** More than any test makes. */
const MANY = 1_000_000;

function value(code: string, rest: Partial<TestValue> = {}): TestValue {
  return { code, count: MANY, isAscending: true, isParsed: false, ...rest };
}

/** The first word of a field's name, for a text. */
function wordOf(field: Field): string {
  return (field.name.split('_').find((word) => word !== '') ?? 'text').slice(0, 12);
}

/** What may stand before and behind the number of a text, the longest first. */
function frames(field: Field): readonly (readonly [string, string])[] {
  const word = wordOf(field);
  switch (field.type) {
    case 'slug':
      return [[`${word.toLowerCase()}-`, '']];
    case 'email':
      return [
        ['user', '@example.com'],
        ['', '@a.io'],
      ];
    case 'url':
      return [
        ['https://example.com/', ''],
        ['http://a.io/', ''],
      ];
    default:
      return [[`${word.charAt(0).toUpperCase()}${word.slice(1)} `, '']];
  }
}

function textValue(field: Field, longest: number): TestValue {
  const frame = frames(field).find(([before, behind]) => before.length + 4 + behind.length <= longest);
  if (frame !== undefined) return value(`f"${frame[0]}{number:04}${frame[1]}"`);
  if (longest >= 4) return value('f"{number:04}"');
  return value(`f"{number % ${10 ** longest}:0${longest}}"`, { count: 10 ** longest, isAscending: false });
}

/** A number with just the digits that it may have. */
function decimalValue({ max_digits: digits, decimal_places: places }: DecimalField): TestValue {
  const parsed = { isParsed: true };
  if (digits - places >= 4) return value(places === 0 ? 'f"{number}"' : `f"{number}.${'0'.repeat(places)}"`, parsed);
  const divisor = `1${'0'.repeat(places)}`;
  if (digits >= 4) return value(`f"{number / ${divisor}:.${places}f}"`, parsed);
  const count = 10 ** digits;
  return value(`f"{number % ${count} / ${divisor}:.${places}f}"`, { ...parsed, count, isAscending: false });
}

/** Values of types that have nothing to say but their type. */
const PLAIN: Readonly<Partial<Record<Field['type'], TestValue>>> = {
  float: value('number + 0.5'),
  boolean: value('number % 2 == 0', { count: 2, isAscending: false }),
  date: value('f"{1900 + number}-06-15"', { isParsed: true }),
  datetime: value('f"{1900 + number}-06-15T09:30:00Z"', { isParsed: true }),
  time: value('f"{number % 24:02}:30:00"', { count: 24, isAscending: false, isParsed: true }),
  duration: value('f"{number} 00:00:00"', { isParsed: true }),
  uuid: value('str(UUID(int=number))', { isParsed: true }),
  json: value('{"number": number}', { isAscending: false }),
  genericipaddress: value('f"10.0.0.{number % 256}"', { count: 256, isAscending: false }),
  file: value('text_file(f"{number}.txt")', { isAscending: false }),
  image: value('picture(f"{number}.png")', { isAscending: false }),
};

function newValue(field: Field, resource: Resource): TestValue {
  if (isOneOf(TEXT_TYPES, field.type)) {
    const lengths: Readonly<Record<string, number>> = DJANGO.field_lengths;
    return textValue(field, 'max_length' in field ? field.max_length : (lengths[field.type] ?? 100));
  }
  if (isOneOf(INTEGER_TYPES, field.type)) return value('number');
  if (field.type === 'decimal') return decimalValue(field);
  if (field.type === 'choice') {
    const name = choiceClasses(resource).get(field.name)?.name ?? '';
    return value(`${resource.name}.${name}.values[number % ${field.choices.length}]`, { count: field.choices.length, isAscending: false });
  }
  // A form sends a document as text, and a number is the same in both.
  if (field.type === 'json' && resource.fields.some((one) => one.type === 'file' || one.type === 'image')) return value('number');
  return PLAIN[field.type] ?? value('None');
}

/** What was made before: each test asks again. */
const known = new WeakMap<Field, TestValue>();

/** A value for a field that is no relation: how a test makes it. */
export function testValue(field: Field, resource: Resource): TestValue {
  const found = known.get(field) ?? newValue(field, resource);
  known.set(field, found);
  return found;
}

/** Values that are refused, by the type of the field, as Python. */
const REFUSED: Readonly<Partial<Record<Field['type'], readonly string[]>>> = {
  slug: ['"no slug"'],
  email: ['"nobody"'],
  url: ['"nowhere"'],
  float: ['"one"', '"nan"', '"1e999"'],
  decimal: ['"one"', '"NaN"'],
  boolean: ['"maybe"'],
  date: ['"2024-02-30"'],
  datetime: ['"2024-02-30T09:30:00Z"'],
  time: ['"25:00"'],
  duration: ['"long"', '"99999999999 00:00:00"'],
  uuid: ['"no uuid"'],
  genericipaddress: ['"999.0.0.1"'],
  file: ['"no file"', 'text_file("page.html")'],
  image: ['"no image"', 'text_file("picture.png")'],
  choice: ['"no such choice"'],
  fk: ['"x"'],
  o2o: ['"x"'],
};

/** What is no whole number, and what is one beyond the type's size on either side. */
function refusedIntegers(type: (typeof INTEGER_TYPES)[number]): readonly string[] {
  const [least = '0', most = '0'] = DJANGO.integer_ranges[type];
  return ['"one"', String(BigInt(least) - 1n), String(BigInt(most) + 1n)];
}

function refusedTexts(field: Field): readonly string[] {
  const length = 'max_length' in field ? [`"x" * ${field.max_length + 1}`] : [];
  return [...length, '"control\\x07"'];
}

/**
 * Values that the API refuses for a field, each as Python.
 * @param field any field that a client sends
 * @param isForm whether the values go through a form, which has texts alone
 */
export function refusedValues(field: Field, isForm: boolean): readonly string[] {
  if (isOneOf(INTEGER_TYPES, field.type)) return refusedIntegers(field.type);
  if (isOneOf(['char', 'text'], field.type)) return refusedTexts(field);
  if (field.type === 'json') return isForm ? ['"{"'] : ['"nul\\x00"'];
  if (field.type === 'm2m') return isForm ? ['["x"]'] : ['"x"', '["x"]'];
  return REFUSED[field.type] ?? [];
}
