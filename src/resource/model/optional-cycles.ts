import { type ManyField, type Field, type Resource, isOptional } from './resource.ts';

/** Says whether a row is refused without this relation: a key that may not be empty, or a list that may not. */
function isNeeded(field: Field): boolean {
  if (field.type === 'm2m') return !isOptional(field) && field.through === undefined;
  return (field.type === 'fk' || field.type === 'o2o') && !isOptional(field);
}

/** All resources of which a row is needed before one of this resource can be made. */
function neededBy(resource: Resource, resources: readonly Resource[]): ReadonlySet<Resource> {
  const needed = new Set([resource]);
  for (const one of needed) {
    for (const field of one.fields.filter(isNeeded)) {
      const to = resources.find(({ name }) => 'to' in field && name === field.to);
      if (to !== undefined) needed.add(to);
    }
  }
  return needed;
}

/**
 * Lets the many-to-many relations be empty that the first row of a resource could not be made without: those to itself, and those in a
 * circle. Django would accept a model of which no row can ever be sent; and in the database such a relation is never required.
 * @returns the same, with `optional` at those relations
 */
export function withFirstRows(resources: readonly Resource[]): readonly Resource[] {
  return resources.map((resource) => {
    const blocks = (field: Field): field is ManyField => {
      if (field.type !== 'm2m' || !isNeeded(field)) return false;
      const to = resources.find(({ name }) => name === field.to);
      return to !== undefined && neededBy(to, resources).has(resource);
    };
    if (!resource.fields.some(blocks)) return resource;
    return {
      ...resource,
      fields: resource.fields.map((field) => (blocks(field) ? { ...field, optional: true } : field)),
    };
  });
}
