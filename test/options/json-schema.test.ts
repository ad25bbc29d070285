import { expect, test } from 'vitest';
import { CONTROLS } from '../../src/options/cli-flags.ts';
import { OPTIONS, PROJECT_OPTIONS } from '../../src/options/table.ts';
import { answersSchema } from '../../src/options/json-schema.ts';

test('the schema of what shapes the files has a property for each, in the order of the table', () => {
  const schema = answersSchema();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
  });
  expect(Object.keys(schema.properties)).toEqual(PROJECT_OPTIONS.map((option) => option.key));
});

test('each kind of option has its form', () => {
  const { properties } = answersSchema();
  expect(properties['title']).toEqual({ type: 'string', description: 'title of the website, the API and the docs' });
  expect(properties['database']).toEqual({
    type: 'string',
    enum: ['postgres', 'sqlite'],
    default: 'postgres',
    description: 'where the data live',
  });
  expect(properties['website']).toEqual({ type: 'boolean', default: true, description: 'web pages beside the API' });
});

test('it can describe all options', () => {
  expect(Object.keys(answersSchema([...OPTIONS, ...CONTROLS]).properties)).toContain('dryRun');
});
