import { type DecimalField, type Field, INTEGER_TYPES, type JsonField, type Resource, TEXT_TYPES, isOneOf } from '../answers/resource.ts';
import { sampleText } from './sample-text.ts';
import { sha256 } from './sha256.ts';
import words from './sample-words.json' with { type: 'json' };

/** What a fixture holds for a field. */
export type SampleValue = string | number | boolean | null | readonly SampleValue[] | { readonly [key: string]: SampleValue };

/** A number's two digits. */
function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Whole numbers by the name of their field: the least, and the step. */
const NUMBERS: readonly (readonly [RegExp, number, number])[] = [
  [/year/, 1995, 2],
  [/pages/, 120, 36],
  [/(?:^|_)age/, 19, 4],
  [/rating|stars|score|grade|level|priority/, 1, 1],
  [/price|amount|cost|salary|budget|total/, 15, 35],
  [/minutes|duration|length/, 30, 15],
  [/order|position|number|rank|index/, 1, 1],
];

function integerSample(field: Field, place: number): number {
  const name = field.name.toLowerCase();
  const [, least, step] = NUMBERS.find(([pattern]) => pattern.test(name)) ?? [/./, 3, 7];
  const isRated = /rating|stars|score|grade|level|priority/.test(name) && field.unique !== true;
  return isRated ? 1 + (place % 5) : least + step * place;
}

function decimalSample({ name, max_digits: digits, decimal_places: places }: DecimalField, place: number): string {
  const isAngle = /lat|lng|lon/.test(name.toLowerCase());
  const whole = isAngle ? 40 + place : 9 + 5 * place;
  const room = digits - places;
  const before = room === 0 ? '0' : String(whole % 10 ** Math.min(room, 6));
  const cents = places === 0 ? '' : `.${String(room < 3 ? place * 7 + 5 : 90).padStart(2, '0').slice(0, places).padEnd(places, '0')}`;
  return `${before}${places === 1 && room < 2 ? `.${place % 10}` : cents}`;
}

/** A day, some of them long ago for what is born. */
function daySample(field: Field, place: number): string {
  const isBirth = /birth|born|dob/.test(field.name.toLowerCase());
  return `${isBirth ? 1970 + place * 2 : 2025}-${two((place % 12) + 1)}-${two(((place * 7) % 27) + 1)}`;
}

/**
 * A UUID that is the same for every creation: of version 4 in form, its digits from a hash.
 * @param text what it stands for
 * @returns the UUID
 */
export function sampleUuid(text: string): string {
  const hex = sha256(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A document: a list where the default is one, an object otherwise. */
function jsonSample(field: JsonField, place: number): SampleValue {
  const word = (list: readonly string[], number: number): string => list[number % list.length] ?? '';
  if (Array.isArray(field.default)) return [word(words.word, place), word(words.word, place + 1)];
  return { color: word(words.color, place), size: place + 1 };
}

/** How each type of moments and figures has its values, from the field and the number of the row. */
const SAMPLES: Readonly<Partial<Record<Field['type'], (field: Field, place: number) => SampleValue>>> = {
  float: (field, place) => (/lat|lng|lon/.test(field.name.toLowerCase()) ? 40.5 + place : 1.5 + place * 0.25),
  boolean: (_field, place) => place % 3 !== 2,
  date: daySample,
  datetime: (field, place) => `${daySample(field, place)}T${two(9 + (place % 10))}:30:00Z`,
  time: (_field, place) => `${two(8 + (place % 12))}:${two((place * 15) % 60)}:00`,
  duration: (_field, place) => `0 ${two((place % 5) + 1)}:${two((place * 15) % 60)}:${two(place)}`,
  genericipaddress: (_field, place) => `192.0.2.${place + 1}`,
};

/**
 * A plausible value for a field that is no relation: by its type, its name and its place, never by chance.
 * @param field the field
 * @param resource its resource
 * @param place the number of the row, from nought
 * @returns the value as a fixture holds it
 */
export function sampleValue(field: Field, resource: Resource, place: number): SampleValue {
  if (isOneOf(TEXT_TYPES, field.type)) return sampleText(field, resource, place);
  if (isOneOf(INTEGER_TYPES, field.type)) return integerSample(field, place);
  if (field.type === 'decimal') return decimalSample(field, place);
  if (field.type === 'uuid') return sampleUuid(`${resource.name}.${field.name} ${place}`);
  if (field.type === 'json') return jsonSample(field, place);
  if (field.type === 'choice') return field.choices[place % field.choices.length]?.value ?? '';
  return SAMPLES[field.type]?.(field, place) ?? '';
}
