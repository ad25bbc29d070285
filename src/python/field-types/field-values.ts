import { type Field, type Resource, type ValueField, isValue } from '../../resource/model/resource.ts';
import type { Sampler } from './sample-value.ts';
import type { TestValue } from './test-value.ts';
import { valueType } from './value-types.ts';

/** Plausible values for a field of the sample data: what gives the value of each row, as a fixture holds it. */
export function sampler(field: ValueField, resource: Resource): Sampler {
  return valueType(field.type).sample(field, resource);
}

/** A value for a field: how a test makes it. */
export function testValue(field: ValueField, resource: Resource): TestValue {
  return valueType(field.type).test(field, resource);
}

/** A value that the API refuses for a field that a client sends, as Python; nothing where it takes whatever a client can send. */
export function refusedValue(field: Field): string | undefined {
  if (isValue(field)) return valueType(field.type).refused(field);
  return field.type === 'fk' || field.type === 'o2o' ? '"x"' : undefined;
}
