import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { RenderedProject } from './rendered-project.ts';

/** A visit points at two resources and at the user, and has many of a third. */
const LINES = [
  'Doctor name:char:80 clinic:fk:Clinic',
  'Clinic name:char:80 @str=name',
  'Patient name:char:80 @pk=uuid',
  'Tag name:char:20',
  'Visit doctor:fk:Doctor patient:fk:Patient:protect tags:m2m:Tag owner starts:datetime @str=doctor,patient @ordering=-starts',
];

test.each([
  { views: 'function', pagination: 'page' },
  { views: 'generic', pagination: 'cursor' },
  { views: 'viewset', pagination: 'page' },
])('500 rows cost as many queries as one: $views, $pagination', ({ views, pagination }) => {
  using project = new RenderedProject(LINES, { database: 'sqlite', views, pagination });
  const lines = project
    .python(resolve('test/python/count_queries.py'), 'visits.visit', 'visits', 'visits')
    .trimEnd()
    .split('\n');
  const counts = lines.map((line): readonly [string, number, number] => JSON.parse(line));
  expect(counts.map(([address]) => address)).toEqual(['/api/v1/visits/', '/visits/', '/admin/visits/visit/']);
  for (const [address, one, many] of counts) expect([address, many]).toEqual([address, one]);
  // No list needs more than one for the rows, and one each for their number, their many-to-many relation, the session and its user.
  expect(Math.max(...counts.slice(0, 2).map(([, , many]) => many))).toBeLessThanOrEqual(6);
});
