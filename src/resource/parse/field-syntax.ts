import type { Outcome } from '../../result.ts';
import { WHOLE_NUMBER } from './field-default.ts';
import { fieldTypeFor } from '../field-types/names.ts';
import { usageOf } from '../model/field-facts.ts';
import {
  FIELD_TYPES,
  type FieldType,
  INTEGER_TYPES,
  ON_DELETES,
  RELATION_TYPES,
  TEXT_TYPES,
  isOneOf,
} from '../model/resource.ts';
import type { Problem } from '../../problem.ts';
import { nearestOf } from '../../text/nearest.ts';

/** A number with a point, an exponent, both or neither. */
const FLOAT = /^-?\d+(?:$|\.\d+(?:$|e[-+]?\d+$)|e[-+]?\d+$)/i;

/** Modifiers that are said by their name alone. */
const FLAGS = ['optional', 'unique', 'index', 'auto_now_add', 'auto_now'] as const;

/** Modifiers that take a value behind an equals sign. */
const VALUED = ['default', 'related_name', 'through'] as const;

const MODIFIERS = [...FLAGS, ...ON_DELETES, ...VALUED];

/** What Django, SQL and other tools call our modifiers, in lower case; of those without one of ours, what to do instead. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ...['null', 'blank', 'nullable', 'empty'].map((word) => [word, 'optional'] as const),
  ...['uniq', 'distinct'].map((word) => [word, 'unique'] as const),
  ...['key', 'db_index', 'indexed'].map((word) => [word, 'index'] as const),
  ...['created', 'auto', 'now'].map((word) => [word, 'auto_now_add'] as const),
  ...['updated', 'modified'].map((word) => [word, 'auto_now'] as const),
  ['restrict', 'protect'],
  ['setnull', 'set_null'],
  ['reverse', 'related_name'],
]);

const LENGTHS: readonly string[] = ['max', 'max_length', 'maxlength', 'length', 'len', 'size'];

const VALIDATOR = 'Leave it out, and add a validator to the model.';

/** What other tools call things that have no modifier here, with what to do. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ...['required', 'notnull', 'not_null'].map(
    (word) => [word, 'Leave it out: every field is required that is not optional.'] as const,
  ),
  ...['primary_key', 'pk', 'primary'].map(
    (word) => [word, 'Leave it out: every model has a key; @pk=uuid makes it a UUID.'] as const,
  ),
  ...['min', 'min_length', 'max_value', 'min_value', 'validators'].map((word) => [word, VALIDATOR] as const),
  ...['choices', 'enum'].map((word) => [word, 'Take the type choice, such as size:choice:S,M,L.'] as const),
  ['to', 'The resource follows the type, such as author:fk:Person.'],
  ['on_delete', `Write one of ${ON_DELETES.join(', ')} alone.`],
  ...['verbose_name', 'label', 'help_text'].map((word) => [word, 'Leave it out, and add it to the model.'] as const),
]);

/** Words that are modifiers also alone, without a value: no field is called so without its type. */
const ALONE = [...MODIFIERS, 'null', 'blank', 'nullable', 'required', 'not_null', 'primary_key'];

/** True for a word of a line that is meant to be a modifier, though a space parts it from its field: `default=M`, `optional`, `max=5`. */
export function isModifierLike(word: string): boolean {
  return !word.includes(':') && (word.includes('=') || ALONE.includes(word.toLowerCase()));
}

/** What to write instead of an unknown modifier. */
function modifierAdvice(type: FieldType, key: string, value: string, name: string): string {
  const lower = key.toLowerCase();
  if (LENGTHS.includes(lower)) {
    const length = WHOLE_NUMBER.test(value) ? value : '100';
    return isOneOf(TEXT_TYPES, type) ? `The length follows the type: ${name}:${type}:${length}.` : VALIDATOR;
  }
  const advice = ADVICE.get(lower);
  if (advice !== undefined) return advice;
  const nearest = ELSEWHERE.get(lower) ?? nearestOf(key, MODIFIERS);
  return nearest === undefined ? `The modifiers are ${MODIFIERS.join(', ')}.` : `Did you mean ${nearest}?`;
}

/** A number as JSON would have it, or the text where it is none. */
function numberOr(text: string): number | string {
  return WHOLE_NUMBER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** The default that a word means to a type. What it cannot mean stays text, and the reader of the type says why not. */
function defaultOf(type: FieldType, text: string): unknown {
  if (isOneOf(INTEGER_TYPES, type)) return numberOr(text);
  if (type === 'float') return FLOAT.test(text) ? Number(text) : text;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'json' && text === '{}') return {};
  if (type === 'json' && text === '[]') return [];
  return text;
}

/** The choices of a word such as `S=Small,XL=Extra_large`. Where all values are whole numbers, they are numbers. */
function choicesOf(word: string): unknown[] {
  const pairs = word.split(',').map((part) => {
    const at = part.indexOf('=');
    return at === -1 ? { value: part } : { value: part.slice(0, at), label: part.slice(at + 1).replaceAll('_', ' ') };
  });
  if (!pairs.every((pair) => WHOLE_NUMBER.test(pair.value))) return pairs;
  return pairs.map((pair) => ({ ...pair, value: Number(pair.value) }));
}

