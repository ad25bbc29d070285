import { expect, test } from 'vitest';
import { resourcesOf } from '../../../src/resource/model/project-resources.ts';
import { resourceText } from '../../../src/resource/parse/resource-text.ts';
import { parseResources } from '../../../src/resource/resources.ts';

function linesOf(access: string, ...lines: readonly string[]): readonly string[] {
  const outcome = parseResources(lines);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return resourcesOf({ resources: outcome.value, access }).map(resourceText);
}

test('where only owners change things, each has an owner, whom a row may lack', () => {
  expect(linesOf('owner', 'Tag name:slug:30', 'Post title:char:60 author:owner')).toEqual([
    'Tag name:slug:30 owner:set_null',
    'Post title:char:60 author:owner',
  ]);
});

test('it has a name that nothing else has', () => {
  expect(
    linesOf('owner', 'Pet owner:char:60', 'Owner name:char:60', 'Key door:fk:Owner:related_name=created_by'),
  ).toEqual([
    'Pet owner:char:60 created_by_user:owner:set_null',
    'Owner name:char:60 created_by_user:owner:set_null',
    'Key door:fk:Owner:related_name=created_by created_by_user:owner:set_null',
  ]);
});

test.each(['open-read', 'private', 'staff'])('with %s they are as they were said', (access) => {
  expect(linesOf(access, 'Tag name:slug:30')).toEqual(['Tag name:slug:30']);
});
