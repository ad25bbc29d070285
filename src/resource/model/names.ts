import type { Resource } from './resource.ts';
import { freeLabel } from './reserved-names.ts';
import { pluralOf } from '../../text/plurals.ts';
import { djangoWords, snakeCase } from '../../text/words.ts';

/** The words that one resource goes by. */
export interface ResourceNames {
  /** The class of the model: `TripInvite`. */
  readonly model: string;
  /** Many of it in snake case: `trip_invites`. */
  readonly plural: string;
  /** The label of its app: the plural, or `site_messages` where something of that name is installed. */
  readonly app: string;
  /** One of it in snake case, for variables and the names of files: `trip_invite`. */
  readonly singular: string;
  /** Its part of every URL: `trip-invites`. */
  readonly url: string;
  /** What people read: `trip invite`. */
  readonly verbose: string;
  /** What people read of many: `trip invites`. */
  readonly verbosePlural: string;
  /** What Django would call one if nothing were said. */
  readonly djangoVerbose: string;
}

/** All the words of a resource with a valid name, from its name and, where it is said, its plural. */
export function namesOf(resource: Pick<Resource, 'name' | 'plural'>): ResourceNames {
  const singular = snakeCase(resource.name);
  const plural = resource.plural ?? pluralOf(singular);
  return {
    model: resource.name,
    plural,
    app: freeLabel(plural),
    singular,
    url: plural.replaceAll('_', '-'),
    verbose: singular.replaceAll('_', ' '),
    verbosePlural: plural.replaceAll('_', ' '),
    djangoVerbose: djangoWords(resource.name),
  };
}
