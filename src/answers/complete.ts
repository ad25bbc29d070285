import { indexProblems } from '../resource/check/index-problems.ts';
import type { Option, ResourcesOption } from '../options/option.ts';
import { OPTIONS, PROJECT_OPTIONS, type Answers, type ProjectAnswers } from '../options/table.ts';
import type { Outcome } from '../result.ts';
import type { Problem } from '../problem.ts';
import { choose } from '../text/choose.ts';
import { flagOf } from '../options/table.ts';
import { readResources } from '../resource/resources.ts';

/** Answers that were given; what is absent was not. */
export type GivenAnswers = Readonly<Partial<Answers>>;

function plainProblem(option: Exclude<Option, ResourcesOption>, value: unknown): Problem | undefined {
  const isWrong = (next: string): Problem => ({ what: `--${flagOf(option)} is ${JSON.stringify(value)}`, next });
  if (option.kind === 'switch') return typeof value === 'boolean' ? undefined : isWrong('It is either true or false.');
  if (typeof value !== 'string') return isWrong('It is a text.');
  if (option.kind === 'text') return option.check(value);
  const choices = option.choices.map((choice) => choice.value);
  if (choices.includes(value)) return undefined;
  return { what: `--${flagOf(option)} cannot be ${JSON.stringify(value)}`, next: choose(value, choices) };
}

/**
 * Says what is wrong with the value of one option.
 * @param option the option's entry
 * @param value what was given, of any type
 * @returns the problems, with the choices or the nearest of them; none where the value is right
 */
export function valueProblems(option: Option, value: unknown): readonly Problem[] {
  if (option.kind !== 'resources') {
    const problem = plainProblem(option, value);
    return problem === undefined ? [] : [problem];
  }
  const outcome = readResources(value);
  return 'problems' in outcome ? outcome.problems : [];
}

/** The values with their resources in the one written form that all else relies on; what cannot be read stays as it is. */
function inOneForm(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!('resources' in values)) return { ...values };
  const outcome = readResources(values['resources']);
  return 'value' in outcome ? { ...values, resources: outcome.value } : { ...values };
}

/**
 * Says what is wrong between values that are right by themselves: resources that the database cannot hold.
 * @param values any of the answers; what is not said yet allows everything
 * @returns every problem
 */
export function jointProblems({ resources, database }: Readonly<Record<string, unknown>>): readonly Problem[] {
  if (database !== 'postgres' || resources === undefined) return [];
  const outcome = readResources(resources);
  return 'value' in outcome ? outcome.value.flatMap(indexProblems) : [];
}

/** True where every option of the table has a value that its entry allows; so the values are answers. */
function areAnswers(values: Readonly<Record<string, unknown>>): values is Answers {
  return problemsOf(values, OPTIONS).length === 0;
}

/** True where what is said is allowed; what is not said may still be asked. */
function areGiven(values: Readonly<Record<string, unknown>>): values is GivenAnswers {
  return (
    problemsOf(
      values,
      OPTIONS.filter((option) => option.key in values),
    ).length === 0
  );
}

function areProjectAnswers(values: Readonly<Record<string, unknown>>): values is ProjectAnswers {
  return problemsOf(values, PROJECT_OPTIONS).length === 0;
}

/** The values of these options, each option's own default filled in, in the table's order: a later one may follow from an earlier one. */
function filled(given: Readonly<Record<string, unknown>>, options: readonly Option[]): Record<string, unknown> {
  const values = inOneForm(given);
  for (const option of options) values[option.key] ??= option.fallback(values);
  return Object.fromEntries(options.map(({ key }) => [key, values[key]]));
}

function problemsOf(values: Readonly<Record<string, unknown>>, options: readonly Option[]): Problem[] {
  return [...options.flatMap((option) => valueProblems(option, values[option.key])), ...jointProblems(values)];
}

/** Checks what was said, without filling anything in; gives the same as answers, or every problem. */
export function checkGiven(said: Readonly<Record<string, unknown>>): Outcome<GivenAnswers> {
  const values = inOneForm(said);
  if (areGiven(values)) return { value: values };
  return {
    problems: problemsOf(
      values,
      OPTIONS.filter((option) => option.key in values),
    ),
  };
}

/** Completes answers by the options' defaults and checks them; gives all answers, or every problem. */
export function completeAnswers(given: Readonly<Record<string, unknown>>): Outcome<Answers> {
  const values = filled(given, OPTIONS);
  return areAnswers(values) ? { value: values } : { problems: problemsOf(values, OPTIONS) };
}

/**
 * Completes and checks just the answers that shape the files: what programs hand to `render`.
 * @param given any of them; the rest get their defaults
 * @returns the answers, or every problem
 */
export function completeProjectAnswers(given: Readonly<Record<string, unknown>>): Outcome<ProjectAnswers> {
  const known = { name: 'library', ...given };
  const values = filled(known, PROJECT_OPTIONS);
  return areProjectAnswers(values) ? { value: values } : { problems: problemsOf(values, PROJECT_OPTIONS) };
}
