/**
 * A name that nothing has yet.
 * @param wanted the name, if it is free
 * @param taken the names that are not
 * @param joint what stands before the number that makes it another
 * @returns `book`, or `book_2` where `book` is taken
 */
export function freeName(wanted: string, taken: ReadonlySet<string>, joint = '_'): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${joint}${number}`;
  return name;
}
