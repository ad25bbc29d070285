/** How a person starts this tool: by npm, or by another package manager that runs packages. */
export interface Runner {
  /** The words before ours. */
  readonly command: readonly string[];
  /** Whether our flags need a `--` before them: npm keeps those that have none for itself, the others pass all of them on. */
  readonly separates: boolean;
}

const NPM: Runner = { command: ['npm', 'create', 'drf-docker@latest'], separates: true };
const NPX: Runner = { command: ['npx', 'create-drf-docker@latest'], separates: false };

/** By the name at the start of `npm_config_user_agent`. Yarn 1 takes no version behind a name. */
const OTHERS: ReadonlyMap<string, Runner> = new Map([
  ['pnpm', { command: ['pnpm', 'create', 'drf-docker@latest'], separates: false }],
  ['bun', { command: ['bun', 'create', 'drf-docker@latest'], separates: false }],
  ['yarn', { command: ['yarn', 'create', 'drf-docker'], separates: false }],
]);

/** True for npm and npx, which read settings of their own from flags and files. */
export function isNpm(runner: Runner): boolean {
  return runner === NPM || runner === NPX;
}

/**
 * What started this tool, by the variables that package managers set.
 * @param environment the variables; without any of those it is npm, as the README has it
 * @returns how that one is told to run it again
 */
export function runnerOf(environment: Readonly<Record<string, string | undefined>>): Runner {
  const [name = ''] = (environment['npm_config_user_agent'] ?? '').split('/');
  // Bun sets npm_command too.
  return OTHERS.get(name) ?? (environment['npm_command'] === 'exec' ? NPX : NPM);
}

/**
 * The words of a command that runs this tool again.
 * @param words what stands before the flags: a command, a directory
 * @param flags our own flags
 * @returns the words, with a `--` before the flags where the runner needs one
 */
export function runnerCommand(
  { command, separates }: Runner,
  words: readonly string[],
  flags: readonly string[],
): string[] {
  return [...command, ...words, ...(separates && flags.length > 0 ? ['--'] : []), ...flags];
}
