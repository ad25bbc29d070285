import { describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { OPTIONS } from '../../src/answers/options.ts';
import { resourcesOf } from '../../src/answers/project-resources.ts';
import { resourceValues } from '../../src/project/resource-values.ts';
import { valuesOf } from '../../src/project/values-of.ts';

function choices(key: string): readonly string[] {
  return OPTIONS.flatMap((option) => (option.key === key && option.kind === 'choice' ? option.choices.map(({ value }) => value) : []));
}

describe.each(choices('access'))('for the access %s', (access) => {
  test.each(choices('django'))('and Django %s, the build worked out for the library what is worked out from its resources', (django) => {
    const outcome = completeProjectAnswers({ access, django });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    expect(valuesOf(outcome.value)).toStrictEqual(resourceValues(resourcesOf(outcome.value), outcome.value));
  });
});
