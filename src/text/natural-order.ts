/**
 * Orders texts as isort and ruff order modules: digits in a row are one number, so that `set2s` stands before `set10s`.
 * @param other another
 * @returns below zero where `one` stands first, above where `other` does, and zero for the same text
 */
export function naturalOrder(one: string, other: string): number {
  const [left, right] = [one.match(/\d+|\D/g) ?? [], other.match(/\d+|\D/g) ?? []];
  for (const [place, mine] of left.entries()) {
    const theirs = right[place];
    if (theirs === undefined) return 1;
    const areNumbers = [mine, theirs].every((part) => /^[1-9]/.test(part));
    if (areNumbers && mine.length !== theirs.length) return mine.length - theirs.length;
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return left.length - right.length;
}
