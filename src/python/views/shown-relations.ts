import { type Field, type RelationField, type Resource, isRelation, targetOf } from '../../resource/model/resource.ts';
import { textNames } from '../../resource/model/queries.ts';

/** The resource that a relation points at: the resource, or nothing for the user. */
export function targetResource(field: RelationField, resources: readonly Resource[]): Resource | undefined {
  return resources.find((resource) => resource.name === targetOf(field));
}

/** The foreign keys to follow to say the text of a row, or of a user, for `select_related`: `["author", "author__country"]`. */
function textPaths(resource: Resource | undefined, resources: readonly Resource[]): readonly string[] {
  if (resource === undefined) return [];
  const names = textNames(resource);
  return resource.fields.flatMap((field) => (names.includes(field.name) ? relationPaths(field, resources) : []));
}

/** What must be read together with a row to show one of its relations: the relation and what its text is made of. */
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

/** What must be read together with rows to show their texts and some of their fields. */
export function relatedRows(resource: Resource, fields: readonly Field[], resources: readonly Resource[]): RelatedRows {
  const single = fields.filter((field) => field.type !== 'm2m');
  const many = fields.filter((field) => field.type === 'm2m');
  return {
    select: longest([...textPaths(resource, resources), ...single.flatMap((field) => relationPaths(field, resources))]),
    prefetch: longest(many.flatMap((field) => relationPaths(field, resources))),
  };
}
