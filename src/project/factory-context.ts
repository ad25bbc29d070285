import { type Field, type Resource, USER, isRelation, targetOf } from '../answers/resource.ts';
import { circularFields } from './circular-fields.ts';
import { tupleAttribute } from './class-attribute.ts';
import { factoryImports, makeCall } from './factory-imports.ts';
import { testValue } from './test-value.ts';
import { testedFields } from './tested-fields.ts';

/** A field with the Python that gives its value. */
export interface NamedCode {
  readonly name: string;
  readonly code: string;
}

/** What `factories.py` is made of: valid data and rows for the tests. */
export interface FactoryContext {
  /** Groups of import lines. */
  readonly imports: readonly (readonly string[])[];
  /** What a client sends, but for relations that lead back to the resource. */
  readonly values: readonly NamedCode[];
  /** Whether a value is made of a `number`, which counts. */
  readonly hasNumber: boolean;
  /** The relations that lead back to the resource. */
  readonly circular: readonly NamedCode[];
  readonly owner: NamedCode | null;
  /** Tuples of the foreign keys, the spans of time and the many-to-many relations among the data; the empty text for none. */
  readonly keys: string;
  readonly durations: string;
  readonly many: string;
  /** Whether any name stands before the functions. */
  readonly hasNames: boolean;
  /** Whether an instance must be read again to have the values' own types. */
  readonly isParsed: boolean;
  /** Whether a row is stored by its data alone. */
  readonly isSimple: boolean;
}

/** What a client sends for a relation. */
function relationCode(field: Field, resource: Resource, resources: readonly Resource[]): string {
  if (!isRelation(field)) return '';
  const target = resources.find((one) => one.name === targetOf(field));
  const key = `${makeCall(targetOf(field), resource, resources)}.pk`;
  const sent = target?.pk === 'uuid' ? `str(${key})` : key;
  return field.type === 'm2m' ? `[${sent}]` : sent;
}

function namesOf(fields: readonly Field[], ...types: readonly Field['type'][]): readonly string[] {
  return fields.filter((field) => types.includes(field.type)).map((field) => field.name);
}

/** What the factories of a resource's app are made of. */
export function factoryContext(resource: Resource, resources: readonly Resource[]): FactoryContext {
  const circular = circularFields(resource, resources);
  const sent = testedFields(resource, resources);
  const plain = sent.filter((field) => !circular.has(field.name));
  const values = plain.filter((field) => !isRelation(field)).map((field) => testValue(field, resource));
  const code = (field: Field): NamedCode => ({
    name: field.name,
    code: isRelation(field) ? relationCode(field, resource, resources) : testValue(field, resource).code,
  });
  const owner = resource.fields.find((field) => field.type === 'owner');
  const [keys, many, durations] = [namesOf(sent, 'fk', 'o2o'), namesOf(sent, 'm2m'), namesOf(plain, 'duration')];
  const isParsed = values.some((value) => value.isParsed);
  const hasNumber = values.some((value) => value.code.includes('number'));
  return {
    hasNumber,
    imports: factoryImports(resource, resources, { hasNumber, hasUuid: plain.some((field) => field.type === 'uuid'), hasDuration: durations.length > 0 }),
    values: plain.map(code),
    circular: sent.filter((field) => circular.has(field.name)).map(code),
    owner: owner === undefined ? null : { name: owner.name, code: makeCall(USER, resource, resources) },
    durations: tupleAttribute('DURATIONS', durations, 0),
    keys: tupleAttribute('KEYS', keys, 0),
    many: tupleAttribute('MANY', many, 0),
    hasNames: hasNumber || keys.length + many.length + durations.length > 0,
    isParsed,
    isSimple: owner === undefined && keys.length + many.length === 0 && !isParsed && circular.size === 0,
  };
}
