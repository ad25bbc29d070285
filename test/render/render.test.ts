import { describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import type { Files } from '../../src/project-files.ts';
import { render } from '../../src/render/render.ts';
import { fnv1a } from '../../src/text/fnv-1a.ts';
import type { Secrets } from '../../src/render/secrets.ts';

const SECRETS: Secrets = { secretKey: 'k'.repeat(50), adminPassword: 'p'.repeat(20), uid: 1000, gid: 1000 };

function rendered(given: Readonly<Record<string, unknown>> = {}, secrets?: Secrets): Files {
  const outcome = completeProjectAnswers(given);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return render(outcome.value, secrets);
}

function digestOf(files: Files): string {
  const { digest } = JSON.parse(files.get('.drf-docker.json') ?? '');
  return digest;
}

describe('the digest in the answers file', () => {
  test('is a hash over the paths and texts of all other files', () => {
    const files = rendered();
    const others = [...files].filter(([path]) => path !== '.drf-docker.json');
    const text = others.map(([path, content]) => `${path}\0${content}\0`).join('');
    expect(digestOf(files)).toBe(fnv1a(text).toString(16).padStart(8, '0'));
  });

  test('is the same for the same answers, and another for others', () => {
    expect(digestOf(rendered({ name: 'shop' }))).toBe(digestOf(rendered({ name: 'shop' })));
    const changed = [
      { title: 'Store' },
      { database: 'sqlite' },
      { docs: false },
      { production: false },
      { index: 'https://packages.example.com/simple' },
    ];
    const digests = [{}, ...changed].map((given) => digestOf(rendered({ name: 'shop', ...given })));
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('does not depend on the secrets', () => {
    const files = rendered({}, SECRETS);
    expect(files.get('.env')).toContain(SECRETS.secretKey);
    expect(digestOf(files)).toBe(digestOf(rendered()));
  });
});

describe('without production', () => {
  const SERVER_FILES = ['compose.production.yaml', 'Caddyfile', '.env.example'];
  const SERVER_PACKAGES = [
    'django-axes',
    'django-csp',
    'django-permissions-policy',
    'granian',
    'python-json-logger',
    'whitenoise',
  ];

  test('there is nothing that only a server needs', () => {
    const files = rendered({ production: false });
    expect([...files.keys()].filter((path) => SERVER_FILES.includes(path))).toEqual([]);
    expect(SERVER_PACKAGES.filter((name) => files.get('Pipfile')?.includes(name) === true)).toEqual([]);
  });

  test('there would be', () => {
    const files = rendered();
    expect([...files.keys()]).toEqual(expect.arrayContaining(SERVER_FILES));
    expect(SERVER_PACKAGES.filter((name) => files.get('Pipfile')?.includes(name) !== true)).toEqual([]);
  });

  test('no server is named, whichever was chosen', () => {
    for (const server of ['granian', 'gunicorn']) {
      const files = rendered({ production: false, server });
      expect(
        [...files].filter(([path, text]) => path !== '.drf-docker.json' && text.includes(server)).map(([path]) => path),
      ).toEqual([]);
    }
  });
});
