import { type KeyField, type ManyField, type Resource, isRelation } from '../answers/resource.ts';
import { targetResource } from './shown-relations.ts';
import { isOptional } from './field-class.ts';

/** A relation from a resource to another one or to itself. */
export interface ResourceRelation {
  readonly field: KeyField | ManyField;
  readonly from: Resource;
  readonly to: Resource;
}

/**
 * The relations of resources among each other.
 * @param resource where they start
 * @param resources all resources of the project
 * @returns each with its target; those to the user are left out
 */
function relationsOf(resource: Resource, resources: readonly Resource[]): readonly ResourceRelation[] {
  return resource.fields.filter(isRelation).flatMap((field): readonly ResourceRelation[] => {
    const to = targetResource(field, resources);
    return to === undefined || field.type === 'owner' ? [] : [{ field, from: resource, to }];
  });
}

/** Says whether a relation can only be stored together with its target: a foreign key that may not be empty. */
function isRequiredKey({ field }: ResourceRelation): boolean {
  return field.type !== 'm2m' && !isOptional(field);
}

/** The shortest way from one resource to another along relations; nothing where there is none. */
function way(
  from: Resource,
  to: Resource,
  resources: readonly Resource[],
  follows: (relation: ResourceRelation) => boolean,
): readonly ResourceRelation[] | undefined {
  if (from === to) return [];
  const reached = new Map<Resource, readonly ResourceRelation[]>([[from, []]]);
  for (const [one, before] of reached) {
    for (const relation of relationsOf(one, resources).filter(follows)) {
      const now = [...before, relation];
      if (relation.to === to) return now;
      if (!reached.has(relation.to)) reached.set(relation.to, now);
    }
  }
  return undefined;
}

/** A foreign key that may not be empty and whose target needs a row of the same resource: the way back to it. */
export interface RequiredCircle {
  readonly relation: ResourceRelation;
  /** The keys from the target back to the resource; none where it points at itself. */
  readonly back: readonly ResourceRelation[];
}

/**
 * The foreign keys of a resource that may not be empty and lead back to it along such keys alone. The database takes the rows of such
 * a circle in one transaction.
 * @param resource the resource
 * @param resources all resources of the project
 * @returns each with its way back
 */
export function requiredCircles(resource: Resource, resources: readonly Resource[]): readonly RequiredCircle[] {
  return relationsOf(resource, resources)
    .filter(isRequiredKey)
    .flatMap((relation) => {
      const back = way(relation.to, resource, resources, isRequiredKey);
      return back === undefined ? [] : [{ relation, back }];
    });
}

/**
 * The relations of a resource that are left out of a row until it is there, for their targets lead back to it: those that may be
 * empty, and the foreign keys that may not but need a row of the resource itself.
 * @param resource the resource
 * @param resources all resources of the project
 * @returns the names of those fields
 */
export function circularFields(resource: Resource, resources: readonly Resource[]): ReadonlySet<string> {
  const required = requiredCircles(resource, resources).map(({ relation }) => relation.field.name);
  const circular = relationsOf(resource, resources).filter(
    (relation) => !isRequiredKey(relation) && way(relation.to, resource, resources, () => true) !== undefined,
  );
  return new Set([...required, ...circular.map(({ field }) => field.name)]);
}
