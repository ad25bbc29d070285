import { metaIndexes } from '../../resource/model/queries.ts';
import type { Resource } from '../../resource/model/resource.ts';
import { fnv1a } from '../../text/fnv-1a.ts';

/** The longest name of an index that Django allows (`Index.max_name_length`). */
const LONGEST_INDEX = 30;

/** The longest name that PostgreSQL keeps whole. */
const LONGEST_CONSTRAINT = 63;

/** Six letters and digits that differ where texts differ. */
function digest(text: string): string {
  return fnv1a(text).toString(36).padStart(7, '0').slice(-6);
}

/** A name of at most so many characters; a longer one ends in a digest of itself instead. */
function shortened(name: string, longest: number, ending: string): string {
  const whole = `${name}${ending}`;
  return whole.length <= longest
    ? whole
    : `${name.slice(0, longest - ending.length - 7).replace(/_+$/, '')}_${digest(whole)}${ending}`;
}

/** An index or a constraint of a model. */
export interface NamedColumns {
  readonly name: string;
  readonly fields: readonly string[];
}

/** The indexes of a model's `Meta`, with names that are unique in the database, for the model's is: each with its columns. */
export function namedIndexes(resource: Resource): readonly NamedColumns[] {
  return metaIndexes(resource).map((fields) => {
    const columns = fields.map((field) => field.replace(/^-/, '')).join('_');
    return { name: shortened(`${resource.name}_${columns}`.toLowerCase(), LONGEST_INDEX, '_idx'), fields };
  });
}

/** The constraints of a model's `Meta`, with names that are unique in the database: each with its columns. */
export function namedConstraints(resource: Resource): readonly NamedColumns[] {
  return (resource.unique ?? []).map((fields) => ({
    name: shortened(`unique_${resource.name}_${fields.join('_')}`.toLowerCase(), LONGEST_CONSTRAINT, ''),
    fields,
  }));
}
