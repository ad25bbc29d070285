import { bold, cyan, dim, stripColors } from 'kolorist';
import { CONTROLS } from '../../options/cli-flags.ts';
import { COMMANDS } from '../../options/commands.ts';
import { GROUPS, HELP_TOPICS } from '../../options/groups.ts';
import type { ChoiceOption, Option } from '../../options/option.ts';
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

const ALL: readonly Option[] = [...OPTIONS, ...CONTROLS];

/** What `--help` shows without a topic; the directory stands beside its command. */
const COMMON = ALL.filter(
  (option) => option.key !== 'directory' && (option.question !== undefined || option.isCommon === true),
);

/** Of these the words are so short that two columns of them fit beside each other on a usual screen. */
const isShort = (option: Option): boolean => option.scope !== 'project';

/** The least room for the words behind a flag; where there is less, they go below it. */
const LEAST_ROOM = 36;

/** The columns of a usual screen, on which the help must fit. */
const USUAL = 80;

/** A term of the help and what it means. */
interface Row {
  readonly term: string;
  readonly words: string;
  /** What it may be, in words. */
  readonly choices?: ChoiceOption['choices'];
}

/** The help line of an option, with the default where that is a fixed one that says something. */
function wordsOf(option: Option): string {
  if (option.kind === 'choice' && option.scope !== 'control') return `${option.help} (default: ${option.fallback({})})`;
  if (option.kind === 'switch' && option.fallback({})) return `${option.help} (default: yes)`;
  return option.help;
}

/** Words behind their terms, below each other; where there is no room, the words go below the term. */
function column(rows: readonly Row[], columns: number): string[] {
  const width = Math.max(...rows.map(({ term }) => term.length));
  const indent = ' '.repeat(columns - width - 4 >= LEAST_ROOM ? width + 4 : 6);
  return rows.map(({ term, words, choices = [] }) => {
    const before =
      indent.length > width ? `  ${cyan(term)}${' '.repeat(width + 2 - term.length)}` : `  ${cyan(term)}\n${indent}`;
    const longest = Math.max(...choices.map(({ value }) => value.length));
    return [
      before + wrap(words, columns, indent),
      ...choices.map(
        ({ value, hint }) =>
          `${indent}${value.padEnd(longest)}  ${wrap(hint, columns, ' '.repeat(indent.length + longest + 2))}`,
      ),
    ].join('\n');
  });
}

function twoColumns(rows: readonly Row[]): string[] {
  const half = Math.ceil(rows.length / 2);
  const left = column(rows.slice(0, half), USUAL);
  const right = column(rows.slice(half), USUAL);
  const width = Math.max(...left.map((line) => stripColors(line).length));
  return left.map((line, place) => {
    const beside = right[place];
    return beside === undefined ? line : line + ' '.repeat(width - stripColors(line).length) + beside;
  });
}

/**
 * How the tool is called.
 * @param runner what starts the tool
 * @returns one line
 */
export function usageLine(runner: Runner): string {
  return runnerCommand(runner, ['[DIRECTORY]'], ['[OPTIONS]']).join(' ');
}

/** The line of an option. */
function rowOf(option: Option): Row {
  return { term: usageOf(option), words: wordsOf(option) };
}

/**
 * The help: usage, commands, the common options, examples, and the topics that say more.
 * @param columns how long a line may be
 * @param runner what starts the tool
 * @returns its lines, joined
 */
export function helpText(columns: number, runner: Runner): string {
  const short = COMMON.filter(isShort).map(rowOf);
  const topic = runnerCommand(runner, [], ['--help', 'TOPIC']).join(' ');
  return [
    wrap('Creates a Dockerized Django and Django REST Framework project.', columns),
    wrap(`${bold('Usage')}  ${usageLine(runner)}`, columns, '  '),
    bold('Commands'),
    ...column(
      Object.entries(COMMANDS).map(([name, { operands, help }]) => ({ term: `${name} ${operands}`, words: help })),
      columns,
    ),
    bold('Common options'),
    ...column(COMMON.filter((option) => !isShort(option)).map(rowOf), columns),
    ...(columns >= USUAL ? twoColumns(short) : column(short, columns)),
    bold('Examples'),
    ...EXAMPLES.map(({ directory, flags, what }) => {
      const command = runnerCommand(runner, directory === undefined ? [] : [directory], flags).join(' ');
      const fits = command.length + what.length + 6 <= columns;
      return fits ? `  ${command}  ${dim(`# ${what}`)}` : `  ${wrap(command, columns, '    ')}`;
    }),
    wrap(`${bold('More options')}  ${topic}`, columns, '  '),
    `  ${wrap(HELP_TOPICS.join(', '), columns, '  ')}`,
  ].join('\n');
}

/**
 * The help on one topic: all options of a group, each choice in words.
 * @param topic a group, or `all` for each of them
 * @param columns how long a line may be
 * @returns its lines, joined; nothing where there is no such topic
 */
export function topicText(topic: string, columns: number): string | undefined {
  if (!HELP_TOPICS.includes(topic)) return undefined;
  return Object.entries(GROUPS)
    .filter(([group]) => topic === 'all' || topic === group)
    .map(([group, title]) => {
      const rows = ALL.filter((option) => option.group === group).map((option) =>
        option.kind === 'choice' ? { ...rowOf(option), choices: option.choices } : rowOf(option),
      );
      return [bold(title), ...column(rows, columns)].join('\n');
    })
    .join('\n\n');
}
