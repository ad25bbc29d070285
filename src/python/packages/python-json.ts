/** A value that JSON can say; what is undefined is left out. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

function sorted(value: Json): Json {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    // A lock is for the most part lists of hashes, in which there is nothing to sort.
    return items.some((item) => typeof item === 'object') ? items.map(sorted) : items;
  }
  const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] =>
    item === undefined ? [] : [[key, sorted(item)]],
  );
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/**
 * JSON as Python writes it by `json.dumps(value, sort_keys=True)`, which pipenv hashes and stores: keys in order, ASCII only.
 * @param value what to write; its keys are ASCII and no whole numbers
 * @param indent the spaces of one level; without it the text has no white space, as with `separators=(",", ":")`
 * @returns the text without a line end
 */
export function pythonJson(value: Json, indent?: number): string {
  return JSON.stringify(sorted(value), null, indent).replaceAll(
    /[\u007F-\uFFFF]/g,
    (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}
