import { isCommand } from '../options/commands.ts';
import type { Option } from '../options/option.ts';
import { OPTIONS, flagOf, type Answers } from '../options/table.ts';
import { resourceText } from '../resource/parse/resource-text.ts';

const TABLE: readonly Option[] = OPTIONS;

function argumentsFor(option: Option, answers: Answers): string[] {
  if (option.kind === 'resources')
    return answers.resources.map((resource) => `--${flagOf(option)}=${resourceText(resource)}`);
  const byKey: Readonly<Record<string, unknown>> = answers;
  const value = byKey[option.key];
  if (option.kind === 'switch') return [value === true ? `--${flagOf(option)}` : `--no-${flagOf(option)}`];
  return [`--${flagOf(option)}=${String(value)}`];
}

/** Whether two answers are the same; resources are, where they are written alike. */
function isSame(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right));
}

/**
 * A directory as a word of the command line.
 * @param directory the directory as the user gave it
 * @returns the same, with `./` before what would be read as a flag or a command
 */
export function directoryWord(directory: string): string {
  return directory.startsWith('-') || isCommand(directory) ? `./${directory}` : directory;
}

/** The arguments that give the same answers again, the directory first: the inverse of `readArgv`. */
export function argvOf(answers: Answers): string[] {
  const byKey: Readonly<Record<string, unknown>> = answers;
  const args: string[] = [];
  for (const option of TABLE) {
    const value = byKey[option.key];
    const isDefault = isSame(value, option.fallback(byKey));
    if (option.kind === 'text' && option.positional === true) args.push(directoryWord(String(value)));
    else if (!isDefault) args.push(...argumentsFor(option, answers));
  }
  return args;
}
