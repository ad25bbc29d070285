import type { ChoiceField, DecimalField, Resource, TextField } from '../../resource/model/resource.ts';
import { DJANGO } from '../../resource/model/django-names.ts';
import { choiceClasses } from './choice-class.ts';

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

/** Python that gives values, which all differ and ascend unless `rest` says otherwise. */
export function value(code: string, rest: Partial<TestValue> = {}): TestValue {
  return { code, count: MANY, isAscending: true, ...rest };
}

/** The first word of a field's name, for a text. */
function wordOf(field: TextField): string {
  return (field.name.split('_').find((word) => word !== '') ?? 'text').slice(0, 12);
}

/** What may stand before and behind the number of a text, the longest first. */
function frames(field: TextField): readonly (readonly [string, string])[] {
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

/** A number with just the digits that it may have. */
export function decimalValue({ max_digits: digits, decimal_places: places }: DecimalField): TestValue {
  if (digits - places >= 4) return value(places === 0 ? 'f"{number}"' : `f"{number}.${'0'.repeat(places)}"`);
  const divisor = `1${'0'.repeat(places)}`;
  if (digits >= 4) return value(`f"{number / ${divisor}:.${places}f}"`);
  const count = 10 ** digits;
  return value(`f"{number % ${count} / ${divisor}:.${places}f}"`, { count, isAscending: false });
}

/** A text, as long as the field holds. */
export function textValue(field: TextField): TestValue {
  const lengths: Readonly<Record<string, number>> = DJANGO.field_lengths;
  const longest = field.max_length ?? lengths[field.type] ?? 100;
  const frame = frames(field).find(([before, behind]) => before.length + 4 + behind.length <= longest);
  if (frame !== undefined) return value(`f"${frame[0]}{number:04}${frame[1]}"`);
  if (longest >= 4) return value('f"{number:04}"');
  return value(`f"{number % ${10 ** longest}:0${longest}}"`, { count: 10 ** longest, isAscending: false });
}

/** One of the values of a choice. */
export function choiceValue(field: ChoiceField, resource: Resource): TestValue {
  const name = choiceClasses(resource).get(field.name)?.name ?? '';
  const count = field.choices.length;
  return value(`${resource.name}.${name}.values[number % ${count}]`, { count, isAscending: false });
}

/** A text that is too long, where the length is limited. */
export function tooLong(field: { readonly max_length?: number }): string | undefined {
  return field.max_length === undefined ? undefined : `"x" * ${field.max_length + 1}`;
}
