/** A text with its words as Python's `str.title` writes them: `In Progress` of `in progress`, `N/D` of `N/D`. */
export function titleCase(text: string): string {
  return text.toLowerCase().replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}
