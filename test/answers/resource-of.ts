import { parseResources } from '../../src/resource/resources.ts';
import type { Resource } from '../../src/resource/model/resource.ts';

/**
 * Resources for a test.
 * @param lines values of `--resource`
 * @returns the resources
 * @throws Error where they are refused
 */
export function resourcesOf(...lines: readonly string[]): readonly Resource[] {
  const outcome = parseResources(lines);
  if ('value' in outcome) return outcome.value;
  throw new Error(outcome.problems.map((problem) => problem.what).join('; '));
}

/**
 * One resource for a test.
 * @param line the value of `--resource`
 * @returns the resource
 * @throws Error where it is refused
 */
export function resourceOf(line: string): Resource {
  const [resource] = resourcesOf(line);
  if (resource === undefined) throw new Error(`No resource in ${line}`);
  return resource;
}
