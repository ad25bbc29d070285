import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { resourcesOf as projectResources } from '../../src/resource/model/project-resources.ts';
import { FEATURES } from '../../src/features/index.ts';
import { projectContext } from '../../src/render/context.ts';
import { resourceValues } from '../../src/render/resource-values.ts';
import type { Secrets } from '../../src/render/secrets.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { namesIn } from '../template-names.ts';

const SECRETS: Secrets = { secretKey: 'k', adminPassword: 'p', uid: 1000, gid: 1000 };

/** A name as it is compared: a resource is the same wherever it stands, a field of a card is one as on a page, and the README has the rows of access. */
function compared(name: string): string {
  const own = name.replace(/^(?:resources\[\]|first)(?=\.|$)/, 'resource');
  return own.replace('.cardFields[]', '.shownFields[]').replace(/^resource\.access(?=\[|$)/, 'accessTables[].rows');
}

/** The names of all templates. */
function namedByTemplates(): ReadonlySet<string> {
  const paths = readdirSync('templates', { encoding: 'utf8', recursive: true }).filter((path) => path.endsWith('.hbs'));
  const names = paths.flatMap((path) => [...namesIn(readFileSync(join('templates', path), 'utf8'))]);
  return new Set(names.map(compared));
}

/** The names of a value and of all inside it, but for the slots. */
function namesOf(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value)) return [name, ...value.flatMap((item) => namesOf(item, `${name}[]`))];
  if (typeof value !== 'object' || value === null) return [name];
  return [
    name,
    ...Object.entries(value).flatMap(([key, inner]) => namesOf(inner, name === '' ? key : `${name}.${key}`)),
  ];
}

/** The names of all that templates can name, from a project with something of everything. */
function namesOfContexts(): ReadonlySet<string> {
  const resources = resourcesOf(
    'Genre name:slug:30:unique',
    'Book title:char:60 day:time:default=now size:choice:s,m price:float text:text paper:file cover:image:optional at:datetime:auto_now_add genres:m2m:Genre owner @unique=owner,title',
  );
  const outcome = completeProjectAnswers({
    name: 'shop',
    resources,
    auth: 'jwt',
    cors: 'https://a.example',
    services: 'celery',
  });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  const answers = outcome.value;
  const values = resourceValues(projectResources(answers), answers);
  const names = namesOf({ ...projectContext(answers, FEATURES, values), secrets: SECRETS }, '');
  return new Set(names.map(compared));
}

/** What only the paths of files are made of. */
const IN_PATHS = ['resource.modelName'];

const NAMED = namedByTemplates();
const THERE = namesOfContexts();

describe('what templates name and what there is', () => {
  test('no template asks for a value that is never there', () => {
    const known = (name: string): boolean =>
      THERE.has(name) || /^slots\.|\.length$|^(?:resources|resource|first)$/.test(name);
    expect([...NAMED].filter((name) => !known(name))).toEqual([]);
  });

  test('every value is named by a template', () => {
    const holders = [...NAMED].map((name) => `${name}[]`);
    const isNamed = (name: string): boolean => NAMED.has(name) || holders.includes(name);
    // A value that holds others is named by what is inside it.
    const leaves = [...THERE].filter(
      (name) =>
        name !== '' && ![...THERE].some((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}[]`)),
    );
    expect(leaves.filter((name) => !isNamed(name) && !IN_PATHS.includes(name))).toEqual([]);
  });
});
