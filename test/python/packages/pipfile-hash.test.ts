import { describe, expect, test } from 'vitest';
import { DEFAULT_INDEX } from '../../../src/options/default-index.ts';
import { pipfileHash } from '../../../src/python/packages/pipfile-hash.ts';
import type { PipfileInput } from '../../../src/python/packages/pipfile.ts';

const library: PipfileInput = {
  index: DEFAULT_INDEX,
  python: '3.14',
  packages: [
    { name: 'django', version: '~=5.2.0' },
    { name: 'psycopg', version: '~=3.3', extras: ['binary'] },
    { name: 'tzdata', version: '*', markers: "sys_platform == 'win32'" },
  ],
  devPackages: [{ name: 'pytest-django', version: '~=4.14' }],
};
const mirror = 'https://pakete.example.com/größe/\u{1F4DA}/\u007F"\\/simple';

describe('the hash is the one that pipenv 2026.10.3 computes', () => {
  test.each<[string, PipfileInput, string]>([
    ['of a library', library, '7822bf7fd2b231ec8225f9387600724b3bea00c7de429b8c223d6c4afa658d4c'],
    [
      'for another Python',
      { ...library, python: '3.13' },
      '197e11cf9226c8d8314279ac55b53d8ff81d1b716b2316f90365672d3b8f30a1',
    ],
    [
      'with packages in another order',
      { ...library, packages: [...library.packages].reverse() },
      '7822bf7fd2b231ec8225f9387600724b3bea00c7de429b8c223d6c4afa658d4c',
    ],
    [
      'with an index that is not ASCII',
      { ...library, index: mirror },
      '337792ca3616579062f644d39b170ccc9d525ec041352510b9606403e95c8797',
    ],
    [
      'without any package',
      { ...library, packages: [], devPackages: [] },
      'be43225d7d56471fd9b60269c82252cc19448eb3578abebecdcd914e2213171e',
    ],
  ])('%s', (_, input, hash) => {
    expect(pipfileHash(input)).toBe(hash);
  });
});
