import type { ProjectAnswers } from '../answers/options.ts';
import { relatedNames } from '../answers/related-names.ts';
import type { Resource } from '../answers/resource.ts';
import { type ExampleRequest, exampleRequest } from './example-request.ts';
import { type Migration, initialMigrations } from './migration.ts';
import { migrationNumber } from './migration-order.ts';
import { type ResourceContext, resourceContext } from './resource-context.ts';
import { type SchemaEnum, schemaEnums } from './schema-enum.ts';

/** What else than its resources shapes what follows from them: who may do what, and the version of Django. */
export type ResourceAnswers = Pick<ProjectAnswers, 'access' | 'django'>;

/** What follows from one resource, and from the migrations that it shares with others. */
export interface ResourceTemplateContext extends ResourceContext {
  /** The last of the app's initial migrations: `0001_initial`. */
  readonly lastMigration: string;
  /** The number of a further one: `0002`. */
  readonly nextMigration: string;
}

/** All that follows from the resources of a project. */
export interface ResourceValues {
  /** The values of each resource's templates. */
  readonly resources: readonly ResourceTemplateContext[];
  /** A request that creates something, for the README. */
  readonly example: ExampleRequest;
  /** The classes of choices, each once, with the names that the API's schema gives them. */
  readonly enums: readonly SchemaEnum[];
  readonly migrations: readonly Migration[];
}

/** Works out what follows from resources, as data alone: nothing that JSON cannot say. */
export function resourceValues(resources: readonly Resource[], answers: ResourceAnswers): ResourceValues {
  const models = { resources, relatedNames: relatedNames(resources) };
  const migrations = initialMigrations(models);
  return {
    resources: resources.map((resource) => {
      const context = resourceContext(resource, models, answers);
      const own = migrations.filter(({ app }) => app === context.app);
      return { ...context, lastMigration: own.at(-1)?.name ?? '', nextMigration: migrationNumber(own.length + 1) };
    }),
    example: exampleRequest(resources),
    enums: schemaEnums(resources),
    migrations,
  };
}
