/**
 * The number in the middle; of an even count the upper one.
 * @param {number[]} values
 */
export function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}
