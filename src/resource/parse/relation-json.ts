import { usageOf } from '../model/field-facts.ts';
import type { KeyReader } from './json-object-reader.ts';
import { ON_DELETES, type RelationField, USER } from '../model/resource.ts';
import type { FieldBase } from './value-field-json.ts';
import { modelName } from '../../text/words.ts';

/** Reads a relation; gives nothing where it told the reader what is wrong. */
export function readRelation(
  reader: KeyReader,
  type: RelationField['type'],
  base: FieldBase,
): RelationField | undefined {
  const named = reader.text('related_name');
  const related = named === undefined ? {} : { related_name: named };
  const onDelete = reader.word('on_delete', ON_DELETES);
  const deletes = onDelete === undefined || onDelete === 'cascade' ? {} : { on_delete: onDelete };
  if (type === 'owner') return { name: base.name, type, ...deletes, ...related, ...base.flags };
  const target = reader.text('to');
  if (target === undefined) {
    if (reader.record['to'] === undefined)
      reader.problems.push({
        what: `${reader.where} does not say what it points at`,
        next: `Write ${base.name}:${usageOf(type)}, or ${base.name}:${type}:user for the project's user.`,
      });
    return undefined;
  }
  const to = target.toLowerCase() === USER ? USER : modelName(target);
  if (type !== 'm2m') return { name: base.name, type, to, ...deletes, ...related, ...base.flags };
  const through = reader.text('through');
  return {
    name: base.name,
    type,
    to,
    ...(through === undefined ? {} : { through: modelName(through) }),
    ...related,
    ...base.flags,
  };
}
