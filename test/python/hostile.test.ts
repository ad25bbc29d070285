import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EVERY_TYPE } from './every-type.ts';
import { RenderedProject } from './rendered-project.ts';

test('nothing that a client sends is an error of the server', () => {
  using project = new RenderedProject(EVERY_TYPE, { database: 'sqlite', views: 'function' });
  const lines = project.python(resolve('test/python/hostile_api.py')).trimEnd().split('\n');
  expect(lines.slice(0, -1)).toEqual([]);
  expect(Number(lines.at(-1))).toBeGreaterThan(3000);
});
