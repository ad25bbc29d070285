/**
 * A text with each of its words in capitals at the start and small letters behind, as Python's `str.title` does.
 * @param text such as `in progress` or `N/D`
 * @returns `In Progress`, `N/D`
 */
export function titleCase(text: string): string {
  return text.toLowerCase().replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}
