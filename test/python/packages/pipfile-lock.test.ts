import { describe, expect, test } from 'vitest';
import wanted from '../../../locks/packages.json' with { type: 'json' };
import { DEFAULT_INDEX } from '../../../src/options/default-index.ts';
import { LOCK_DATA } from '../../../src/embedded/embedded.ts';
import type { LockData } from '../../../src/embedded/lock-data.ts';
import { packageSpecs } from '../../../src/embedded/package-specs.ts';
import { pipfileLockText } from '../../../src/python/packages/pipfile-lock.ts';
import type { PipfileInput } from '../../../src/python/packages/pipfile.ts';

/** One file of a release whose hash is 32 times the same byte, in hexadecimal. */
const file = (byte: number): string => Buffer.alloc(32, byte).toString('hex');

const small: LockData = {
  packages: {
    app: {
      version: '1.0',
      markers: "python_version >= '3.10'",
      requires: ['base', 'queue'],
      extras: { fast: ['queue[c,d]', 'wheel'] },
      hashes: file(1),
    },
    base: { version: '2.0.1', hashes: Buffer.concat([Buffer.alloc(32, 2), Buffer.alloc(32, 0xab)]).toString('hex') },
    queue: { version: '3.0', requires: ['app'], extras: { c: [], d: [] }, hashes: file(4) },
    wheel: { version: '4.0', hashes: file(5) },
    zone: { version: '2026.1', markers: "python_version >= '2'", hashes: file(6) },
  },
};

const input: PipfileInput = {
  index: 'https://packages.example.com/größe',
  python: '3.14',
  packages: [{ name: 'app', version: '~=1.0' }],
  devPackages: [],
};

type Section = Record<string, Record<string, unknown>>;
const parse: (text: string) => Record<'default' | 'develop', Section> = JSON.parse;

/** The names and their entries in one section of a composed lock. */
const section = (name: 'default' | 'develop', of: PipfileInput, from: LockData = small): Section =>
  parse(pipfileLockText(of, from))[name];

test('the file is written as pipenv writes it', () => {
  const text = pipfileLockText({ ...input, packages: [{ name: 'base', version: '*' }] }, small);
  expect(text).toBe(`{
    "_meta": {
        "hash": {
            "sha256": "${/"sha256": "([0-9a-f]{64})"/.exec(text)?.[1] ?? 'no hash'}"
        },
        "pipfile-spec": 6,
        "requires": {
            "python_version": "3.14"
        },
        "sources": [
            {
                "name": "mirror",
                "url": "https://packages.example.com/gr\\u00f6\\u00dfe",
                "verify_ssl": true
            }
        ]
    },
    "default": {
        "base": {
            "hashes": [
                "sha256:${'02'.repeat(32)}",
                "sha256:${'ab'.repeat(32)}"
            ],
            "index": "mirror",
            "version": "==2.0.1"
        }
    },
    "develop": {}
}
`);
});

