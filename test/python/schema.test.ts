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

/** What may stand behind the question mark of an address. */
interface Parameter {
  readonly name: string;
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
