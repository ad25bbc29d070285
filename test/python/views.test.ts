import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RenderedProject } from './rendered-project.ts';

/** Names that REST framework has too, an address among the data, either kind of key, an owner, and each kind of relation. */
const RESPONSES = [
  'Author name:char:80 url:url:optional born:date:optional @pk=uuid',
  'Response title:char:100 owner author:fk:Author tags:m2m:Tag status:choice:draft,in_print:default=draft price:decimal:8,2:optional active:boolean:default=true made:datetime:auto_now_add data:json:optional search:char:20:optional @ordering=-made,title',
  'Tag name:slug:30:unique author:o2o:Author:set_null',
  'OrganizationMembershipRequestOfAMembers/applications rank:integer:default=0 paper:file:optional',
];

const PROJECTS = [
  {
    what: 'the book',
    lines: ['Book title:char:250 subtitle:char:250:optional author:char:100 isbn:char:13:unique'],
    pagination: 'page',
    refusals: [403],
  },
  { what: 'names, keys, owners and relations', lines: RESPONSES, pagination: 'page', refusals: [403] },
  { what: 'the same by cursors', lines: RESPONSES, pagination: 'cursor', refusals: [403] },
];

/** What `manage.py spectacular` says of an API, and each of its answers. */
interface Told {
  readonly schema: string;
  readonly answers: readonly string[];
}

/** One answer of an API. */
interface Answer {
  readonly asked: readonly unknown[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function answer(line: string): Answer {
  return JSON.parse(line);
}

/** The description that drf-spectacular gives the key in the address of a viewset, on one line or more. */
const KEY_DESCRIPTION = /^ *description: A [^:]*?identifying\s+this[^:]*?\.\n/gm;

/** The methods that all kinds of views answer alike; REST framework gives function views other answers to HEAD and OPTIONS. */
const METHODS: readonly unknown[] = ['get', 'post', 'put', 'patch', 'delete', 'generic'];

/** The answers that all kinds of views give alike: of JSON, as the page of the browsable API names the view, and without the headers. */
function comparable(lines: readonly string[]): readonly Omit<Answer, 'headers'>[] {
  return lines
    .map(answer)
    .filter(
      ({ asked, headers }) => METHODS.includes(asked[1]) && headers['Content-Type']?.startsWith('text/html') !== true,
    )
    .map(({ asked, status, body }) => ({ asked, status, body }));
}

/** Renders a project and lets it tell. */
function told(lines: readonly string[], given: object): Told {
  using project = new RenderedProject(lines, { database: 'sqlite', ...given });
  return {
    schema: project.python('manage.py', 'spectacular', '--api-version', 'v1', '--validate', '--fail-on-warn'),
    answers: project.python(resolve('test/python/probe_api.py')).trimEnd().split('\n'),
  };
}

describe.each(PROJECTS)('$what', ({ lines, pagination, refusals }) => {
  const byViews = new Map<string, Told>();

  beforeAll(() => {
    for (const views of ['function', 'generic', 'viewset']) byViews.set(views, told(lines, { views, pagination }));
  });

  test.each(['function', 'viewset'])(
    '%s views have the schema of generic views, but for the description of a key',
    (views) => {
      const schemas = [views, 'generic'].map((one) => byViews.get(one)?.schema.replace(KEY_DESCRIPTION, ''));
      expect(schemas[1]).toContain('operationId: ');
      expect(schemas[0]).toBe(schemas[1]);
    },
  );

  test.each(['function', 'viewset'])('%s views answer every request as generic views do', (views) => {
    const [mine, theirs] = [
      comparable(byViews.get(views)?.answers ?? []),
      comparable(byViews.get('generic')?.answers ?? []),
    ];
    expect(theirs.length).toBeGreaterThan(100);
    for (const [place, one] of theirs.entries()) expect(mine[place]).toEqual(one);
    expect(mine).toHaveLength(theirs.length);
  });

  test('no answer is an error of the server', () => {
    const answers = [...byViews.values()].flatMap((one) => one.answers.map(answer));
    expect(answers.filter((one) => one.status >= 500).map((one) => one.asked)).toEqual([]);
  });

  test('every kind of answer is among them', () => {
    const answers = byViews.get('generic')?.answers.map(answer) ?? [];
    const statuses = new Set(answers.map((one) => one.status));
    expect([200, 201, 204, 400, ...refusals, 404, 405, 406, 415].filter((status) => !statuses.has(status))).toEqual([]);
    expect(new Set(answers.flatMap((one) => one.headers['Allow'] ?? []))).toEqual(
      new Set(['GET, POST, HEAD, OPTIONS', 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS']),
    );
  });
});
