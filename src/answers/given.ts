import type { ArgvValues } from './argv.ts';
import { checkGiven, type Outcome } from './complete.ts';
import type { Option } from './option.ts';
import { OPTIONS } from './options.ts';
import type { Problem } from '../problem.ts';

/** Checked values by the keys of the option table; what is absent was not said. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Puts together what the command line and an answers file say; the command line wins.
 * @param argv what the command line says
 * @param file what the answers file says, if there is one, or what is wrong with it
 * @param nameOf the name of a project in a directory, which the name follows from where none is said
 * @returns the values, or every problem of both at once
 */
export function givenValues(argv: ArgvValues, file: Outcome<Values>, nameOf: (directory: string) => string): Outcome<Values> {
  const values: Record<string, unknown> = { ...('value' in file ? file.value : {}), ...argv.given };
  const directory = values['directory'];
  if (typeof directory === 'string' && directory !== '' && !('name' in values)) values['name'] = nameOf(directory);
  const checked = checkGiven(values);
  const problems = [...argv.problems, ...('problems' in file ? file.problems : []), ...('problems' in checked ? checked.problems : [])];
  return problems.length > 0 ? { problems } : { value: values };
}

/**
 * What is still to be said before a project can be made where nobody can be asked: all that is asked elsewhere, but for what happens
 * around the files (git, Docker), which is then just not done, and for a directory that follows from the name.
 * @param given what was said
 * @returns the options that are missing, in the table's order
 */
export function missingOptions(given: Values): Option[] {
  const table: readonly Option[] = OPTIONS;
  return table.filter(
    ({ key, question, scope }) => question !== undefined && !(key in given) && (scope === 'project' || (key === 'directory' && !('name' in given))),
  );
}

/**
 * The problem of answers that are missing where nobody can be asked.
 * @param missing the options
 * @param usageOf how each is written
 * @returns the problem with the list of them
 */
export function missingProblem(missing: readonly Option[], usageOf: (option: Option) => string): Problem {
  return {
    what: `Nobody can be asked here, and ${missing.length === 1 ? 'an answer is' : `${missing.length} answers are`} missing`,
    why: ['Missing:', ...missing.map((option) => `  ${usageOf(option)}`)].join('\n'),
    next: 'Give them, or add --yes for the defaults. With npm, all flags stand behind a -- of their own.',
  };
}
