import {
  type DecimalField,
  type Field,
  INTEGER_TYPES,
  type Resource,
  TEXT_TYPES,
  isOneOf,
} from '../../resource/model/resource.ts';
import { DJANGO } from '../../resource/model/django-names.ts';
import { choiceClasses } from '../models/choice-class.ts';

/** A value for a field in the tests of an app, as a client of the API sends it. */
export interface TestValue {
  /** Python that gives it from a `number`. */
  readonly code: string;
  /** How many values differ. */
  readonly count: number;
  /** Whether a higher number gives a later value. */
  readonly isAscending: boolean;
}

/** More than any test makes. */
const MANY = 1_000_000;

function value(code: string, rest: Partial<TestValue> = {}): TestValue {
  return { code, count: MANY, isAscending: true, ...rest };
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
  if (digits - places >= 4) return value(places === 0 ? 'f"{number}"' : `f"{number}.${'0'.repeat(places)}"`);
  const divisor = `1${'0'.repeat(places)}`;
  if (digits >= 4) return value(`f"{number / ${divisor}:.${places}f}"`);
  const count = 10 ** digits;
  return value(`f"{number % ${count} / ${divisor}:.${places}f}"`, { count, isAscending: false });
}

/** Values of types that have nothing to say but their type. */
const PLAIN: Readonly<Partial<Record<Field['type'], TestValue>>> = {
  float: value('number + 0.5'),
  boolean: value('number % 2 == 0', { count: 2, isAscending: false }),
  date: value('f"{1900 + number}-06-15"'),
  datetime: value('f"{1900 + number}-06-15T09:30:00Z"'),
  time: value('f"{number % 24:02}:30:00"', { count: 24, isAscending: false }),
  duration: value('f"{number} 00:00:00"'),
  uuid: value('str(UUID(int=number))'),
  // The same in JSON and in a form, which has texts alone.
  json: value('number', { isAscending: false }),
  genericipaddress: value('f"10.0.0.{number % 256}"', { count: 256, isAscending: false }),
  file: value('SimpleUploadedFile(f"{number}.txt", b"text")', { isAscending: false }),
  image: value('SimpleUploadedFile(f"{number}.gif", PICTURE)', { isAscending: false }),
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
    return value(`${resource.name}.${name}.values[number % ${field.choices.length}]`, {
      count: field.choices.length,
      isAscending: false,
    });
  }
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

/** A value that is refused, by the type of the field, as Python. */
const REFUSED: Readonly<Partial<Record<Field['type'], string>>> = {
  slug: '"not a slug"',
  email: '"not an email"',
  url: '"not a url"',
  float: '"nan"',
  decimal: '"NaN"',
  boolean: '"maybe"',
  date: '"2024-02-30"',
  datetime: '"2024-02-30T09:30:00Z"',
  time: '"25:00"',
  duration: '"long"',
  uuid: '"not a uuid"',
  genericipaddress: '"999.0.0.1"',
  file: 'SimpleUploadedFile("page.html", b"<script>")',
  image: 'SimpleUploadedFile("picture.png", b"<script>")',
  choice: '"not a choice"',
  fk: '"x"',
  o2o: '"x"',
};

/**
 * A value that the API refuses for a field, as Python.
 * @param field any field that a client sends
 * @returns the value, or nothing where the type takes whatever a client can send
 */
export function refusedValue(field: Field): string | undefined {
  if (isOneOf(INTEGER_TYPES, field.type)) return '"one"';
  if ('max_length' in field && isOneOf(['char', 'text'], field.type)) return `"x" * ${field.max_length + 1}`;
  return REFUSED[field.type];
}
