import { characterColumns } from './wide.ts';

/** How many columns a text takes, as ruff counts them: each character by itself, wide ones as two, combining ones as none. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return Array.from(text, characterColumns).reduce((sum, columns) => sum + columns, 0);
}
