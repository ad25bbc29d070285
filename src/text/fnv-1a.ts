/**
 * A number that differs where texts differ: FNV-1a (32 bits), by Fowler, Noll and Vo, over the text's UTF-16 units.
 * @param before the hash to go on from
 * @returns a whole number of 32 bits, none of them a sign
 */
export function fnv1a(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
