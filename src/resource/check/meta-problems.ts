import { type Field, type Resource, USER, isRelation, targetOf } from '../model/resource.ts';
import { textNames } from '../model/queries.ts';
import type { Problem } from '../../problem.ts';
import { nearestOf } from '../../text/nearest.ts';

/** What stands for the key wherever names of fields stand. */
const KEYS = ['id', 'pk'];

function fieldOf(resource: Resource, name: string): Field | undefined {
  return resource.fields.find((field) => field.name === name);
}

function nameProblem(resource: Resource, word: string, name: string, others: readonly string[]): Problem | undefined {
  const field = fieldOf(resource, name);
  if (field === undefined && !others.includes(name)) {
    const names = [...resource.fields.filter((one) => one.type !== 'm2m').map((one) => one.name), ...others];
    const nearest = nearestOf(name, names);
    return {
      what: `@${word} of ${resource.name} names ${JSON.stringify(name)}, but it has no such field`,
      next: nearest === undefined ? `It has ${names.join(', ')}.` : `Did you mean ${nearest}?`,
    };
  }
  if (field?.type === 'm2m') {
    return {
      what: `@${word} of ${resource.name} names ${name}, which is a many-to-many relation`,
      why: 'It has no column, for a row has many of them.',
      next: 'Leave it out.',
    };
  }
  return undefined;
}

function twiceProblems(resource: Resource, word: string, names: readonly string[]): readonly Problem[] {
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  return twice === undefined
    ? []
    : [{ what: `@${word} of ${resource.name} names ${twice} twice`, next: 'Name it once.' }];
}

/** The names of columns that relations have besides their own. */
function columnNames(resource: Resource): readonly string[] {
  return resource.fields
    .filter((field) => isRelation(field) && field.type !== 'm2m')
    .map((field) => `${field.name}_id`);
}

function orderingProblems(resource: Resource): readonly Problem[] {
  const names = (resource.ordering ?? []).map((name) => name.replace(/^-/, ''));
  return [
    ...names.flatMap((name) => nameProblem(resource, 'ordering', name, [...KEYS, ...columnNames(resource)]) ?? []),
    ...twiceProblems(resource, 'ordering', names),
  ];
}

function textProblems(resource: Resource): readonly Problem[] {
  const names = resource.str ?? [];
  return [
    ...names.flatMap((name) => nameProblem(resource, 'str', name, KEYS) ?? []),
    ...twiceProblems(resource, 'str', names),
  ];
}

function uniqueProblems(resource: Resource): readonly Problem[] {
  const sets = resource.unique ?? [];
  const sorted = sets.map((names) => [...names].sort().join(' '));
  const twin = sets.find((_, place) => sorted.indexOf(sorted[place] ?? '') !== place);
  return [
    ...(twin === undefined
      ? []
      : [{ what: `@unique of ${resource.name} says ${twin.join(',')} twice`, next: 'Say it once.' }]),
    ...sets.flatMap((names) => {
      if (names.length === 1)
        return [
          {
            what: `@unique of ${resource.name} names ${names.join('')} alone`,
            next: `Write ${names.join('')}:...:unique, or name two fields.`,
          },
        ];
      return [
        ...names.flatMap((name) => nameProblem(resource, 'unique', name, []) ?? []),
        ...twiceProblems(resource, 'unique', names),
      ];
    }),
  ];
}

/** The relations that names stand for, each with its target among the resources. */
function steps(
  resource: Resource,
  names: readonly string[],
  resources: readonly Resource[],
): readonly (readonly [string, Resource])[] {
  return names.flatMap((name) => {
    const field = fieldOf(resource, name);
    if (field === undefined || !isRelation(field) || field.type === 'm2m' || targetOf(field) === USER) return [];
    return resources.filter((one) => one.name === targetOf(field)).map((target) => [name, target] as const);
  });
}

/** The name by which a resource comes back to itself, following names from resource to resource; nothing where it does not. */
function circle(
  resource: Resource,
  namesOf: (of: Resource) => readonly string[],
  resources: readonly Resource[],
): string | undefined {
  for (const [name, target] of steps(resource, namesOf(resource), resources)) {
    const reached = new Set<Resource>([target]);
    for (const one of reached) for (const [, next] of steps(one, namesOf(one), resources)) reached.add(next);
    if (reached.has(resource)) return name;
  }
  return undefined;
}

/** What never ends: a row ordered by rows that are ordered by it, or a text made of texts that are made of it. */
function circleProblems(resource: Resource, resources: readonly Resource[]): readonly Problem[] {
  const orderings = (of: Resource): readonly string[] => (of.ordering ?? []).map((name) => name.replace(/^-/, ''));
  const ordering = circle(resource, orderings, resources);
  const text = circle(resource, textNames, resources);
  return [
    ...(ordering === undefined
      ? []
      : [
          {
            what: `@ordering of ${resource.name} by ${ordering} comes back to ${resource.name}`,
            why: 'Django follows the ordering of the rows that it points at, without end.',
            next: `Write ${ordering}_id, which orders by the column alone.`,
          },
        ]),
    ...(text === undefined
      ? []
      : [
          {
            what: `@str of ${resource.name} with ${text} comes back to ${resource.name}`,
            why: 'Its text would be made of its own.',
            next: 'Name fields that hold a text.',
          },
        ]),
  ];
}

/** What is wrong with the `@` words of a resource. */
export function atWordProblems(resource: Resource, resources: readonly Resource[]): readonly Problem[] {
  return [
    ...orderingProblems(resource),
    ...textProblems(resource),
    ...uniqueProblems(resource),
    ...circleProblems(resource, resources),
  ];
}
