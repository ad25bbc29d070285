/** What each thing can be. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** One value of each thing. */
export type Row = Readonly<Record<string, string>>;

/** Every pair of entries, as one text each: `auth jwt, access owner`. */
function pairsOf(entries: readonly (readonly [string, string])[]): readonly string[] {
  const words = entries.map(([key, value]) => `${key} ${value}`);
  return words.flatMap((one, place) => words.slice(place + 1).map((other) => [one, other].sort().join(', ')));
}

/**
 * The pairs that some rows have.
 * @param rows any rows
 * @returns each pair once
 */
export function pairsIn(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => pairsOf(Object.entries(row))));
}

/** Every two values of two things, the things with the most values first. */
function twos(values: Values): readonly Row[] {
  const entries = Object.entries(values).sort(([, one], [, other]) => other.length - one.length);
  return entries.flatMap(([key, own], place) =>
    entries
      .slice(place + 1)
      .flatMap(([other, theirs]) => own.flatMap((value) => theirs.map((its) => ({ [key]: value, [other]: its })))),
  );
}

/**
 * All pairs that there are.
 * @param values what each thing can be
 * @returns each pair once
 */
export function allPairs(values: Values): ReadonlySet<string> {
  return pairsIn(twos(values));
}

/** The value of a thing that brings a row most of the missing pairs, and of several the one that the rows have least of. */
function best(
  key: string,
  own: readonly string[],
  row: Row,
  missing: ReadonlySet<string>,
  rows: readonly Row[],
): string {
  const gained = (value: string): number =>
    [...pairsIn([{ ...row, [key]: value }])].filter((pair) => missing.has(pair)).length;
  const used = (value: string): number => rows.filter((other) => other[key] === value).length;
  const [first = ''] = [...own].sort((one, other) => gained(other) - gained(one) || used(one) - used(other));
  return first;
}

/**
 * Few rows that have every pair between them. Each starts with a pair that is missing, and takes for each other thing the value that brings the most.
 * @param values what each thing can be
 * @returns the rows, the same ones for the same values
 */
export function coveringRows(values: Values): readonly Row[] {
  const missing = new Set(allPairs(values));
  const rows: Row[] = [];
  for (const start of twos(values)) {
    if (![...pairsIn([start])].some((pair) => missing.has(pair))) continue;
    let row = start;
    for (const [key, own] of Object.entries(values)) {
      if (!(key in row)) row = { ...row, [key]: best(key, own, row, missing, rows) };
    }
    rows.push(row);
    for (const pair of pairsIn([row])) missing.delete(pair);
  }
  return rows;
}
