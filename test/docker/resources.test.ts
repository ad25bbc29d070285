import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_OPTIONS } from '../../src/options/table.ts';
import { namesOf } from '../../src/resource/model/names.ts';
import { parseResources } from '../../src/resource/resources.ts';
import { ComposeProject } from './compose-project.ts';
import { EVERY } from './every.ts';
import { HttpSession } from './http-session.ts';
import { packTool, temporaryFolder, type PackedTool } from './packed-tool.ts';

/** What students really model; together they say every type and every kind of relation. */
const SHOP = [
  'Category name:char:60:unique parent:fk:Category:set_null @ordering=name',
  'Product name:char:120 slug:slug:unique price:decimal:10,2 stock:positiveinteger:default=0 active:boolean:default=true photo:image:optional category:fk:Category:protect',
  'Order owner created_at:datetime:auto_now_add status:choice:open,paid,sent:default=open @ordering=-created_at',
  'Line order:fk:Order product:fk:Product:protect quantity:positivesmallinteger:default=1 @unique=order,product',
];
const CLINIC = [
  'Doctor name:char:80 email:email:unique user:o2o:user:set_null',
  'Patient name:char:80 born:date weight:float:optional ip:genericipaddress:optional @pk=uuid',
  'Visit doctor:fk:Doctor:cascade patient:fk:Patient starts:datetime length:duration:optional notes:text:optional data:json:optional @ordering=-starts',
];
const TEAM = [
  'Player name:char:80 PIB:char:10:optional team:fk:Team:set_null:related_name=players friends:m2m:Player',
  'Team name:char:80 captain:fk:Player:set_null:related_name=captained players_wanted:integer:optional',
];
const MEMBERS = [
  'Person/people name:char:80 site:url:optional wakes:time:optional',
  'Club name:char:80 members:m2m:Person:through=Membership',
  'Membership person:fk:Person club:fk:Club since:date:default=today level:choice:1=Low,2=High',
];
const TODO = [
  'Todo todo:char:200 date:date:optional time:time:optional type:choice:home,work order:biginteger:optional format:char:20:optional group:char:20:optional token:uuid',
];
const FILES = [
  'Document title:char:100 file:file photo:image:optional summary:text:optional',
  'Test name:char:50 object:char:50 uploaded:datetime:auto_now',
];

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A document as a form sends it. */
function documentForm(file: readonly [string, string | Buffer], photo?: readonly [string, string | Buffer]): FormData {
  const form = new FormData();
  form.set('title', 'A document');
  // What the client says of a kind is not believed.
  for (const [name, one] of [
    ['file', file],
    ['photo', photo],
  ] as const)
    if (one !== undefined) form.set(name, new Blob([one[1]], { type: 'text/html' }), one[0]);
  return form;
}

/** Every combination of views, pagination and database. */
const ALL = [
  { name: 'shop-a', lines: SHOP, args: ['--views=function', '--pagination=page', '--database=postgres'] },
  { name: 'shop-b', lines: SHOP, args: ['--views=viewset', '--pagination=cursor', '--database=sqlite'] },
  { name: 'clinic-a', lines: CLINIC, args: ['--views=generic', '--pagination=cursor', '--database=postgres'] },
  { name: 'clinic-b', lines: CLINIC, args: ['--views=function', '--pagination=page', '--database=sqlite'] },
  { name: 'team-a', lines: TEAM, args: ['--views=viewset', '--pagination=page', '--database=postgres'] },
  { name: 'team-b', lines: TEAM, args: ['--views=function', '--pagination=cursor', '--database=sqlite', '--no-docs'] },
  { name: 'members-a', lines: MEMBERS, args: ['--views=generic', '--pagination=page', '--database=sqlite'] },
  {
    name: 'members-b',
    lines: MEMBERS,
    args: ['--views=viewset', '--pagination=cursor', '--database=postgres', '--no-website'],
  },
  {
    name: 'todo-a',
    lines: TODO,
    args: ['--views=function', '--pagination=cursor', '--database=postgres', '--python=3.13'],
  },
  { name: 'todo-b', lines: TODO, args: ['--views=generic', '--pagination=cursor', '--database=sqlite'] },
  { name: 'files-a', lines: FILES, args: ['--views=viewset', '--pagination=page', '--database=sqlite'] },
  { name: 'files-b', lines: FILES, args: ['--views=generic', '--pagination=page', '--database=postgres'] },
];

/** In CI two of them, which have most of the types between them. */
const PROJECTS = EVERY ? ALL : ALL.filter(({ name }) => name === 'shop-a' || name === 'files-a');

/** The flags of an option, with each of its values. */
function flags(key: string): readonly string[] {
  const option = PROJECT_OPTIONS.find((one) => one.key === key);
  return option?.kind === 'choice' ? option.choices.map(({ value }) => `--${key}=${value}`) : [];
}

