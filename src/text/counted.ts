/** A number of things with their name, whose plural ends in s: `1 file`, `3 files`. */
export function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
