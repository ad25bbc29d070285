import { completeProjectAnswers } from '../../answers/complete.ts';
import type { Values } from '../../answers/sources.ts';
import type { Option } from '../../options/option.ts';
import { nearestName, projectNameProblem } from '../../options/project-name.ts';
import { OPTIONS } from '../../options/table.ts';
import { ProblemError, type Problem } from '../../problem.ts';
import { render } from '../../render/render.ts';
import { valueOf } from '../../result.ts';
import { mountProblem, pathProblem, resolveTarget } from '../target/target.ts';
import { inspectTarget } from './project-folder.ts';

/** Where the tool runs. */
interface Place {
  readonly cwd: () => string;
  readonly platform: NodeJS.Platform;
}

/**
 * What speaks against a directory while it is asked: what the system or Docker says of its path, the name that it gives, or files
 * that conflict whatever else is answered.
 * @param place where the tool runs
 * @param directory the answer
 * @param given the values that are known already
 * @returns the problem, or `undefined` where the project can be written there
 */
export async function directoryProblem(
  { cwd, platform }: Place,
  directory: string,
  given: Values,
): Promise<Problem | undefined> {
  const { path, name } = resolveTarget(cwd(), directory);
  const refused = pathProblem(directory, platform) ?? mountProblem(path, platform);
  if (refused !== undefined) return refused;
  const badName = 'name' in given ? undefined : projectNameProblem(name);
  if (badName !== undefined) {
    const nearest = nearestName(name);
    return { ...badName, next: nearest === undefined ? 'Take another.' : `Take ${nearest}, or another.` };
  }
  const open: readonly Option[] = OPTIONS.filter((option) => option.kind === 'switch' && !(option.key in given));
  const plans = [true, false].map((on) => {
    const values = { name, ...given, ...Object.fromEntries(open.map((option) => [option.key, on])) };
    const outcome = completeProjectAnswers(values);
    // The database may still be asked; which one the resources need is told then.
    return inspectTarget(
      path,
      render('value' in outcome ? outcome.value : valueOf(completeProjectAnswers({ ...values, database: 'sqlite' }))),
    );
  });
  try {
    const [most, least] = await Promise.all(plans);
    const conflicts = most?.conflicts.filter((conflict) => least?.conflicts.includes(conflict)) ?? [];
    if (conflicts.length === 0) return undefined;
    const more = conflicts.length > 3 ? ` and ${conflicts.length - 3} more` : '';
    return {
      what: `Other files are in the way there: ${conflicts.slice(0, 3).join(', ')}${more}`,
      next: 'Take another directory.',
    };
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0];
    throw error;
  }
}
