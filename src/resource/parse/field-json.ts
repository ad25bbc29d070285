import type { Outcome } from '../../result.ts';
import { keyReason } from './field-keys.ts';
import { fieldTypeFor } from '../field-types/names.ts';
import { FIELD_FACTS, usageOf } from '../model/field-facts.ts';
import { KeyReader, isJsonRecord } from './json-object-reader.ts';
import { readRelation } from './relation-json.ts';
import { FIELD_TYPES, type Field, RELATION_TYPES, isOneOf } from '../model/resource.ts';
import { type FieldBase, readValueField } from './value-field-json.ts';

function readBase(reader: KeyReader, name: string): FieldBase {
  const flags = {
    ...(reader.flag('optional') ? { optional: true as const } : {}),
    ...(reader.flag('unique') ? { unique: true as const } : {}),
    ...(reader.flag('index') ? { index: true as const } : {}),
  };
  return { name, flags };
}

/** The name and the type of a field, or nothing where the problems already say why not. */
function readType(reader: KeyReader): { readonly name: string; readonly type: Field['type'] } | undefined {
  const name = reader.text('name');
  const type = reader.text('type');
  if (name === undefined && reader.record['name'] === undefined)
    reader.problems.push({ what: `${reader.where} has a field without a name`, next: 'Give it a "name".' });
  if (type === undefined && reader.record['type'] === undefined) {
    reader.problems.push({
      what: `${reader.where} has no type`,
      next: `Write such as ${name ?? 'title'}:char:100. The types are ${FIELD_TYPES.join(', ')}.`,
    });
  }
  if (name === undefined || type === undefined) return undefined;
  if (isOneOf(FIELD_TYPES, type)) return { name, type };
  const ours = fieldTypeFor(type);
  const next = ours === undefined ? `The types are ${FIELD_TYPES.join(', ')}.` : `Write ${name}:${usageOf(ours)}.`;
  reader.problems.push({ what: `Unknown field type ${JSON.stringify(type)} in ${reader.where}`, next });
  return undefined;
}

/**
 * Reads a field from JSON: its shape, the words that its type takes, and whether its default fits.
 * @param resource the name of its resource, for messages
 * @returns the field in its one written form, or every problem
 */
export function readField(value: unknown, resource: string): Outcome<Field> {
  if (!isJsonRecord(value))
    return {
      problems: [
        {
          what: `${resource} has the field ${JSON.stringify(value)}`,
          next: 'A field is an object with a name and a type.',
        },
      ],
    };
  const name = value['name'];
  const reader = new KeyReader(typeof name === 'string' ? `${resource}.${name}` : resource, value);
  const known = readType(reader);
  if (known === undefined) return { problems: reader.problems };
  const { type } = known;
  reader.onlyKeys(FIELD_FACTS[type].keys, (key) => keyReason(key, type, known.name));
  const base = readBase(reader, known.name);
  const field = isOneOf(RELATION_TYPES, type) ? readRelation(reader, type, base) : readValueField(reader, type, base);
  if (field?.unique === true && 'default' in value && type !== 'uuid') {
    reader.problems.push({
      what: `${reader.where} is unique and has a default`,
      why: 'Two rows that take the default would be the same.',
      next: 'Leave the default out.',
    });
  }
  return field === undefined || reader.problems.length > 0 ? { problems: reader.problems } : { value: field };
}
