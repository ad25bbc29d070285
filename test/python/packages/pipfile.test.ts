import { expect, test } from 'vitest';
import { DEFAULT_INDEX } from '../../../src/options/default-index.ts';
import { pipfileText } from '../../../src/python/packages/pipfile.ts';

test('a Pipfile names its source, its packages and its Python', () => {
  const text = pipfileText({
    index: DEFAULT_INDEX,
    python: '3.14',
    packages: [
      { name: 'django', version: '~=5.2.0' },
      { name: 'psycopg', version: '~=3.3', extras: ['binary', 'pool'] },
      { name: 'tzdata', version: '*', markers: "sys_platform == 'win32'" },
    ],
    devPackages: [{ name: 'ruff', version: '~=0.17.5' }],
  });
  expect(text.replace(DEFAULT_INDEX, 'INDEX')).toBe(`[[source]]
url = "INDEX"
verify_ssl = true
name = "pypi"

[packages]
django = "~=5.2.0"
psycopg = {version = "~=3.3", extras = ["binary", "pool"]}
tzdata = {version = "*", markers = "sys_platform == 'win32'"}

[dev-packages]
ruff = "~=0.17.5"

[requires]
python_version = "3.14"
`);
});

test('an index of one’s own is a source of another name, and quoted', () => {
  const text = pipfileText({
    index: 'https://packages.example.com/a"b\\c/simple',
    python: '3.13',
    packages: [],
    devPackages: [],
  });
  expect(text).toContain('url = "https://packages.example.com/a\\"b\\\\c/simple"\n');
  expect(text).toContain('name = "mirror"\n');
});
