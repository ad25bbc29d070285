import { type KeyField, type ManyField, type Resource, isOptional, isRelation } from '../../resource/model/resource.ts';
import { targetResource } from '../views/shown-relations.ts';

interface ResourceRelation {
  readonly field: KeyField | ManyField;
  readonly to: Resource;
}

/** The relations of a resource to others; those to the user are left out. */
function relationsOf(resource: Resource, resources: readonly Resource[]): readonly ResourceRelation[] {
  return resource.fields.filter(isRelation).flatMap((field): readonly ResourceRelation[] => {
    const to = targetResource(field, resources);
    return to === undefined || field.type === 'owner' ? [] : [{ field, to }];
  });
}

/** Says whether a relation can only be stored together with its target: a foreign key that may not be empty. */
function isRequiredKey({ field }: ResourceRelation): boolean {
  return field.type !== 'm2m' && !isOptional(field);
}

function leadsTo(from: Resource, to: Resource, resources: readonly Resource[]): boolean {
  const reached = new Set([from]);
  for (const one of reached) for (const relation of relationsOf(one, resources)) reached.add(relation.to);
  return reached.has(to);
}

/**
 * The relations of a resource that are left out of a row until it is there, for their targets lead back to it. All of them may be empty: a
 * circle of foreign keys that may not is refused with the answers.
 */
export function circularFields(resource: Resource, resources: readonly Resource[]): ReadonlySet<string> {
  const circular = relationsOf(resource, resources).filter(
    (relation) => !isRequiredKey(relation) && leadsTo(relation.to, resource, resources),
  );
  return new Set(circular.map(({ field }) => field.name));
}
