import { expect, test } from 'vitest';
import { completeProjectAnswers } from '../../../src/answers/complete.ts';
import { sampleRows } from '../../../src/python/samples/sample-data.ts';
import { render } from '../../../src/render/render.ts';
import { usageOf } from '../../../src/resource/model/field-facts.ts';
import { FIELD_TYPES, UPLOAD_TYPES, isOneOf } from '../../../src/resource/model/resource.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

/** All types but the one whose value no client sends. */
const TYPES = FIELD_TYPES.filter((type) => type !== 'owner');

test.each(TYPES)('a field of the type %s has a value in tests and in the sample data', (type) => {
  const resources = resourcesOf(`Thing name:char:100 it:${usageOf(type)}`, 'Other name:char:100');
  const outcome = completeProjectAnswers({ name: 'shop', resources });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  expect(render(outcome.value).get('things/tests.py')).toMatch(/^ +"it": (?!None)\S/m);
  const [thing] = resources;
  if (thing === undefined) throw new Error('No resource');
  const values = sampleRows(thing, resources).map(({ fields }) => fields['it']);
  expect(values).toHaveLength(12);
  for (const value of values) {
    if (isOneOf(UPLOAD_TYPES, type)) expect(value).toBe('');
    else expect(value).not.toBeOneOf(['', null, undefined]);
  }
});
