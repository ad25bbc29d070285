import type { ArgvValues } from './argv.ts';
import { checkGiven, valueProblems } from './complete.ts';
import type { Outcome } from '../result.ts';
import type { Option } from '../options/option.ts';
import { CONTROLS } from '../options/cli-flags.ts';
import { OPTIONS, PROJECT_OPTIONS } from '../options/table.ts';
import { PRESETS } from '../options/presets/index.ts';
import type { Problem } from '../problem.ts';
import { counted } from '../text/counted.ts';

/** Checked values by the keys of the option table; what is absent was not said. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Adds what a preset answers: its own answers, and the default of whatever else would be asked about the files. A default that
 * follows from the name stays out as long as the name was not given.
 */
function withPreset(name: string, said: Values): Values {
  const preset = PRESETS.find((one) => one.name === name);
  if (preset === undefined) return said;
  const values: Record<string, unknown> = { ...preset.answers, ...said };
  // Its description tells of its own resources and pages.
  if (!('description' in said) && ('resources' in said || 'website' in said)) delete values['description'];
  for (const option of PROJECT_OPTIONS) {
    if (option.question !== undefined && (option.kind !== 'text' || 'name' in values))
      values[option.key] ??= option.fallback(values);
  }
  return values;
}

function presetProblems(name: string): readonly Problem[] {
  return name === ''
    ? []
    : CONTROLS.filter((option) => option.key === 'preset').flatMap((option) => valueProblems(option, name));
}

/**
 * Puts together what the command line, an answers file and a preset say; the command line wins over the file, and both over the preset.
 * @param argv what the command line says
 * @param file what the answers file says, if there is one, or what is wrong with it
 * @param nameOf the name of a project in a directory, which the name follows from where none is said
 * @param refuse what the system has against a directory, if anything
 * @returns the values, or every problem at once
 */
export function givenValues(
  argv: Pick<ArgvValues, 'given' | 'controls' | 'problems'>,
  file: Outcome<Values>,
  nameOf: (directory: string) => string,
  refuse: (directory: string) => Problem | undefined = () => undefined,
): Outcome<Values> {
  const said: Record<string, unknown> = { ...('value' in file ? file.value : {}), ...argv.given };
  const directory = said['directory'];
  const isSaid = typeof directory === 'string' && directory !== '';
  if (isSaid && !('name' in said)) said['name'] = nameOf(directory);
  const refused = isSaid ? refuse(directory) : undefined;
  const { preset } = argv.controls;
  const values = withPreset(preset, said);
  const checked = checkGiven(values);
  const problems = [
    ...argv.problems,
    ...presetProblems(preset),
    ...('problems' in file ? file.problems : []),
    ...(refused === undefined ? [] : [refused]),
    ...('problems' in checked ? checked.problems : []),
  ];
  return problems.length > 0 ? { problems } : { value: values };
}

/**
 * What must still be given before a project can be created without prompts: all that is asked elsewhere, but for what happens around
 * the files (git, Docker), which is then just not done, and for a directory that follows from the name.
 * @returns the options that are missing, in the table's order
 */
export function missingOptions(given: Values): Option[] {
  const table: readonly Option[] = OPTIONS;
  return table.filter(
    ({ key, question, scope }) =>
      question !== undefined && !(key in given) && (scope === 'project' || (key === 'directory' && !('name' in given))),
  );
}

/**
 * The problem of answers that are missing where the tool cannot prompt.
 * @param usageOf how each is written
 * @param separates whether flags need a `--` before them, where the tool was started
 * @returns the problem with the list of them
 */
export function missingProblem(
  missing: readonly Option[],
  usageOf: (option: Option) => string,
  separates: boolean,
): Problem {
  return {
    what: `Cannot prompt here, and ${missing.length === 1 ? 'an answer is' : `${counted(missing.length, 'answer')} are`} missing`,
    why: ['Missing:', ...missing.map((option) => `  ${usageOf(option)}`)].join('\n'),
    next: `Give them, or add --yes for the defaults.${separates ? ' With npm, flags go after a --.' : ''}`,
  };
}
