import { bold, cyan, dim } from 'kolorist';
import type { Option } from '../answers/option.ts';
import { CONTROLS, OPTIONS } from '../answers/options.ts';
import { usageOf } from './usage.ts';
import { wrap } from './wrap.ts';

/** What the help shows as examples; a test runs each. */
export const EXAMPLES: readonly { readonly args: readonly string[]; readonly what: string }[] = [
  { args: [], what: 'asks what it needs to know; Enter accepts' },
  { args: ['library', '--', '--yes', '--up'], what: 'ends with a running API' },
  { args: ['shop', '--', '--yes', '--database=sqlite', '--no-website'], what: 'an API alone, on SQLite' },
  { args: ['copy', '--', '--answers=library/.drf-docker.json'], what: 'the same project once more' },
];

const GROUPS: readonly { readonly title: string; readonly options: readonly Option[] }[] = [
  { title: 'What it is', options: OPTIONS.filter((option) => option.scope === 'project') },
  { title: 'What happens then', options: OPTIONS.filter((option) => option.scope === 'run' && option.key !== 'directory') },
  { title: 'The tool itself', options: CONTROLS },
];

/** The least room for the words behind a flag; where there is less, they stand below it. */
const LEAST_ROOM = 36;

/** The help line of an option, with the default where that is a fixed one that says something. */
function wordsOf(option: Option): string {
  if (option.kind === 'choice') return `${option.help} (default: ${option.fallback({})})`;
  if (option.kind === 'switch' && option.fallback({})) return `${option.help} (default: yes)`;
  return option.help;
}

/**
 * The help.
 * @param columns how many characters a line has
 * @returns usage, all options in groups, and examples
 */
export function helpText(columns: number): string {
  const width = Math.max(...[...OPTIONS, ...CONTROLS].map((option) => usageOf(option).length));
  const beside = columns - width - 4 >= LEAST_ROOM;
  const entry = (usage: string, words: string): string =>
    beside
      ? `  ${cyan(usage)}${' '.repeat(width - usage.length)}  ${wrap(words, columns, ' '.repeat(width + 4))}`
      : `  ${cyan(usage)}\n      ${wrap(words, columns, '      ')}`;
  const create = 'npm create drf-docker@latest';
  return [
    wrap('Creates a Dockerized Django and Django REST Framework project.', columns),
    '',
    wrap(`${bold('Usage')}  ${create} [DIRECTORY] -- [OPTIONS]`, columns, '  '),
    ...GROUPS.flatMap(({ title, options }) => ['', bold(title), ...options.map((option) => entry(usageOf(option), wordsOf(option)))]),
    '',
    bold('Examples'),
    ...EXAMPLES.map(({ args, what }) => {
      const command = [create, ...args].join(' ');
      const fits = command.length + what.length + 6 <= columns;
      return fits ? `  ${command}  ${dim(`# ${what}`)}` : `  ${wrap(command, columns, '    ')}`;
    }),
  ].join('\n');
}
