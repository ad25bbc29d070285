import type { ProjectAnswers } from '../answers/options.ts';
import { isBare } from '../features/filters.ts';
import { relatedNames } from '../answers/related-names.ts';
import type { Resource } from '../answers/resource.ts';
import { type ExampleRequest, exampleRequest } from './example-request.ts';
import { type Migration, initialMigrations } from './migration.ts';
import { type ResourceContext, resourceContext } from './resource-context.ts';
import { schemaPatch } from './schema-patch.ts';
import { type SchemaEnum, schemaEnums } from './schema-enum.ts';

/** What else than its resources shapes what follows from them: who may do what, how clients log in, and what views there are. */
export type ResourceAnswers = Pick<ProjectAnswers, 'access' | 'auth' | 'docs' | 'pagination' | 'production' | 'services' | 'views' | 'website'>;

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
  const models = { resources, website: answers.website, filtered: !isBare(answers), relatedNames: relatedNames(resources) };
  const migrations = initialMigrations(models);
  return {
    resources: resources.map((resource) => resourceContext(resource, models, answers)),
    example: exampleRequest(resources),
    enums: schemaEnums(resources),
    schemaPatch: answers.docs ? schemaPatch(resources, answers) : '',
    migrations,
  };
}
