const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?$/;
const MOMENT = /^([\d-]{10})T([\d:.]+)Z$/;

/** Weeks, or days and a time: a span of exact length. A month has none. */
const DURATION = /^P(?=[\dT])(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** The year, month and day of a day of ISO 8601 such as `2026-01-31`, or nothing where there is no such day. */
export function dayParts(text: string): readonly number[] | undefined {
  const parts = DAY.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Below the year 100, JavaScript counts from 1900.
  return year >= 100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? parts : undefined;
}

/** The hour, minute, second and microsecond of a time of ISO 8601 such as `09:30` or `09:30:00.25`, or nothing. */
export function timeParts(text: string): readonly number[] | undefined {
  const parts = TIME.exec(text);
  if (parts === null) return undefined;
  const [, hour, minute, second = '0', fraction = ''] = parts;
  return [Number(hour), Number(minute), Number(second), Number(fraction.padEnd(6, '0'))];
}

/**
 * Reads a moment of ISO 8601 in UTC; a day is its first moment.
 * @param text such as `2026-01-31T09:30:00Z` or `2026-01-31`
 * @returns year, month, day, hour, minute, second and microsecond, or nothing
 */
export function momentParts(text: string): readonly number[] | undefined {
  const alone = dayParts(text);
  if (alone !== undefined) return [...alone, 0, 0, 0, 0];
  const [, day = '', time = ''] = MOMENT.exec(text) ?? [];
  const [first, second] = [dayParts(day), timeParts(time)];
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

/** The whole days, and the seconds besides, of a span of ISO 8601 such as `P1DT2H30M` or `P2W`, or nothing. */
export function durationParts(text: string): { readonly days: number; readonly seconds: number } | undefined {
  const parts = DURATION.exec(text);
  if (parts === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const all = hours * 3600 + minutes * 60 + seconds;
  return { days: weeks * 7 + days + Math.floor(all / 86_400), seconds: all % 86_400 };
}
