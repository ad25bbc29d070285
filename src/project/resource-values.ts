import type { ProjectAnswers } from '../answers/options.ts';
import { relatedNames } from '../answers/related-names.ts';
import type { Resource } from '../answers/resource.ts';
import { type ExampleRequest, exampleRequest } from './example-request.ts';
import { type Migration, initialMigrations } from './migration.ts';
import { type ResourceContext, resourceContext } from './resource-context.ts';
import { type SchemaEnum, schemaEnums } from './schema-enum.ts';

/** What else than its resources shapes what follows from them: who may do what, and the version of Django. */
export type ResourceAnswers = Pick<ProjectAnswers, 'access' | 'django'>;

/** All that follows from the resources of a project. */
export interface ResourceValues {
  /** The values of each resource's templates. */
  readonly resources: readonly ResourceContext[];
  /** A request that creates something, for the README. */
  readonly example: ExampleRequest;
  /** The classes of choices, each once, with the names that the API's schema gives them. */
  readonly enums: readonly SchemaEnum[];
  readonly migrations: readonly Migration[];
}

/**
 * Works out what follows from resources.
 * @param resources all resources of the project
 * @param answers what else shapes it
 * @returns data alone: nothing that JSON cannot say
 */
export function resourceValues(resources: readonly Resource[], answers: ResourceAnswers): ResourceValues {
  const models = { resources, relatedNames: relatedNames(resources) };
  return {
    resources: resources.map((resource) => resourceContext(resource, models, answers)),
    example: exampleRequest(resources),
    enums: schemaEnums(resources),
    migrations: initialMigrations(models),
  };
}
