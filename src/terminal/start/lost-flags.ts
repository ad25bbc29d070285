import { argvOptions, type ArgvToken } from '../../answers/argv.ts';
import { directoryWord } from '../../answers/argv-of.ts';
import { commandLineOf } from '../../options/commands.ts';
import type { Option } from '../../options/option.ts';
import { CONTROLS } from '../../options/cli-flags.ts';
import { OPTIONS, flagOf } from '../../options/table.ts';
import type { Problem } from '../../problem.ts';
import { shellCommand } from '../../text/shell.ts';
import { isNpm, runnerCommand } from './runner.ts';
import type { Terminal } from './terminal.ts';

/** npm's commands that run this tool; under any other the variables were meant for that command. */
const COMMANDS: readonly (string | undefined)[] = ['init', 'exec'];

/** What npm makes of a switch. */
const ON_OR_OFF = ['', 'true', 'false'];

/**
 * Flags that npm has too (npm 11, `npm config ls -l`), with the values that can be ours. `--yes` means nothing: npm's own question
 * before an installation is answered by it. `--description` never shows, for true is its default there; nor do `--auth`, `--ci`, `--production`
 * and `--up`, which npm reads as settings of other names, or as old ones.
 */
const SHARED: Readonly<Record<string, (value: string) => boolean>> = {
  yes: () => false,
  description: () => false,
  access: (value) =>
    OPTIONS.some((option) => option.key === 'access' && option.choices.some((choice) => choice.value === value)),
  git: (value) => ON_OR_OFF.includes(value),
  'dry-run': (value) => ON_OR_OFF.includes(value),
  json: (value) => ON_OR_OFF.includes(value),
  python: (value) => value === 'true' || /^\d/.test(value),
};

const FLAGGED: readonly Option[] = [...OPTIONS, ...CONTROLS].filter((option) => option.key !== 'directory');

/** What npm's own files set. It is looked up only where a flag seems to be lost. */
type Settings = () => ReadonlyMap<string, string>;

/** True where the value is that of npm's own files. npm hands a switch that is off on as the empty text. */
function isSetting(flag: string, value: string, settings: ReadonlyMap<string, string>): boolean {
  const own = settings.get(flag);
  return own === value || (own === 'false' && value === '');
}

/** What npm made of one of our flags, if it took it. */
function takenValue(option: Option, environment: Terminal['world']['environment']): string | undefined {
  const value = environment[`npm_config_${flagOf(option).replaceAll('-', '_')}`];
  const ours = SHARED[flagOf(option)] ?? ((): boolean => true);
  return value !== undefined && ours(value) ? value : undefined;
}

/** The flag as it must have been; `loose` are words without a flag, one of which may be its value, and is then taken from them. */
function flagWord(option: Option, value: string, loose: string[]): string {
  const flag = `--${flagOf(option)}`;
  if (option.kind === 'switch') return value === '' || value === 'false' ? `--no-${flagOf(option)}` : flag;
  if (value !== 'true' && value !== '') return `${flag}=${value}`;
  const choices = option.kind === 'choice' ? option.choices.map((choice) => choice.value) : [];
  const place =
    option.kind === 'choice' ? loose.findIndex((word) => choices.includes(word)) : Math.min(1, loose.length - 1);
  const [word] = place < (option.kind === 'choice' ? 0 : 1) ? [] : loose.splice(place, 1);
  return `${flag}=${word ?? (option.kind === 'choice' ? choices.join('|') : option.placeholder)}`;
}

/**
 * The flags that npm kept for itself because the `--` before them was forgotten. It leaves each as a variable `npm_config_FLAG`, and the
 * value behind a space as one more word. Where one of our flags arrived, the `--` was there.
 * @param tokens what did arrive
 * @param terminal what started the tool, and where the command is typed
 * @param settings what npm's own files set, which is not lost
 * @returns the problem with the corrected command, or nothing
 */
export function lostFlagsProblem(
  { runner, shell, world }: Pick<Terminal, 'runner' | 'shell' | 'world'>,
  tokens: readonly ArgvToken[],
  settings: Settings,
): Problem | undefined {
  const { environment } = world;
  if (!isNpm(runner) || !COMMANDS.includes(environment['npm_command'])) return undefined;
  const known = Object.keys(argvOptions());
  if (tokens.some((token) => token.kind === 'option' && known.includes(token.name))) return undefined;
  const taken = FLAGGED.flatMap((option) => {
    const value = takenValue(option, environment);
    return value === undefined ? [] : [{ option, value }];
  });
  if (taken.length === 0) return undefined;
  const own = settings();
  const lost = taken.filter(({ option, value }) => !isSetting(flagOf(option), value, own));
  if (lost.length === 0) return undefined;
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? token.value : []));
  const loose = [...commandLineOf(words).operands];
  const command = words.slice(0, words.length - loose.length);
  // Choices first: what they recognise is not the directory.
  const inOrder = [
    ...lost.filter(({ option }) => option.kind === 'choice'),
    ...lost.filter(({ option }) => option.kind !== 'choice'),
  ];
  const flags = inOrder.map(({ option, value }) => flagWord(option, value, loose));
  if (environment['npm_config_yes'] === 'true' && !isSetting('yes', 'true', own)) flags.push('--yes');
  return {
    what: `npm kept ${lost.map(({ option }) => `--${flagOf(option)}`).join(', ')} for itself`,
    why: runner.separates
      ? 'npm passes on only the flags that follow a --.'
      : 'npm exec keeps flags for itself; npx passes on everything after the package name.',
    next: `Run this:\n  ${shellCommand(runnerCommand(runner, [...command, ...loose.slice(0, 1).map(directoryWord)], flags), shell)}`,
  };
}

/**
 * Says that npm may have taken `--yes`, which it has too, to explain why it still asks.
 * @param terminal what started the tool, and where the command is typed
 * @param directory the directory that was given, if one was
 * @param settings what npm's own files set, which is not lost
 * @returns a sentence with the corrected command, or nothing
 */
export function lostYesHint(
  { runner, shell, world }: Pick<Terminal, 'runner' | 'shell' | 'world'>,
  directory: string | undefined,
  settings: Settings,
): string | undefined {
  const { environment } = world;
  if (
    !isNpm(runner) ||
    !COMMANDS.includes(environment['npm_command']) ||
    environment['npm_config_yes'] !== 'true' ||
    isSetting('yes', 'true', settings())
  )
    return undefined;
  const words = directory === undefined ? [] : [directoryWord(directory)];
  return `npm took --yes as the answer to its own question. To skip these: ${shellCommand(runnerCommand(runner, words, ['--yes']), shell)}`;
}
