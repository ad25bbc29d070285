import type { ArgvToken } from '../answers/argv.ts';
import type { Option } from '../answers/option.ts';
import { CONTROLS } from '../answers/controls.ts';
import { OPTIONS, flagOf } from '../answers/options.ts';
import type { Problem } from '../problem.ts';
import { shellCommand, type Shell } from '../text/shell.ts';
import type { Environment } from './terminal.ts';
import { CREATE_COMMAND } from './usage.ts';

/** How npm is called when it runs this tool; under any other of its commands the variables were meant for that. */
const RUNNERS: readonly (string | undefined)[] = ['init', 'exec'];

/**
 * Flags that npm has too (npm 11, `npm config ls -l`), with the values that tell ours from a setting of its own. `--yes` is no
 * sign of anything: npm's own question before an installation is answered by it. `--description` never shows, for true is its
 * default there; and `--up` npm reads as its own `--update-notifier`.
 */
const SHARED: Readonly<Record<string, (value: string) => boolean>> = {
  yes: () => false,
  description: () => false,
  git: (value) => ['', 'true', 'false'].includes(value),
  python: (value) => value === 'true' || /^\d/.test(value),
};

const FLAGGED: readonly Option[] = [...OPTIONS, ...CONTROLS].filter((option) => option.key !== 'directory');

/** What npm made of one of our flags, if it took it. */
function takenValue(option: Option, environment: Environment): string | undefined {
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
  const place = option.kind === 'choice' ? loose.findIndex((word) => choices.includes(word)) : Math.min(1, loose.length - 1);
  const [word] = place < (option.kind === 'choice' ? 0 : 1) ? [] : loose.splice(place, 1);
  return `${flag}=${word ?? (option.kind === 'choice' ? choices.join('|') : option.placeholder)}`;
}

/**
 * The flags that npm kept for itself because the `--` before them was forgotten. It leaves each as a variable `npm_config_FLAG`, and the
 * value behind a space as one more word.
 * @param tokens what did arrive
 * @returns the problem with the corrected command, or nothing
 */
export function lostFlagsProblem(environment: Environment, tokens: readonly ArgvToken[], shell: Shell): Problem | undefined {
  if (!RUNNERS.includes(environment['npm_command'])) return undefined;
  const lost = FLAGGED.flatMap((option) => {
    const value = takenValue(option, environment);
    return value === undefined ? [] : [{ option, value }];
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? token.value : []));
  const arrived = tokens.flatMap((token) => (token.kind === 'option' ? token.rawName + (token.value === undefined ? '' : `=${token.value}`) : []));
  if (lost.length === 0) return undefined;
  // Choices first: what they recognise is not the directory.
  const inOrder = [...lost.filter(({ option }) => option.kind === 'choice'), ...lost.filter(({ option }) => option.kind !== 'choice')];
  const flags = inOrder.map(({ option, value }) => flagWord(option, value, words));
  if (environment['npm_config_yes'] === 'true' && !arrived.includes('--yes')) flags.push('--yes');
  const directory = words.slice(0, 1);
  return {
    what: `npm kept ${lost.map(({ option }) => `--${flagOf(option)}`).join(', ')} for itself`,
    why: 'The flags of this tool stand behind a -- of their own.',
    next: `Run this:\n  ${shellCommand([...CREATE_COMMAND, ...directory, '--', ...arrived, ...flags], shell)}`,
  };
}

/**
 * Says that npm may have taken `--yes`, which it has too, so that nobody wonders at the questions.
 * @param directory the directory that was given, if one was
 * @returns a sentence with the corrected command, or nothing
 */
export function lostYesHint(environment: Environment, directory: string | undefined, shell: Shell): string | undefined {
  if (!RUNNERS.includes(environment['npm_command']) || environment['npm_config_yes'] !== 'true') return undefined;
  const command = shellCommand([...CREATE_COMMAND, ...(directory === undefined ? [] : [directory]), '--', '--yes'], shell);
  return `npm took --yes as the answer to its own question. To skip these: ${command}`;
}
