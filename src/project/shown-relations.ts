import { type Field, type RelationField, type Resource, isRelation, targetOf } from '../answers/resource.ts';
import { textNames } from '../answers/resource-queries.ts';

/**
 * The resource that a relation points at.
 * @param field a relation
 * @param resources all resources of the project
 * @returns the resource, or nothing for the user
 */
export function targetResource(field: RelationField, resources: readonly Resource[]): Resource | undefined {
  return resources.find((resource) => resource.name === targetOf(field));
}

/**
 * The foreign keys that must be followed to say the text of a row, as paths for `select_related`.
 * @param resource the row's resource, or nothing for the user
 * @param resources all resources of the project; no text is made of itself there
 * @returns such as `["author", "author__country"]`
 */
function textPaths(resource: Resource | undefined, resources: readonly Resource[]): readonly string[] {
  if (resource === undefined) return [];
  const names = textNames(resource);
  return resource.fields.flatMap((field) => (names.includes(field.name) ? relationPaths(field, resources) : []));
}

/**
 * What must be read together with a row to show one of its relations.
 * @param field any field
 * @param resources all resources of the project
 * @returns the relation and what its text is made of; none where the field is no relation
 */
function relationPaths(field: Field, resources: readonly Resource[]): readonly string[] {
  if (!isRelation(field)) return [];
  const further = textPaths(targetResource(field, resources), resources);
  return [field.name, ...further.map((path) => `${field.name}__${path}`)];
}

/** Paths without those that a longer one follows anyway. */
function longest(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter((path) => !paths.some((other) => other.startsWith(`${path}__`)));
}

/** What a list of rows reads together with them, so that a longer list needs no more queries. */
export interface RelatedRows {
  readonly select: readonly string[];
  readonly prefetch: readonly string[];
}

/**
 * What must be read together with rows to show their texts and some of their fields.
 * @param resource the rows' resource
 * @param fields the fields that are shown
 * @param resources all resources of the project
 * @returns paths for `select_related` and `prefetch_related`
 */
export function relatedRows(resource: Resource, fields: readonly Field[], resources: readonly Resource[]): RelatedRows {
  const single = fields.filter((field) => field.type !== 'm2m');
  const many = fields.filter((field) => field.type === 'm2m');
  return {
    select: longest([...textPaths(resource, resources), ...single.flatMap((field) => relationPaths(field, resources))]),
    prefetch: longest(many.flatMap((field) => relationPaths(field, resources))),
  };
}
