import { pythonNameReason } from '../model/python-name.ts';
import { type ManyField, type RelationField, type Resource, USER, isRelation, targetOf } from '../model/resource.ts';
import { isSymmetrical, namesOnTarget } from '../model/related-names.ts';
import type { Problem } from '../../problem.ts';
import { counted } from '../../text/counted.ts';
import { listed } from '../../text/listed.ts';
import { nearestOf } from '../../text/nearest.ts';

function unknownProblem(where: string, name: string, resources: readonly Resource[]): Problem | undefined {
  const names = resources.map((resource) => resource.name);
  if (names.includes(name)) return undefined;
  const nearest = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? nearestOf(name, names);
  return {
    what: `${where} references ${JSON.stringify(name)}, but no resource has that name`,
    next:
      nearest === undefined
        ? `Add a resource ${name}, or reference ${listed([...names, USER], 'or')}.`
        : `Did you mean ${nearest}?`,
  };
}

function keysTo(resource: Resource, target: string): number {
  return resource.fields.filter((field) => isRelation(field) && field.type !== 'm2m' && targetOf(field) === target)
    .length;
}

/** What is wrong with the model that a many-to-many relation goes through (fields.E333 to E336). */
function throughProblem(
  where: string,
  field: ManyField,
  resource: Resource,
  resources: readonly Resource[],
): Problem | undefined {
  const between = resources.find((one) => one.name === field.through);
  if (between === undefined || (field.to !== USER && !resources.some((one) => one.name === field.to))) return undefined;
  const isToItself = field.to === resource.name;
  const wanted = isToItself ? 2 : 1;
  const wrong = [resource.name, field.to].find((end) => keysTo(between, end) !== wanted);
  if (wrong === undefined) return undefined;
  return {
    what: `${where} goes through ${between.name}, which has ${counted(keysTo(between, wrong), 'foreign key')} to ${wrong}`,
    why: `Django needs ${isToItself ? 'two, one for each end' : 'exactly one to each end'} (fields.E333 to E336).`,
    next:
      keysTo(between, wrong) < wanted
        ? `Give ${between.name} one, such as ${wrong.toLowerCase()}:fk:${wrong}.`
        : 'Leave out what is too many.',
  };
}

function relatedNameReason(name: string, field: RelationField, resources: readonly Resource[]): string | undefined {
  if (name === '+') return undefined;
  const target = resources.find((one) => one.name === targetOf(field));
  if (target === undefined && targetOf(field) !== USER) return undefined;
  if (namesOnTarget(target).has(name))
    return `${target?.name ?? 'The user'} has something of that name already (fields.E302).`;
  return pythonNameReason(name);
}

function relatedNameProblems(resources: readonly Resource[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return resources.flatMap((resource) =>
    resource.fields.filter(isRelation).flatMap((field): readonly Problem[] => {
      const name = field.related_name;
      if (name === undefined || isSymmetrical(resource, field)) return [];
      const where = `${resource.name}.${field.name}`;
      const key = `${targetOf(field)} ${name}`;
      const twin = name === '+' ? undefined : seen.get(key);
      seen.set(key, where);
      const why =
        twin === undefined ? relatedNameReason(name, field, resources) : `${twin} has it already (fields.E304).`;
      return why === undefined
        ? []
        : [
            {
              what: `${where} cannot have the related_name ${JSON.stringify(name)}`,
              why,
              next: 'Take another, or leave it out: then a free one is written where one is needed.',
            },
          ];
    }),
  );
}

/** What is wrong with two many-to-many relations of one resource to one target through one model. */
function twinProblems(resource: Resource): readonly Problem[] {
  const seen = new Map<string, string>();
  return resource.fields.flatMap((field): readonly Problem[] => {
    if (field.type !== 'm2m' || field.through === undefined) return [];
    const key = `${field.to} ${field.through}`;
    const twin = seen.get(key);
    seen.set(key, field.name);
    if (twin === undefined) return [];
    return [
      {
        what: `${resource.name} has ${twin} and ${field.name}, both to ${field.to} through ${field.through}`,
        why: 'Django refuses two of the same kind (models.E003).',
        next: 'Leave one out.',
      },
    ];
  });
}

/** Relations that point at no resource. */
export function targetProblems(resources: readonly Resource[]): readonly Problem[] {
  return resources.flatMap((resource) =>
    resource.fields.filter(isRelation).flatMap((field): readonly Problem[] => {
      const where = `${resource.name}.${field.name}`;
      const through = field.type === 'm2m' && field.through !== undefined ? [field.through] : [];
      const targets = [...(targetOf(field) === USER ? [] : [targetOf(field)]), ...through];
      return targets.flatMap((target) => unknownProblem(where, target, resources) ?? []);
    }),
  );
}

/** What else is wrong with the relations of all resources: what they go through, and the names of their other ends. */
export function relationProblems(resources: readonly Resource[]): readonly Problem[] {
  const each = resources.flatMap((resource) => [
    ...resource.fields.flatMap((field) =>
      field.type === 'm2m' ? (throughProblem(`${resource.name}.${field.name}`, field, resource, resources) ?? []) : [],
    ),
    ...twinProblems(resource),
  ]);
  return [...each, ...relatedNameProblems(resources)];
}
