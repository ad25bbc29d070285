import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EVERY_TYPE } from './every-type.ts';
import { postgresUrl } from './postgres.ts';
import { RenderedProject } from './rendered-project.ts';

const PROJECTS = [
  { database: 'SQLite', url: 'sqlite://:memory:', views: 'function' },
  { database: 'PostgreSQL', url: await postgresUrl('hostile'), views: 'generic' },
] as const;

test.each(PROJECTS.filter(({ url }) => url !== undefined))(
  'nothing that a client sends is an error of the server: $views views, $database',
  async ({ url, views }) => {
    using project = new RenderedProject(EVERY_TYPE, { views });
    const { code, said } = await project.run(
      'env',
      `DATABASE_URL=${url}`,
      'python',
      '-W',
      'ignore',
      resolve('test/python/hostile_api.py'),
    );
    const lines = said.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('FAILED'))).toEqual([]);
    expect(code, said.slice(-2000)).toBe(0);
    expect(Number(lines.at(-1))).toBeGreaterThan(3000);
  },
);
