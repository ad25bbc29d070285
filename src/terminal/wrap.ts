import { wrapAnsi } from 'fast-wrap-ansi';

/** No line is made shorter than this, however narrow the terminal is. */
const LEAST = 12;

/**
 * A text in lines that fit, broken between words.
 * @param text one or more lines; one that starts with a space is a command or a path and stays whole, so that it can be copied; colours do not count
 * @param columns how many characters a line has
 * @param indent what stands before each line but the first
 * @returns the lines, joined
 */
export function wrap(text: string, columns: number, indent = ''): string {
  const room = Math.max(columns - indent.length, LEAST);
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith(' ') ? line : wrapAnsi(line, room, { trim: true }).split('\n')))
    .join(`\n${indent}`);
}