describe('what a lock holds', () => {
  test('all that is needed, directly or not, also in a circle, and nothing else', () => {
    expect(section('default', input)).toStrictEqual({
      app: {
        hashes: [`sha256:${'01'.repeat(32)}`],
        index: 'mirror',
        markers: "python_version >= '3.10'",
        version: '==1.0',
      },
      base: { hashes: [`sha256:${'02'.repeat(32)}`, `sha256:${'ab'.repeat(32)}`], version: '==2.0.1' },
      queue: { hashes: [`sha256:${'04'.repeat(32)}`], version: '==3.0' },
    });
  });

  test('what an extra needs besides, the extras named in order, and no index beside extras', () => {
    const entries = section('default', { ...input, packages: [{ name: 'app', version: '~=1.0', extras: ['fast'] }] });
    expect(Object.keys(entries)).toStrictEqual(['app', 'base', 'queue', 'wheel']);
    expect(entries['app']).toMatchObject({ extras: ['fast'] });
    expect(entries['app']).not.toHaveProperty('index');
    expect(entries['queue']).toMatchObject({ extras: ['c', 'd'] });
  });

  test('the marker of the Pipfile in place of the release’s own', () => {
    const windows = { name: 'zone', version: '*', markers: "sys_platform == 'win32'" };
    expect(section('default', { ...input, packages: [windows] })['zone']).toStrictEqual({
      hashes: [`sha256:${'06'.repeat(32)}`],
      markers: "sys_platform == 'win32'",
      version: '==2026.1',
    });
  });

  test('development packages in their own section, those of both in both', () => {
    const both = {
      ...input,
      packages: [{ name: 'base', version: '*' }],
      devPackages: [{ name: 'queue', version: '*' }],
    };
    expect(Object.keys(section('default', both))).toStrictEqual(['base']);
    expect(Object.keys(section('develop', both))).toStrictEqual(['app', 'base', 'queue']);
  });

  test('the same bytes for the same packages in another order', () => {
    const packages = [
      { name: 'base', version: '*' },
      { name: 'wheel', version: '*' },
    ];
    expect(pipfileLockText({ ...input, packages: [...packages].reverse() }, small)).toBe(
      pipfileLockText({ ...input, packages }, small),
    );
  });

  test('no package or extra that the data lacks: the error names it', () => {
    expect(() => pipfileLockText({ ...input, packages: [{ name: 'flask', version: '*' }] }, small)).toThrow(
      'no package flask;',
    );
    expect(() =>
      pipfileLockText({ ...input, packages: [{ name: 'base', version: '*', extras: ['x'] }] }, small),
    ).toThrow('no package base[x];');
    const broken = { packages: { app: { version: '1', requires: ['gone'], hashes: file(1) } } };
    expect(() => pipfileLockText(input, broken)).toThrow('no package gone;');
  });
});

test('the sets share every release but Django itself', () => {
  const [first, ...others] = Object.values(LOCK_DATA).map(({ packages }) => packages);
  for (const other of others) expect({ ...other, django: undefined }).toStrictEqual({ ...first, django: undefined });
});

describe.each(Object.entries(LOCK_DATA))('the stored releases of %s', (set, locked) => {
  const django = set.replace('django-', '');

  test('Django is of the version that the set is named after', () => {
    expect(locked.packages['django']?.version).toMatch(
      new RegExp(String.raw`^${django.replace('.', String.raw`\.`)}\.\d+$`),
    );
  });

  test('every package of locks/packages.json is there, with all it needs', () => {
    const all = { ...input, index: DEFAULT_INDEX };
    for (const name of [...Object.keys(wanted.packages), ...Object.keys(wanted.devPackages), 'django']) {
      const entries = section('default', { ...all, packages: packageSpecs([name], wanted, set) }, locked);
      expect(entries[name]?.['version']).toMatch(/^==\d/);
    }
  });

  test('each release has whole hashes, all different and in order', () => {
    for (const [name, { hashes }] of Object.entries(locked.packages)) {
      const bytes = Buffer.from(hashes, 'hex');
      expect(bytes.length % 32, name).toBe(0);
      const all = bytes.toString('hex').match(/.{64}/g) ?? [];
      expect(all.length, name).toBeGreaterThan(0);
      expect(all, name).toStrictEqual([...new Set(all)].sort());
    }
  });

  test('PostgreSQL’s driver is in a lock only where it is asked for', () => {
    const names = (packages: string[]): string[] =>
      Object.keys(section('default', { ...input, packages: packageSpecs(packages, wanted, set) }, locked));
    expect(names(['django', 'tzdata'])).toStrictEqual(['asgiref', 'django', 'sqlparse', 'tzdata']);
    expect(names(['django', 'tzdata', 'psycopg'])).toStrictEqual([
      'asgiref',
      'django',
      'psycopg',
      'psycopg-binary',
      'sqlparse',
      'tzdata',
    ]);
  });
});
