import { withFirstRows } from './model/optional-cycles.ts';
import type { Outcome } from '../result.ts';
import { type ResourceReading, readingOf } from './parse/resource-json.ts';
import { lineReading } from './parse/resource-line.ts';
import { resourceProblems } from './check/resource-problems.ts';
import type { Resource } from './model/resource.ts';

/** All resources of a project, or everything that is wrong with any of them. */
function together(readings: readonly ResourceReading[]): Outcome<readonly Resource[]> {
  const unread = readings.flatMap((reading) => reading.problems);
  const resources = readings.flatMap((reading) => reading.resource ?? []);
  const problems = [...unread, ...resourceProblems(resources, unread.length > 0)];
  return problems.length > 0 ? { problems } : { value: withFirstRows(resources) };
}

/**
 * Reads the resources of a project, as the answers file holds them or `--resource` gives them, and checks them together.
 * @param value any value; a list of objects, or of lines of the grammar, is right
 * @returns the resources in their one written form, or every problem
 */
export function readResources(value: unknown): Outcome<readonly Resource[]> {
  if (Array.isArray(value) && value.length > 0)
    return together(value.map((item: unknown) => (typeof item === 'string' ? lineReading(item) : readingOf(item))));
  return { problems: [{ what: 'There is no list of resources', next: 'Give a list with at least one.' }] };
}

/**
 * Reads the resources of a project from the values of `--resource`, and checks them together.
 * @param texts at least one, each a line or a JSON object
 * @returns the resources in their one written form, or every problem
 */
export function parseResources(texts: readonly string[]): Outcome<readonly Resource[]> {
  return together(texts.map(lineReading));
}
