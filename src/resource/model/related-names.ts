import { DJANGO } from './django-names.ts';
import { namesOf } from './names.ts';
import { type Field, type RelationField, type Resource, USER, isRelation, targetOf } from './resource.ts';
import { freeName } from '../../text/free-name.ts';

interface Relation {
  readonly resource: Resource;
  readonly field: RelationField;
}

/** Says whether a relation is the symmetrical kind, which has no other end: many-to-many to itself without a `related_name`. */
export function isSymmetrical(resource: Resource, field: Field): boolean {
  return field.type === 'm2m' && field.to === resource.name && field.related_name === undefined;
}

/**
 * Every name that an instance of a target has already, so that no other end of a relation may take it.
 * @param target a resource, or nothing for the user
 * @returns fields, their columns, and what Django's `Model` has
 */
export function namesOnTarget(target: Resource | undefined): ReadonlySet<string> {
  if (target === undefined) return new Set(DJANGO.user_names);
  const own = target.fields.flatMap((field) => [
    field.name,
    ...(isRelation(field) && field.type !== 'm2m' ? [`${field.name}_id`] : []),
  ]);
  return new Set(['id', ...own, ...DJANGO.model_attributes]);
}

/** What Django calls the other end where nothing is said: the accessor, and the name in queries. */
function defaultNames({ resource, field }: Relation): readonly [string, string] {
  const model = resource.name.toLowerCase();
  return [field.type === 'o2o' ? model : `${model}_set`, model];
}

/** The names that the relations to one target must be given, by relation. */
function namesFor(
  relations: readonly Relation[],
  target: Resource | undefined,
): readonly (readonly [string, string])[] {
  const taken = new Set(namesOnTarget(target));
  for (const { field } of relations) if (field.related_name !== undefined) taken.add(field.related_name);
  const unnamed = relations.filter(({ field }) => field.related_name === undefined);
  const uses = new Map<string, number>();
  for (const name of unnamed.flatMap((relation) => [...new Set(defaultNames(relation))]))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  const clashing = unnamed.filter((relation) =>
    defaultNames(relation).some((name) => taken.has(name) || (uses.get(name) ?? 0) > 1),
  );
  for (const name of uses.keys()) taken.add(name);
  return clashing.map(({ resource, field }) => {
    const names = namesOf(resource);
    const name = freeName(`${field.name}_${field.type === 'o2o' ? names.singular : names.plural}`, taken);
    taken.add(name);
    return [relationKey(resource, field), name] as const;
  });
}

/** What stands for a relation in a map, such as `Book.author`. */
export function relationKey(resource: Resource, field: Field): string {
  return `${resource.name}.${field.name}`;
}

/**
 * The `related_name` of every relation that has one: what the user said, and a distinct one wherever Django's own would clash with another
 * relation's, with a field or with a method of the target.
 * @returns the names, by `relationKey`
 */
export function relatedNames(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const relations = resources.flatMap((resource) =>
    resource.fields.flatMap((field): Relation[] =>
      isRelation(field) && !isSymmetrical(resource, field) ? [{ resource, field }] : [],
    ),
  );
  const names = new Map<string, string>();
  for (const { resource, field } of relations)
    if (field.related_name !== undefined) names.set(relationKey(resource, field), field.related_name);
  for (const to of new Set(relations.map(({ field }) => targetOf(field)))) {
    const target = to === USER ? undefined : resources.find((resource) => resource.name === to);
    for (const [key, name] of namesFor(
      relations.filter(({ field }) => targetOf(field) === to),
      target,
    ))
      names.set(key, name);
  }
  return names;
}