/** What is between the type and the modifiers, as keys of JSON; and how many words it takes. */
function argumentsOf(
  type: FieldType,
  words: readonly string[],
): { readonly keys: Readonly<Record<string, unknown>>; readonly taken: number } {
  const [word] = words;
  const isModifier =
    word === undefined || MODIFIERS.some((modifier) => word === modifier || word.startsWith(`${modifier}=`));
  if (isModifier && type !== 'choice') return { keys: {}, taken: 0 };
  if (word === undefined) return { keys: {}, taken: 0 };
  if (type === 'choice') return { keys: { choices: choicesOf(word) }, taken: 1 };
  if (type === 'fk' || type === 'o2o' || type === 'm2m') return { keys: { to: word }, taken: 1 };
  if (type === 'decimal') {
    const [digits = '', places = '', ...more] = word.split(',');
    return { keys: { max_digits: numberOr([digits, ...more].join(',')), decimal_places: numberOr(places) }, taken: 1 };
  }
  return /^[-+]?\d+$/.test(word) ? { keys: { max_length: numberOr(word) }, taken: 1 } : { keys: {}, taken: 0 };
}

/** The keys of one modifier, or why it means nothing. */
function modifierOf(type: FieldType, word: string, where: string): readonly [string, unknown] | Problem {
  const at = word.indexOf('=');
  const key = at === -1 ? word : word.slice(0, at);
  const value = word.slice(at + 1);
  if (at === -1 && isOneOf(FLAGS, key)) return [key, true];
  if (at === -1 && isOneOf(ON_DELETES, key)) return ['on_delete', key];
  if (at !== -1 && key === 'default') return [key, defaultOf(type, value)];
  if (at !== -1 && isOneOf(VALUED, key)) return [key, value];
  if (isOneOf(VALUED, key))
    return {
      what: `${where} says ${key} without a value`,
      next: `Write ${key}=${key === 'default' ? 'VALUE' : 'name'}.`,
    };
  if (isOneOf([...FLAGS, ...ON_DELETES], key))
    return { what: `${where} says ${JSON.stringify(word)}`, next: `Write ${key} alone.` };
  return {
    what: `Unknown modifier ${JSON.stringify(word)} in ${where}`,
    next: modifierAdvice(type, key, at === -1 ? '' : value, where.split('.')[1] ?? ''),
  };
}

/** The type that a field's second word names; the field `owner` may leave it out. */
function typeOf(
  name: string,
  words: readonly string[],
): { readonly type: string | undefined; readonly rest: readonly string[] } {
  const [type, ...rest] = words;
  const short =
    name === 'owner' &&
    (type === undefined || MODIFIERS.some((modifier) => type === modifier || type.startsWith(`${modifier}=`)));
  return short ? { type: 'owner', rest: words } : { type: type === '' ? undefined : type, rest };
}

/** What is wrong with a field of an unknown type; what follows the type stays in the advice. */
function typeProblem(where: string, name: string, type: string | undefined, rest: readonly string[]): Problem {
  const all = `The types are ${FIELD_TYPES.join(', ')}.`;
  if (type === undefined) return { what: `${where} has no type`, next: `Write such as ${name}:char:100. ${all}` };
  const ours = fieldTypeFor(type);
  const what = `Unknown field type ${JSON.stringify(type)} in ${where}`;
  if (ours === undefined) return { what, next: all };
  return { what, next: `Write ${[name, ...(rest.length > 0 ? [ours, ...rest] : [usageOf(ours)])].join(':')}.` };
}

/**
 * Turns one word of a line, such as `isbn:char:13:unique`, into the JSON of a field.
 * @param resource the name of its resource, for messages
 * @returns an object for `readField`, which looks at what the words mean, or why the word cannot be read
 */
export function fieldRecord(word: string, resource: string): Outcome<Readonly<Record<string, unknown>>> {
  const [name = '', ...words] = word.split(':');
  const where = `${resource}.${name}`;
  const { type, rest } = typeOf(name, words);
  if (!isOneOf(FIELD_TYPES, type)) return { problems: [typeProblem(where, name, type, rest)] };
  const { keys, taken } = argumentsOf(type, rest);
  const record = new Map<string, unknown>([['name', name], ['type', type], ...Object.entries(keys)]);
  const problems: Problem[] = [];
  for (const modifier of rest.slice(taken)) {
    const read = modifierOf(type, modifier, where);
    if (!('length' in read)) problems.push(read);
    else if (record.has(read[0]) && !isOneOf(RELATION_TYPES, read[0]))
      problems.push({ what: `${where} says ${read[0]} twice`, next: 'Say it once.' });
    else record.set(read[0], read[1]);
  }
  return problems.length > 0 ? { problems } : { value: Object.fromEntries(record) };
}
