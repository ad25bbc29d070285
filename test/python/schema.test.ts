import { expect, test } from 'vitest';
import { RenderedProject } from './rendered-project.ts';

/** What a project says of its API. */
async function schemaOf(project: RenderedProject) {
  const ended = await project.run('python', 'manage.py', 'spectacular', '--format', 'openapi-json', '--api-version', 'v1');
  expect(ended.code, ended.said).toBe(0);
  return JSON.parse(ended.said.slice(ended.said.indexOf('{')));
}

/** A field that takes text of any kind, as the schema describes it. */
interface Described {
  readonly type?: string;
}

test('the schema offers no form for a document, lets no text have a NUL, and describes no serializer by its base', async () => {
  using project = new RenderedProject(['Note text:char:9', 'Stand name:char:20 sales:json', 'Scan paper:file data:json'], { database: 'sqlite', auth: 'jwt' });
  const { paths, components } = await schemaOf(project);
  const offered = (path: string): string[] => Object.keys(paths[`/api/v1/${path}/`].post.requestBody.content);
  const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
  expect(offered('notes')).toEqual(['application/json', ...forms]);
  expect(offered('stands')).toEqual(['application/json']);
  expect(offered('scans')).toContain('multipart/form-data');

  const requests = Object.keys(components.schemas).filter((name) => name.endsWith('Request'));
  const properties = requests.flatMap((name) => Object.entries<Described>(components.schemas[name].properties).map(([field, schema]) => ({ field: `${name}.${field}`, schema })));
  const bare = properties.filter(({ schema }) => schema.type === 'string' && !('pattern' in schema || 'format' in schema));
  expect(properties.map(({ field }) => field)).toContain('TokenObtainPairRequest.password');
  expect(bare.map(({ field }) => field)).toEqual([]);
  expect(components.schemas.Note.description).toBeUndefined();
});

test('a document may be null where its column may, and only there', async () => {
  using project = new RenderedProject(['Stand sales:json extra:json:optional'], { database: 'sqlite' });
  const { Stand, StandRequest, PatchedStandRequest } = (await schemaOf(project)).components.schemas;
  for (const { properties } of [Stand, StandRequest, PatchedStandRequest]) {
    expect(properties.sales).toMatchObject({ not: { enum: [null] } });
    expect(properties.extra).not.toHaveProperty('not');
  }
});

test('the forms of a price, a time of day and an address let nothing in that is none', async () => {
  using project = new RenderedProject(['Stand price:decimal:5,2 share:decimal:2,2 opens:time ip:genericipaddress next:fk:Stand:optional'], { database: 'sqlite' });
  const { paths, components } = await schemaOf(project);
  const { price, share, opens, ip } = components.schemas.StandRequest.properties;
  const taken = (pattern: string, ...texts: readonly string[]): string[] => texts.filter((text) => new RegExp(pattern).test(text));
  expect(taken(price.pattern, '', '-', '.', '7', '-100.25', '1000')).toEqual(['7', '-100.25']);
  expect(taken(share.pattern, '', '-', '0.25', '1.25')).toEqual(['0.25']);
  expect(taken(opens.pattern, '23:59:59.5', '24:00', '12:60')).toEqual(['23:59:59.5']);
  expect(ip.oneOf).toEqual([{ format: 'ipv4' }, { format: 'ipv6' }]);
  const parameters: readonly Parameter[] = paths['/api/v1/stands/'].get.parameters;
  expect(parameters.find(({ name }) => name === 'next')?.schema).toMatchObject({ minimum: -(2 ** 63), maximum: 2 ** 63 });
});

/** What may stand behind the question mark of an address. */
interface Parameter {
  readonly name: string;
  readonly schema: object;
  readonly allowEmptyValue?: boolean;
}

test('the schema says who need not log in, and which filters may be empty', async () => {
  using project = new RenderedProject(['Note text:char:9 seen:datetime author:owner'], { database: 'sqlite' });
  const { get, post } = (await schemaOf(project)).paths['/api/v1/notes/'];
  expect(get.security).toEqual([{ cookieAuth: [] }, {}]);
  expect(post.security).toEqual([{ cookieAuth: [] }]);
  const parameters: readonly Parameter[] = get.parameters;
  expect(parameters.filter((one) => one.allowEmptyValue === true).map(({ name }) => name)).toEqual(['author', 'seen', 'seen__gte', 'seen__lte']);
});
