import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseResource } from '../../src/resource/parse/resource-line.ts';
import type { Resource } from '../../src/resource/model/resource.ts';
import { parseResources } from '../../src/resource/resources.ts';
import { writeDjangoProject } from './django-project.ts';
import { virtualenv } from './virtualenv.ts';

/** Resources that we refuse for a reason of Django's, with what Django says of their models. */
const REFUSED: readonly (readonly [string, readonly string[]])[] = [
  ['fields.E001', ['Book type_:text']],
  ['fields.E002', ['Book a__b:text']],
  ['fields.E003', ['Book pk:text']],
  ['models.E004', ['Book id:integer']],
  ['models.E006', ['Book author:fk:user author_id:integer']],
  [
    'models.E003',
    ['Book a:m2m:Person:through=Bond b:m2m:Person:through=Bond', 'Person n:text', 'Bond x:fk:Book y:fk:Person'],
  ],
  ['models.E023', ['Book_ a:text']],
  ['models.E024', ['My__Book a:text']],
  ['models.E013', ['Book a:m2m:user b:date @unique=a,b']],
  ['models.E012', ['Book a:date @unique=a,b']],
  ['models.E015', ['Book a:date @ordering=b']],
  ['fields.E300', ['Book a:fk:Author']],
  ['fields.E302', ['Book a:fk:Author:related_name=name', 'Author name:text']],
  ['fields.E304', ['Book a:fk:user:related_name=x b:fk:user:related_name=x']],
  ['fields.E308', ['Book a:fk:user:related_name=x_']],
  ['fields.E309', ['Book a:fk:user:related_name=x__y']],
  ['fields.E336', ['Book a:m2m:Author:through=Credit', 'Author b:text', 'Credit book:fk:Book']],
  ['fields.E333', ['Person a:m2m:Person:through=Bond', 'Bond one:fk:Person two:fk:Person three:fk:Person']],
  [
    'fields.E335',
    ['Book a:m2m:Author:through=Credit', 'Author b:text', 'Credit book:fk:Book author:fk:Author second:fk:Author'],
  ],
  ['fields.E340', ['Book tags:m2m:user', 'Tags/books_book a:text']],
  ["because it has a field named 'objects'", ['Book objects:text']],
  ['SyntaxError', ['None/things a:text']],
  ['SyntaxError', ['Book from:text']],
];

test('what we refuse for Django’s sake, Django refuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-refused-'));
  try {
    const projects = REFUSED.map(([, lines], place) => {
      const project = join(folder, String(place));
      mkdirSync(project);
      const resources = lines.flatMap((line): readonly Resource[] => {
        const outcome = parseResource(line);
        return 'value' in outcome ? [outcome.value] : [];
      });
      expect(resources).not.toEqual([]);
      writeDjangoProject(project, resources);
      writeFileSync(join(project, 'check'), '');
      return project;
    });
    const lines = execFileSync(join(virtualenv(), 'python'), ['test/python/make_migrations.py'], {
      encoding: 'utf8',
      input: projects.map((project) => `${project}\n`).join(''),
    });
    for (const [place, line] of lines.trimEnd().split('\n').entries()) {
      const [reason = '', resources = []] = REFUSED[place] ?? [];
      expect(line, resources.join('; ')).toContain(reason);
      expect(parseResources(resources), resources.join('; ')).toHaveProperty('problems');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
