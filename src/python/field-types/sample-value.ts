import type { DecimalField, Field, IntegerField, JsonField, MomentField } from '../../resource/model/resource.ts';
import { fnv1a } from '../../text/fnv-1a.ts';
import words from './sample-words.json' with { type: 'json' };

/** What a fixture holds for a field. */
export type SampleValue =
  string | number | boolean | null | readonly SampleValue[] | { readonly [key: string]: SampleValue };

/** A number's two digits. */
function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
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

/** What gives the value of a row by its number, from nought. */
export type Sampler = (place: number) => SampleValue;

/** Whole numbers by the name of their field. */
export function integerSampler(field: IntegerField): Sampler {
  const name = field.name.toLowerCase();
  if (/rating|stars|score|grade|level|priority/.test(name) && field.unique !== true) return (place) => 1 + (place % 5);
  const [, least, step] = NUMBERS.find(([pattern]) => pattern.test(name)) ?? [/./, 3, 7];
  return (place) => least + step * place;
}

/** Says whether a field is a latitude or a longitude. */
function isAngle(field: Field): boolean {
  return /lat|lng|lon/.test(field.name.toLowerCase());
}

/** Numbers with as many digits as the field holds. */
export function decimalSampler(field: DecimalField): Sampler {
  const places = field.decimal_places;
  const room = field.max_digits - places;
  const [least, step] = isAngle(field) ? [40, 1] : [9, 5];
  return (place) => {
    const before = room === 0 ? '0' : String((least + step * place) % 10 ** Math.min(room, 6));
    if (places === 0) return before;
    if (places === 1 && room < 2) return `${before}.${place % 10}`;
    return `${before}.${String(room < 3 ? place * 7 + 5 : 90)
      .padStart(2, '0')
      .slice(0, places)
      .padEnd(places, '0')}`;
  };
}

/** Days, some of them long ago for what is born. */
function daySampler(field: Field): (place: number) => string {
  const isBirth = /birth|born|dob/.test(field.name.toLowerCase());
  return (place) => `${isBirth ? 1970 + place * 2 : 2025}-${two((place % 12) + 1)}-${two(((place * 7) % 27) + 1)}`;
}

/** A UUID that is the same for every creation: of version 4 in form, its digits from a hash of the text. */
export function sampleUuid(text: string): string {
  // The first hash differs little where texts do.
  let hash = fnv1a(text);
  let hex = '';
  while (hex.length < 32) {
    hash = fnv1a(text, hash);
    hex += hash.toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Documents: lists where the default is one, objects otherwise. */
export function jsonSampler(field: JsonField): Sampler {
  const word = (list: readonly string[], number: number): string => list[number % list.length] ?? '';
  if (Array.isArray(field.default)) return (place) => [word(words.word, place), word(words.word, place + 1)];
  return (place) => ({ color: word(words.color, place), size: place + 1 });
}

/** Numbers with a binary fraction. */
export function floatSampler(field: Field): Sampler {
  return isAngle(field) ? (place) => 40.5 + place : (place) => 1.5 + place * 0.25;
}

/** Days, moments in UTC, or times of day. */
export function momentSampler(field: MomentField): Sampler {
  if (field.type === 'time') return (place) => `${two(8 + (place % 12))}:${two((place * 15) % 60)}:00`;
  const day = daySampler(field);
  return field.type === 'date' ? day : (place) => `${day(place)}T${two(9 + (place % 10))}:30:00Z`;
}

/** Spans of time, as Django writes them. */
export function durationSampler(): Sampler {
  return (place) => `0 ${two((place % 5) + 1)}:${two((place * 15) % 60)}:${two(place)}`;
}
