import { SHORT_FLAGS } from '../../answers/argv.ts';
import type { Option } from '../../options/option.ts';
import { flagOf } from '../../options/table.ts';

/** The part of the README that has a line for each option. */
const README_OPTIONS = 'https://www.npmjs.com/package/create-drf-docker#options';

/**
 * How `--help` and messages write an option.
 * @param option the option's entry
 * @returns such as `--title TEXT`, `--database postgres|sqlite`, `--[no-]docs`, `-y, --yes` or `DIRECTORY`
 */
export function usageOf(option: Option): string {
  const flag = `--${flagOf(option)}`;
  if (option.kind === 'text') return option.positional === true ? option.placeholder : `${flag} ${option.placeholder}`;
  if (option.kind === 'resources') return `${flag} ${option.placeholder}`;
  if (option.kind === 'choice')
    return `${flag} ${option.placeholder ?? option.choices.map((choice) => choice.value).join('|')}`;
  if (option.scope !== 'control') return `--[no-]${flagOf(option)}`;
  const short = SHORT_FLAGS[option.key];
  return `${short === undefined ? '' : `-${short}, `}${flag}${option.topics === undefined ? '' : ' [TOPIC]'}`;
}

/** What a person reads who answers a question with a question mark: each choice with its hint, the flag, and where the README says more. */
export function moreOf(option: Option): string {
  const choices = option.kind === 'choice' ? option.choices.map(({ label, hint }) => `- ${label}: ${hint}.`) : [];
  return [...choices, `On the command line: ${usageOf(option)}`, `In the README: ${README_OPTIONS}`].join('\n');
}
