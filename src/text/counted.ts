/**
 * A number of things with their name.
 * @param count how many
 * @param name one of them, whose plural ends in s: `file`
 * @returns `1 file`, `3 files`
 */
export function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
