import { COMMANDS, commandLineOf, isCommand, type CommandName } from '../options/commands.ts';
import type { Option, SwitchOption } from '../options/option.ts';
import { CONTROLS, type Controls } from '../options/cli-flags.ts';
import { OPTIONS, flagOf } from '../options/table.ts';
import type { Problem } from '../problem.ts';
import { nearestOf } from '../text/nearest.ts';

/** What Node's `parseArgs` takes for one flag. */
export interface ArgvOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
}

/** One token of Node's `parseArgs`, as far as it is read here. */
export type ArgvToken =
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly rawName: string;
      readonly value?: string | undefined;
      readonly inlineValue?: boolean | undefined;
    }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

type OptionToken = Extract<ArgvToken, { kind: 'option' }>;

/** What a command line says: the command, the topic of its help, values by the keys of the table, not yet checked, and what could not be read. */
export interface ArgvValues {
  readonly command: CommandName;
  /** What help is asked for: the word behind `--help`, or the empty text. */
  readonly topic: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly controls: Controls;
  readonly problems: readonly Problem[];
}

/** The one-letter forms, by the key of their option. */
export const SHORT_FLAGS: Readonly<Record<string, string>> = { yes: 'y', help: 'h', version: 'v' };
const TABLE: readonly Option[] = OPTIONS;
const ALL: readonly Option[] = [...TABLE, ...CONTROLS];
const POSITIONAL: Option | undefined = ALL.find((option) => option.kind === 'text' && option.positional === true);
const FLAGGED: ReadonlyMap<string, Option> = new Map(
  ALL.filter((option) => option !== POSITIONAL).map((option) => [flagOf(option), option]),
);

/**
 * The `options` that Node's `parseArgs` needs, from the option table. Call it with `strict: false`, `tokens: true` and
 * `allowPositionals: true`: its strict mode stops at the first problem, and we report all.
 * @returns one entry a flag; a switch has its negation as a flag of its own
 */
export function argvOptions(): Record<string, ArgvOption> {
  const entries = [...FLAGGED].flatMap(([flag, option]): [string, ArgvOption][] => {
    if (option.kind === 'resources') return [[flag, { type: 'string', multiple: true }]];
    if (option.kind !== 'switch') return [[flag, { type: 'string' }]];
    const short = SHORT_FLAGS[option.key];
    const positive: [string, ArgvOption] = [
      flag,
      short === undefined ? { type: 'boolean' } : { type: 'boolean', short },
    ];
    return option.scope === 'control' ? [positive] : [positive, [`no-${flag}`, { type: 'boolean' }]];
  });
  return Object.fromEntries(entries);
}

function readSwitch(token: OptionToken, option: SwitchOption, values: Map<string, unknown>): Problem | undefined {
  const flag = flagOf(option);
  if (token.value !== undefined && option.topics === undefined) {
    return {
      what: `${token.rawName} takes no value`,
      next: `Write --${flag}${option.scope === 'control' ? '' : ` or --no-${flag}`}.`,
    };
  }
  values.set(option.key, token.name === flag);
  return undefined;
}

/** The switch that a flag such as `no-docs` is the negation of; those of the tool itself have none. */
function negated(name: string): Option | undefined {
  const option = name.startsWith('no-') ? FLAGGED.get(name.slice('no-'.length)) : undefined;
  return option?.kind === 'switch' && option.scope !== 'control' ? option : undefined;
}

