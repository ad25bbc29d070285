import { expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/project/render.ts';
import { resourcesOf } from '../answers/resource-of.ts';

function searchedIn(resource: string): string | undefined {
  const outcome = completeProjectAnswers({ name: 'library', resources: resourcesOf(resource) });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  const tests = render(outcome.value).get('chars/tests/test_api.py') ?? '';
  return /parametrize\("field", (\[.*\])\)\ndef test_search_finds_one/.exec(tests)?.[1];
}

test.each([
  ['all that are long', 'Chars/chars a:char:4 b:text', '["a", "b"]'],
  ['not the digit that stands in the number of another row too', 'Chars/chars a:char:1 b:char:2 c:char:9', '["c"]'],
  ['the longest of those that are all short', 'Chars/chars a:char:1 b:char:2 c:slug:2', '["b", "c"]'],
])('a project’s tests search for %s', (_what, resource, fields) => {
  expect(searchedIn(resource)).toBe(fields);
});
