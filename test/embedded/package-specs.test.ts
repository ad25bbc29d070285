import { expect, test } from 'vitest';
import wanted from '../../locks/packages.json' with { type: 'json' };
import { packageSpecs } from '../../src/embedded/package-specs.ts';

const constraints = {
  packages: { psycopg: { version: '~=3.3', extras: ['binary'] }, django: { version: '*' } },
  devPackages: { ruff: { version: '~=0.17.5' } },
  sets: { 'django-5.2': { django: { version: '~=5.2.0' } } },
};

test('packages come once, in order, each with its constraint, and a set’s own goes first', () => {
  expect(packageSpecs(['ruff', 'psycopg', 'django', 'psycopg'], constraints, 'django-5.2')).toStrictEqual([
    { name: 'django', version: '~=5.2.0' },
    { name: 'psycopg', version: '~=3.3', extras: ['binary'] },
    { name: 'ruff', version: '~=0.17.5' },
  ]);
});

test('a package or set without a constraint is named', () => {
  expect(() => packageSpecs(['flask'], constraints, 'django-5.2')).toThrow('locks/packages.json has no package flask');
  expect(() => packageSpecs(['django'], constraints, 'django-4.2')).toThrow(
    'locks/packages.json has no set django-4.2',
  );
});

test('every name is canonical, and none is both a package and a development package', () => {
  const sections = [wanted.packages, wanted.devPackages, ...Object.values(wanted.sets)].map((section) =>
    Object.keys(section),
  );
  for (const name of sections.flat()) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(Object.keys(wanted.packages).filter((name) => name in wanted.devPackages)).toStrictEqual([]);
});