test('every combination of views, pagination and database is among them', () => {
  const all = flags('views').flatMap((views) =>
    flags('pagination').flatMap((pagination) =>
      flags('database').map((database) => [views, pagination, database].join(' ')),
    ),
  );
  expect(new Set(ALL.map(({ args }) => args.slice(0, 3).join(' ')))).toEqual(new Set(all));
});

const folder = temporaryFolder('drf-docker-resources');
let tool: PackedTool;

beforeAll(() => {
  tool = packTool(folder.path);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

function resourcesOf(lines: readonly string[]) {
  const outcome = parseResources(lines);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe.each(PROJECTS)('$name: $args', ({ name, lines, args }) => {
  let project: ComposeProject;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, `own-${name}`);
    const created = project.create(tool.bin, '--yes', '--up', ...args, ...lines.map((line) => `--resource=${line}`));
    expect(created.code, created.stdout + created.stderr).toBe(0);
  });
  afterAll(() => {
    project[Symbol.dispose]();
    expect(project.leftovers()).toEqual([]);
  });

  test('answers for each resource in the API, on the site and in the admin', async () => {
    const session = new HttpSession(project.origin);
    expect((await session.logIn('/api-auth/login/', 'admin', project.secret('DJANGO_SUPERUSER_PASSWORD'))).status).toBe(
      302,
    );
    for (const resource of resourcesOf(lines)) {
      const { url, app, model } = namesOf(resource);
      const list = await session.request(`/api/v1/${url}/`, { headers: { accept: 'application/json' } });
      expect([url, list.status]).toEqual([url, 200]);
      const { results } = JSON.parse(list.text);
      expect(results.length, url).toBeGreaterThan(0);
      const detail = await session.request(`/api/v1/${url}/${String(results[0].id)}/`, {
        headers: { accept: 'application/json' },
      });
      expect(detail.json()).toEqual(results[0]);
      for (const { name } of resource.fields.filter(({ type }) => type === 'datetime')) {
        const far = await session.request(`/api/v1/${url}/?${name}=2026-01-01T00:00:00%2B22:00`, {
          headers: { accept: 'application/json' },
        });
        // PostgreSQL has no such time zone, SQLite does not look.
        expect([url, name, [200, 400].includes(far.status)], far.text).toEqual([url, name, true]);
      }
      const empty = await session.request(`/api/v1/${url}/`, { json: {} });
      expect([url, [201, 400].includes(empty.status)], empty.text).toEqual([url, true]);
      expect((await session.request(`/api/v1/${url}/`, { headers: { accept: 'text/html' } })).status).toBe(200);
      expect([app, (await session.request(`/admin/${app}/${model.toLowerCase()}/`)).status]).toEqual([app, 200]);
      if (!args.includes('--no-website')) {
        expect([url, (await session.request(`/${url}/`)).status]).toEqual([url, 200]);
        expect([url, (await session.request(`/${url}/${String(results[0].id)}/`)).status]).toEqual([url, 200]);
      }
    }
  });

  if (lines === FILES)
    test('takes files and pictures, gives them back, and shows none as a page', async () => {
      const session = new HttpSession(project.origin);
      await session.logIn('/api-auth/login/', 'admin', project.secret('DJANGO_SUPERUSER_PASSWORD'));
      const send = async (form: FormData) => session.request('/api/v1/documents/', { multipart: form });
      const sent = await send(documentForm(['page.txt', '<script>alert(1)</script>'], ['pixel.png', PIXEL]));
      expect(sent.status, sent.text).toBe(201);
      const { id, file, photo } = JSON.parse(sent.text);
      const stored = await session.request(new URL(String(file)).pathname);
      expect([stored.status, stored.text]).toEqual([200, '<script>alert(1)</script>']);
      expect(stored.headers.get('content-type')).not.toContain('html');
      const picture = await session.request(new URL(String(photo)).pathname);
      expect([picture.status, picture.headers.get('content-type'), picture.headers.get('content-length')]).toEqual([
        200,
        'image/png',
        String(PIXEL.length),
      ]);
      for (const answer of [stored, picture])
        expect([answer.headers.get('x-content-type-options'), answer.headers.get('content-security-policy')]).toEqual([
          'nosniff',
          "default-src 'none'; sandbox",
        ]);
      expect(
        (await session.request(`/api/v1/documents/${String(id)}/`, { headers: { accept: 'application/json' } })).json(),
      ).toMatchObject({ file, photo });

      const refusals = { file: documentForm(['empty.txt', '']), photo: documentForm(['a.txt', 'x'], ['a.png', '<p>']) };
      for (const [name, form] of Object.entries(refusals)) {
        const answer = await send(form);
        expect([answer.status, Object.keys(JSON.parse(answer.text))], answer.text).toEqual([400, [name]]);
      }
    });

  test('passes its own tests and finds no missing migration', () => {
    const ended = project.exec(
      'sh',
      '-c',
      'python manage.py makemigrations --check --dry-run && ruff check . && ruff format --check . && pytest -q',
    );
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  });
});
