import { DJANGO } from '../model/django-names.ts';
import { dayParts, durationParts, momentParts, timeParts } from '../field-types/iso-8601.ts';
import { unstorableReason } from './json-object-reader.ts';
import type { IntegerField, TextField } from '../model/resource.ts';
import { counted } from '../../text/counted.ts';

/** Why a default does not fit, with what would. */
interface Misfit {
  readonly why: string;
  readonly next?: string;
}

/** A value that was read, or why it does not fit. */
export type Read<Value> = { readonly value: Value } | Misfit;

/** A whole number without a leading zero. */
export const WHOLE_NUMBER = /^(?:0|-?[1-9]\d*)$/;

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:$|\.\d+$)/;
const SLUG = /^[-\w]+$/;
const MAILBOX = /^[^\s@"(),:;<>[\]\\]+$/;
const DOMAIN_PART = /^(?!-)[a-z\d-]+(?<!-)$/i;
const OCTET = /^(?:0|[1-9]\d{0,2})$/;

function isEmail(text: string): boolean {
  const [mailbox = '', domain = '', ...more] = text.split('@');
  const parts = domain.split('.');
  return (
    more.length === 0 && MAILBOX.test(mailbox) && parts.length > 1 && parts.every((part) => DOMAIN_PART.test(part))
  );
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  return /^[\da-f:.]*$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`);
}

/** What the text of each type looks like besides its length. */
const SHAPES: Readonly<
  Record<TextField['type'], { readonly fits: (text: string) => boolean; readonly why: string } | null>
> = {
  char: null,
  text: null,
  slug: { fits: (text) => SLUG.test(text), why: 'A slug holds letters, digits, hyphens and underscores.' },
  email: { fits: isEmail, why: 'It is not an email address.' },
  url: { fits: (text) => /^(?:https?|ftps?):\/\/\S+$/i.test(text) && URL.canParse(text), why: 'It is not a URL.' },
};

/**
 * Reads the default of a text; the empty one is allowed everywhere.
 * @param length the length of the field, or nothing where it has its own
 * @returns the text or why not
 */
export function readTextDefault(type: TextField['type'], length: number | undefined, raw: unknown): Read<string> {
  if (typeof raw !== 'string') return { why: 'It is not text.', next: 'Put it in quotes.' };
  const unstorable = unstorableReason(raw);
  if (unstorable !== undefined) return { why: unstorable };
  const own: Readonly<Record<string, number>> = DJANGO.field_lengths;
  const most = length ?? own[type];
  const its = Array.from(raw).length;
  if (most !== undefined && its > most)
    return { why: `It has ${counted(its, 'character')}, and the field holds ${most}.` };
  const shape = SHAPES[type];
  if (raw !== '' && shape !== null && !shape.fits(raw)) return { why: shape.why };
  return { value: raw };
}

/** Reads the default of a whole number; gives it, as text beyond what JSON's numbers reach (2⁵³), or why not. */
export function readIntegerDefault(type: IntegerField['type'], raw: unknown): Read<number | string> {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string' || !WHOLE_NUMBER.test(text))
    return { why: 'It is not a whole number.', next: 'Write it in digits, such as default=0.' };
  if (typeof raw === 'number' && !Number.isSafeInteger(raw))
    return { why: 'JSON does not hold all digits of a number so large.', next: 'Put it in quotes.' };
  const [least = '0', most = '0'] = DJANGO.integer_ranges[type];
  const value = BigInt(text);
  if (value < BigInt(least) || value > BigInt(most)) return { why: `The type ${type} holds ${least} to ${most}.` };
  return { value: Number.isSafeInteger(Number(text)) ? Number(text) : text };
}

/**
 * Reads the default of a decimal number.
 * @param digits how many digits the field holds
 * @param places how many of them follow the point
 * @param raw the default as JSON, a text or a number
 * @returns the number as text or why not
 */
export function readDecimalDefault(digits: number, places: number, raw: unknown): Read<string> {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string' || !DECIMAL.test(text))
    return { why: 'It is not a decimal number.', next: 'Write it in digits, such as default=9.90.' };
  const [before = '', behind = ''] = text.replace('-', '').split('.');
  if (behind.length > places)
    return { why: `It has ${counted(behind.length, 'decimal place')}, and the field holds ${places}.` };
  const most = digits - places;
  if (before !== '0' && before.length > most)
    return { why: `It has ${counted(before.length, 'digit')} before the point, and the field holds ${most}.` };
  return { value: text };
}

/** Reads the default of a number with a binary fraction; gives the number or why not. */
export function readFloatDefault(raw: unknown): Read<number> {
  if (typeof raw === 'number' && Number.isFinite(raw)) return { value: Object.is(raw, -0) ? 0 : raw };
  return { why: 'It is not a number.', next: 'Write it in digits, such as default=0.5.' };
}

/** Reads the default of a day, a moment or a time of day; gives ISO 8601, `today` or `now`, or why not. */
export function readMomentDefault(type: 'date' | 'datetime' | 'time', raw: unknown): Read<string> {
  const text = typeof raw === 'string' ? raw : '';
  if (type === 'date') {
    if (text === 'today' || dayParts(text) !== undefined) return { value: text };
    return {
      why: 'It is not a date.',
      next: text === 'now' ? 'Write default=today.' : 'Write default=today, or a day such as default=2026-01-31.',
    };
  }
  if (text === 'now') return { value: text };
  if (type === 'time') {
    if (timeParts(text) !== undefined) return { value: text };
    return { why: 'It is not a time of day.', next: 'Write default=now, or in JSON a time such as "09:30".' };
  }
  if (momentParts(text) !== undefined) return { value: text };
  const next =
    text === 'today'
      ? 'Write default=now.'
      : 'Write default=now, or a day such as default=2026-01-31, or in JSON a moment in UTC such as "2026-01-31T09:30:00Z".';
  return { why: 'It is not a date and time.', next };
}

/** Reads the default of a span of time or of an IP address; gives the text or why not. */
export function readPlainDefault(type: 'duration' | 'genericipaddress', raw: unknown): Read<string> {
  const text = typeof raw === 'string' ? raw : '';
  if (type === 'duration') {
    return durationParts(text) !== undefined
      ? { value: text }
      : { why: 'It is not a duration in ISO 8601.', next: 'Write it such as default=P1DT2H30M.' };
  }
  return isIpv4(text) || isIpv6(text)
    ? { value: text }
    : { why: 'It is not an IP address.', next: 'Write it such as default=127.0.0.1.' };
}
