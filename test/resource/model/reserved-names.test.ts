import { expect, test } from 'vitest';
import { completeProjectAnswers } from '../../../src/answers/complete.ts';
import { hidesName } from '../../../src/resource/model/reserved-names.ts';
import { render } from '../../../src/render/render.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

const RESOURCES = resourcesOf(
  'Thing title:char:60 day:date at:time:default=now key:uuid price:decimal:5,2 size:float cover:image:optional paper:file tags:m2m:user next:fk:Thing:set_null owner @unique=owner,title',
);

/** What the modules of an app import, under the names that they have there. */
function importedNames(given: Readonly<Record<string, unknown>>): readonly string[] {
  const outcome = completeProjectAnswers({ name: 'shop', resources: RESOURCES, ...given });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  const modules = [...render(outcome.value)].filter(
    ([path, text]) => /^things\/\w+\.py$/.test(path) && /^from \.models import/m.test(text),
  );
  const lists = modules.flatMap(([, text]) =>
    Array.from(
      text.matchAll(/^(?:from \S+ )?import (?:\(\n([^)]+)\)|(.+))$/gm),
      ([, several, line]) => several ?? line ?? '',
    ),
  );
  return lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim().replace(/^.* as /, ''))
    .filter((name) => name !== '' && !name.startsWith('Thing'));
}

// A class of this name is imported as another where it stands beside REST framework's.
const RENAMED = ['Response'];

test.each([
  [{ views: 'function', access: 'private' }],
  [{ views: 'generic', access: 'owner', auth: 'oauth2' }],
  [{ views: 'viewset', access: 'staff', auth: 'token' }],
  [{ views: 'generic', website: false, docs: false, production: false }],
])('no model can have the name of what the modules around it import: %j', (given) => {
  const names = importedNames(given);
  expect(names).toContain('serializers');
  expect(names.filter((name) => !hidesName(name) && !RENAMED.includes(name))).toEqual([]);
});
