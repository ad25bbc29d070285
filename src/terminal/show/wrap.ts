import { stripColors } from 'kolorist';
import { wrapAnsi } from '../../text/wide.ts';

/** No line is made shorter than this, however narrow the terminal is. */
const LEAST = 12;

/** ASCII, of which each character takes one column, without space around it. */
const ASCII = /^(?! )[\x20-\x7E]+(?<! )$/;

function wrapPlain(line: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** One line in lines that fit. Most are plain, and need no more than that; colours hardly ever occur in a line that is too long. */
function wrapLine(line: string, room: number): string[] {
  // A command or a path.
  if (line.startsWith(' ')) return [line];
  const bare = stripColors(line);
  if (ASCII.test(bare) && bare.length <= room) return [line];
  return ASCII.test(line) && !line.includes('  ')
    ? wrapPlain(line, room)
    : wrapAnsi(line, room, { trim: true }).split('\n');
}

/**
 * A text in lines that fit, broken between words.
 * @param text one or more lines; one that starts with a space is a command or a path and stays whole, so that it can be copied; colours do
 * not count
 * @param indent the beginning of each line but the first
 * @returns the lines, joined
 */
export function wrap(text: string, columns: number, indent = ''): string {
  const room = Math.max(columns - indent.length, LEAST);
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, room))
    .join(`\n${indent}`);
}
