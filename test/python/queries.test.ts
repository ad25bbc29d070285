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

// A page of the API that all rows fit on tells their number; a full one asks for it.
test.each([
  { views: 'function', pagination: 'page', counting: 1 },
  { views: 'generic', pagination: 'cursor', counting: 0 },
  { views: 'viewset', pagination: 'page', counting: 1 },
])('500 rows cost as many queries as one, and $counting to count them: $views, $pagination', ({ views, pagination, counting }) => {
  using project = new RenderedProject(LINES, { database: 'sqlite', views, pagination });
  const lines = project.python(resolve('test/python/count_queries.py'), 'visits.visit', 'visits', 'visits').trimEnd().split('\n');
  const counts = lines.map((line): readonly [string, number, number] => JSON.parse(line));
  expect(counts.map(([address]) => address)).toEqual(['/api/v1/visits/', '/api/v1/visits/?page_size=100', '/visits/', '/admin/visits/visit/']);
  for (const [address, one, many] of counts) expect([address, many]).toEqual([address, one + (address.startsWith('/api/') ? counting : 0)]);
  // No list needs more than one for the rows, and one each for their number, their many-to-many relation, the session and its user.
  expect(Math.max(...counts.slice(0, 3).map(([, , many]) => many))).toBeLessThanOrEqual(6);
});
