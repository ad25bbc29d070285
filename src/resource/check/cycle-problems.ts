import { type KeyField, type Resource, isOptional } from '../model/resource.ts';
import type { Problem } from '../../problem.ts';
import { listed } from '../../text/listed.ts';

/** A foreign key that may not be empty, or a one-to-one relation, to a resource. */
interface RequiredKey {
  readonly field: KeyField;
  readonly from: Resource;
  readonly to: Resource;
}

/** The keys of a resource without which none of its rows is stored. */
function requiredKeys(from: Resource, resources: readonly Resource[]): readonly RequiredKey[] {
  return from.fields.flatMap((field): readonly RequiredKey[] => {
    if ((field.type !== 'fk' && field.type !== 'o2o') || isOptional(field)) return [];
    const to = resources.find((one) => one.name === field.to);
    return to === undefined ? [] : [{ field, from, to }];
  });
}

/** The shortest circle of such keys that starts with one of them; nothing where none comes back. */
function circleOf(first: RequiredKey, resources: readonly Resource[]): readonly RequiredKey[] | undefined {
  if (first.to === first.from) return [first];
  const reached = new Map<Resource, readonly RequiredKey[]>([[first.to, [first]]]);
  for (const [one, before] of reached) {
    for (const key of requiredKeys(one, resources)) {
      const now = [...before, key];
      if (key.to === first.from) return now;
      if (!reached.has(key.to)) reached.set(key.to, now);
    }
  }
  return undefined;
}

function problemOf(circle: readonly RequiredKey[]): Problem {
  const where = circle.map(({ field, from }) => `${from.name}.${field.name}`);
  const [start = '', ...others] = circle.map(({ from }) => from.name);
  const { name = '', type = 'fk', to = '' } = circle.at(-1)?.field ?? {};
  const word = `${name}:${type}:${to}`;
  const together = listed(where, 'and');
  return {
    what:
      where.length === 1 ? `${together} can never be filled` : `${together} need each other, and can never be filled`,
    why: `Each row of ${start} needs one of ${[...others, start].join(', which needs one of ')}; so there can never be a first.`,
    next: `${where.length === 1 ? 'Let it be empty' : 'Let one of them be empty'}: ${word}:optional, or ${word}:set_null.`,
  };
}

/** One problem for each circle of relations that may not be empty: Django accepts such models, but no row of one can ever be stored. */
export function circleProblems(resources: readonly Resource[]): readonly Problem[] {
  const circles = new Map<string, readonly RequiredKey[]>();
  for (const key of resources.flatMap((resource) => requiredKeys(resource, resources))) {
    const circle = circleOf(key, resources);
    const id = circle
      ?.map(({ field, from }) => `${from.name}.${field.name}`)
      .sort()
      .join();
    if (circle !== undefined && id !== undefined && !circles.has(id)) circles.set(id, circle);
  }
  return [...circles.values()].map(problemOf);
}
