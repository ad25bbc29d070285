/** What `--help` shows of a command. */
interface Command {
  /** What may follow its name. */
  readonly operands: string;
  /** One line for `--help`, without a full stop. */
  readonly help: string;
}

/** The commands, by the first word of the command line. To add one, add an entry; the compiler names what else follows it. */
export const COMMANDS = {
  create: { operands: '[DIRECTORY]', help: 'create a project (default)' },
} as const satisfies Readonly<Record<string, Command>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** A command line in its parts. */
export interface CommandLine {
  readonly command: CommandName;
  /** The words behind the command. */
  readonly operands: readonly string[];
}

/**
 * Whether a word is a command. Only the exact name is: `./create` and `create/` are directories.
 * @param word a word of the command line
 * @returns true for the name of a command
 */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/**
 * The command that the first word names; `create` where it names none.
 * @param words the words of the command line, without flags
 * @returns the command and the words behind it
 */
export function commandLineOf(words: readonly string[]): CommandLine {
  const [first, ...others] = words;
  return first !== undefined && isCommand(first)
    ? { command: first, operands: others }
    : { command: 'create', operands: words };
}