/** Reads one flag into the values, or says why it cannot be read. A flag that may be repeated gives a list. */
function readFlag(token: OptionToken, values: Map<string, unknown>): Problem | undefined {
  const option = FLAGGED.get(token.name) ?? negated(token.name);
  if (option === undefined) {
    const nearest = nearestOf(token.name, Object.keys(argvOptions()));
    const next = nearest === undefined ? 'See --help all for a list.' : `Did you mean --${nearest}?`;
    return { what: `Unknown option ${token.rawName}`, next };
  }
  if (option.kind === 'switch') return readSwitch(token, option, values);
  const swallowed = token.inlineValue !== true && token.value?.startsWith('-') === true && token.value !== '-';
  if (token.value === undefined || swallowed) {
    const example =
      option.kind === 'choice' ? option.choices.map((choice) => choice.value).join('|') : option.placeholder;
    return { what: `--${flagOf(option)} needs a value`, next: `Write --${flagOf(option)}=${example}.` };
  }
  const before: unknown = values.get(option.key);
  const lines: unknown[] = Array.isArray(before) ? before : [];
  values.set(option.key, option.kind === 'resources' ? [...lines, token.value] : token.value);
  return undefined;
}

function controlsOf(values: ReadonlyMap<string, unknown>): Controls {
  const on = (key: string): boolean => values.get(key) === true;
  const text = (key: string): string => {
    const value = values.get(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    yes: on('yes'),
    answers: text('answers'),
    preset: text('preset'),
    completion: text('completion'),
    dryRun: on('dryRun'),
    json: on('json'),
    debug: on('debug'),
    help: on('help'),
    version: on('version'),
  };
}

/**
 * Leaves out the `--` that npm wants before the flags of a package: pnpm, Bun, Yarn and npx pass it on.
 * @param args the words of the command line
 * @returns the words without the first bare `--` that has a flag somewhere behind it
 */
export function withoutSeparator(args: readonly string[]): readonly string[] {
  const place = args.indexOf('--');
  const short = Object.values(SHORT_FLAGS).map((letter) => `-${letter}`);
  const hasFlags = args.slice(place + 1).some((arg) => /^--[a-z]/i.test(arg) || short.includes(arg));
  return place === -1 || !hasFlags ? args : args.toSpliced(place, 1);
}

/** The word behind `--help`; a command there is the command that help is asked for. */
function topicOf(tokens: readonly ArgvToken[]): string {
  const place = tokens.findLastIndex((token) => token.kind === 'option' && token.name === 'help');
  const [flag, next] = place === -1 ? [] : tokens.slice(place);
  if (flag?.kind === 'option' && flag.value !== undefined) return flag.value;
  return next?.kind === 'positional' && !isCommand(next.value) ? next.value : '';
}

/** The problem of more words than the command takes: the first may be a command with a typing mistake. */
function wordsProblem(words: readonly string[], operands: readonly string[], separates: boolean): Problem {
  const [first = ''] = words;
  const nearest = operands.length < words.length ? undefined : nearestOf(first, Object.keys(COMMANDS));
  if (nearest !== undefined) {
    return {
      what: `Unknown command ${JSON.stringify(first)}`,
      next: `Did you mean ${nearest}? A directory with a space needs quotes.`,
    };
  }
  return {
    what: `There is more than one directory: ${operands.map((one) => JSON.stringify(one)).join(', ')}`,
    next: `Give one. A value with a space needs quotes${separates ? '; behind npm create, flags need a -- before them' : ''}.`,
  };
}

/**
 * Turns what Node's `parseArgs` read into values of the option table.
 * @param tokens its tokens, in their order; the last of a repeated flag wins
 * @param separates whether flags need a `--` before them, where the tool was started
 * @returns the command and the values, unchecked but for what makes them unreadable
 */
export function readArgv(tokens: readonly ArgvToken[], separates = true): ArgvValues {
  const values = new Map<string, unknown>();
  const positionals: string[] = [];
  const problems: Problem[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const problem = readFlag(token, values);
    if (problem !== undefined) problems.push(problem);
  }
  const { command, operands } = commandLineOf(positionals);
  const [directory] = operands;
  if (directory !== undefined && POSITIONAL !== undefined) values.set(POSITIONAL.key, directory);
  if (operands.length > 1) problems.push(wordsProblem(positionals, operands, separates));
  const given = Object.fromEntries([...values].filter(([key]) => OPTIONS.some((option) => option.key === key)));
  return { command, topic: topicOf(tokens), given, controls: controlsOf(values), problems };
}
