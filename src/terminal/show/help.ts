import { bold, cyan, dim, stripColors } from 'kolorist';
import type { Option } from '../../options/option.ts';
import { CONTROLS } from '../../options/cli-flags.ts';
import { OPTIONS } from '../../options/table.ts';
import { runnerCommand, type Runner } from '../start/runner.ts';
import { usageOf } from '../start/usage.ts';
import { wrap } from './wrap.ts';

/** What the help shows as examples; a test runs each. */
export const EXAMPLES: readonly {
  readonly directory?: string;
  readonly flags: readonly string[];
  readonly what: string;
}[] = [
  { flags: [], what: 'asks what it needs to know; Enter accepts' },
  { directory: 'library', flags: ['--yes', '--up'], what: 'ends with a running API' },
  { directory: 'shop', flags: ['--yes', '--database=sqlite', '--no-website'], what: 'an API alone, on SQLite' },
  { directory: 'copy', flags: ['--answers=library/.drf-docker.json'], what: 'the same project once more' },
];

interface Group {
  readonly title: string;
  readonly options: readonly Option[];
  /** True where the words are so short that two columns of them fit beside each other on a usual screen. */
  readonly isShort: boolean;
}

const PROJECT: readonly Option[] = OPTIONS.filter((option) => option.scope === 'project');

const GROUPS: readonly Group[] = [
  { title: 'What it is about', options: PROJECT.filter((option) => option.isAbout === true), isShort: false },
  { title: 'How it is built', options: PROJECT.filter((option) => option.isAbout !== true), isShort: false },
  {
    title: 'What happens then',
    options: OPTIONS.filter((option) => option.scope === 'run' && option.key !== 'directory'),
    isShort: true,
  },
  { title: 'The tool itself', options: CONTROLS, isShort: true },
];

/** The least room for the words behind a flag; where there is less, they go below it. */
const LEAST_ROOM = 36;

/** The columns of a usual screen, on which all of the help must fit. */
const USUAL = 80;

/** The help line of an option, with the default where that is a fixed one that says something. */
function wordsOf(option: Option): string {
  if (option.kind === 'choice' && option.scope !== 'control') return `${option.help} (default: ${option.fallback({})})`;
  if (option.kind === 'switch' && option.fallback({})) return `${option.help} (default: yes)`;
  return option.help;
}

/** Options below each other, each with its words beside its flag, or below it where there is no room. */
function column(options: readonly Option[], columns: number): string[] {
  const width = Math.max(...options.map((option) => usageOf(option).length));
  const indent = ' '.repeat(columns - width - 4 >= LEAST_ROOM ? width + 4 : 6);
  return options.map((option) => {
    const usage = usageOf(option);
    const before =
      indent.length > width ? `  ${cyan(usage)}${' '.repeat(width + 2 - usage.length)}` : `  ${cyan(usage)}\n${indent}`;
    return before + wrap(wordsOf(option), columns, indent);
  });
}

function twoColumns(options: readonly Option[]): string[] {
  const half = Math.ceil(options.length / 2);
  const left = column(options.slice(0, half), USUAL);
  const right = column(options.slice(half), USUAL);
  const width = Math.max(...left.map((line) => stripColors(line).length));
  return left.map((line, place) => {
    const beside = right[place];
    return beside === undefined ? line : line + ' '.repeat(width - stripColors(line).length) + beside;
  });
}

/** How the tool is called, in one line. */
export function usageLine(runner: Runner): string {
  return runnerCommand(runner, ['[DIRECTORY]'], ['[OPTIONS]']).join(' ');
}

/**
 * The help: usage, all options in groups, and examples.
 * @param columns how long a line may be
 * @param runner what starts the tool
 */
export function helpText(columns: number, runner: Runner): string {
  return [
    wrap('Creates a Dockerized Django and Django REST Framework project.', columns),
    wrap(`${bold('Usage')}  ${usageLine(runner)}`, columns, '  '),
    ...GROUPS.flatMap(({ title, options, isShort }) => [
      bold(title),
      ...(isShort && columns >= USUAL ? twoColumns(options) : column(options, columns)),
    ]),
    bold('Examples'),
    ...EXAMPLES.map(({ directory, flags, what }) => {
      const command = runnerCommand(runner, directory === undefined ? [] : [directory], flags).join(' ');
      const fits = command.length + what.length + 6 <= columns;
      return fits ? `  ${command}  ${dim(`# ${what}`)}` : `  ${wrap(command, columns, '    ')}`;
    }),
  ].join('\n');
}
