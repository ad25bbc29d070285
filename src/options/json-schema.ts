import type { Option } from './option.ts';
import { PROJECT_OPTIONS } from './table.ts';
import { FIELD_TYPES, type Resource } from '../resource/model/resource.ts';

interface PropertySchema {
  readonly description: string;
  readonly type: 'string' | 'boolean' | 'array';
  readonly enum?: readonly string[];
  readonly default?: string | boolean | readonly Resource[];
  readonly minItems?: number;
  readonly items?: object;
}

const TEXTS = { type: 'array', items: { type: 'string' } } as const;

/** The form of resources; which keys a field may have depends on its type, and `readResources` says so. */
const RESOURCES = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name', 'fields'],
    additionalProperties: false,
    properties: {
      name: { type: 'string' },
      plural: { type: 'string' },
      fields: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'type'],
          properties: { name: { type: 'string' }, type: { enum: FIELD_TYPES } },
        },
      },
      str: TEXTS,
      ordering: TEXTS,
      unique: { type: 'array', items: TEXTS },
      pk: { enum: ['uuid'] },
    },
  },
} as const;

/** A JSON Schema (draft 2020-12) of an object. */
export interface AnswersSchema {
  readonly $schema: string;
  readonly title: string;
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly properties: Readonly<Record<string, PropertySchema>>;
}

function propertyOf(option: Option): PropertySchema {
  const description = option.help;
  if (option.kind === 'switch') return { description, type: 'boolean', default: option.fallback({}) };
  if (option.kind === 'text') return { description, type: 'string' };
  if (option.kind === 'resources') return { description, ...RESOURCES, default: option.fallback({}) };
  return {
    description,
    type: 'string',
    enum: option.choices.map((choice) => choice.value),
    default: option.fallback({}),
  };
}

/**
 * The JSON Schema of the answers to a set of options.
 * @param options entries of the option table; by default those that shape the files
 * @returns the schema, its properties in the table's order
 */
export function answersSchema(options: readonly Option[] = PROJECT_OPTIONS): AnswersSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Answers of create-drf-docker',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(options.map((option) => [option.key, propertyOf(option)])),
  };
}
