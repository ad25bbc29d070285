import type { ResourceAnswers } from '../python/views/api-views.ts';
import { isBare } from '../features/filters.ts';
import { relatedNames } from '../resource/model/related-names.ts';
import type { Resource } from '../resource/model/resource.ts';
import { type ExampleRequest, exampleRequest } from '../python/samples/example-request.ts';
import { type Migration, initialMigrations } from '../python/migrations/migration.ts';
import { type ResourceContext, resourceContext } from './resource-context.ts';
import { schemaPatch } from '../python/views/schema-patch.ts';
import { type SchemaEnum, schemaEnums } from '../python/views/schema-enum.ts';

/** All that follows from the resources of a project. */
export interface ResourceValues {
  /** The values of each resource's templates. */
  readonly resources: readonly ResourceContext[];
  /** A request that creates something, for the README. */
  readonly example: ExampleRequest;
  /** The classes of choices, each once, with the names that the API's schema gives them. */
  readonly enums: readonly SchemaEnum[];
  /** The patch of the API's schema, in JSON. */
  readonly schemaPatch: string;
  readonly migrations: readonly Migration[];
}

/** Works out what follows from resources, as data alone: nothing that JSON cannot say. */
export function resourceValues(resources: readonly Resource[], answers: ResourceAnswers): ResourceValues {
  const models = {
    resources,
    website: answers.website,
    filtered: !isBare(answers),
    relatedNames: relatedNames(resources),
  };
  const migrations = initialMigrations(models);
  return {
    resources: resources.map((resource) => resourceContext(resource, models, answers)),
    example: exampleRequest(resources),
    enums: schemaEnums(resources),
    schemaPatch: answers.docs ? schemaPatch(resources, answers) : '',
    migrations,
  };
}
