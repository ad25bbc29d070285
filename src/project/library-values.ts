import type { ResourceContext } from './resource-context.ts';
import type { ResourceValues } from './resource-values.ts';

/** What follows from the library's one resource under some answers, as far as it differs from `first`. */
interface Difference extends Partial<Omit<ResourceValues, 'resources'>> {
  readonly resource: Partial<ResourceContext>;
}

/** What follows from the book of the library, worked out by the build: by far the most projects start with it. */
export interface LibraryValues {
  readonly first: ResourceValues;
  readonly differences: Readonly<Record<string, Difference>>;
}
