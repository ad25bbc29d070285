const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?:$|:[0-5]\d(?:$|\.\d{1,6}$))/;
const MOMENT = /^([\d-]{10})T([\d:.]+)Z$/;

/** The amounts of units that stand in this order, each at most once and 0 where it is absent; nothing where there is anything else. */
function amountsOf(text: string, units: string): readonly number[] | undefined {
  let rest = text;
  const amounts = Array.from(units, (unit) => {
    const [amount = '', ...behind] = rest.split(unit);
    if (behind.length === 0) return 0;
    rest = behind.join(unit);
    return /^\d{1,6}$/.test(amount) ? Number(amount) : NaN;
  });
  return rest === '' && !amounts.includes(NaN) ? amounts : undefined;
}

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
  if (!TIME.test(text)) return undefined;
  const [clock = '', fraction = ''] = text.split('.');
  const [hour, minute, second = '0'] = clock.split(':');
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
  if (!text.startsWith('P') || text === 'P' || text.endsWith('T')) return undefined;
  const [date = '', time = '', ...more] = text.slice(1).split('T');
  const [dates, times] = [amountsOf(date, 'WD'), amountsOf(time, 'HMS')];
  // Units of exact length: a month and a year have none.
  if (dates === undefined || times === undefined || more.length > 0) return undefined;
  const [[weeks = 0, days = 0], [hours = 0, minutes = 0, seconds = 0]] = [dates, times];
  const all = hours * 3600 + minutes * 60 + seconds;
  return { days: weeks * 7 + days + Math.floor(all / 86_400), seconds: all % 86_400 };
}
