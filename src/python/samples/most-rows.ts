import { type Field, type Resource, isRelation, targetOf } from '../../resource/model/resource.ts';
import { testValue } from '../field-types/field-values.ts';

/**
 * How many rows of a resource the tests can make: fewer than any where its values must differ and only a few do.
 * @returns a number, without end where nothing limits it
 */
export function mostRows(resource: Resource, resources: readonly Resource[], before: readonly Resource[] = []): number {
  if (before.includes(resource)) return Infinity;
  const countOf = (field: Field): number => (isRelation(field) ? Infinity : testValue(field, resource).count);
  const targets = resource.fields
    .filter(isRelation)
    .flatMap((field) => resources.filter((one) => one.name === targetOf(field)));
  return Math.min(
    Infinity,
    ...resource.fields.filter((field) => field.unique === true).map(countOf),
    ...(resource.unique ?? []).map((names) =>
      Math.max(...resource.fields.filter((field) => names.includes(field.name)).map(countOf)),
    ),
    ...targets.map((target) => mostRows(target, resources, [...before, resource])),
  );
}
