import { type Field, type Resource, isRelation, targetOf } from '../../resource/model/resource.ts';
import { mostRows } from '../samples/most-rows.ts';
import { sentFields } from '../samples/sent-fields.ts';

/** With fewer rows than this, a row that points at another of its own kind would use up the values that must differ. */
const MANY_ROWS = 13;

/** What the tests send of a resource: what a client sends, but for relations to itself where there can be only a few rows. */
export function testedFields(resource: Resource, resources: readonly Resource[]): readonly Field[] {
  const sent = sentFields(resource);
  if (mostRows(resource, resources) >= MANY_ROWS) return sent;
  return sent.filter((field) => !isRelation(field) || targetOf(field) !== resource.name);
}
