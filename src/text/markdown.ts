/** What CommonMark (0.31, section 2.4) and GitHub's tables give a meaning to; each may be escaped by a backslash. */
const PUNCTUATION = /[\\`*_{}[\]<>()#+!|~&$]/g;

/**
 * A text as Markdown that shows it as it is, in a heading, a paragraph or a cell.
 * @returns the text with its punctuation escaped, and what would make a list or a rule of its first character
 */
export function markdownText(text: string): string {
  return text
    .trim()
    .replaceAll(PUNCTUATION, String.raw`\$&`)
    .replace(/^([-=.:])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
