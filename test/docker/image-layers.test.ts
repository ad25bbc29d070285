import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { addedTo } from './image-layers.ts';
import { temporaryFolder } from './packed-tool.ts';

/** One of each kind that an image for production must not have. */
const UNWANTED = [
  'app/.env',
  'app/.git/config',
  'opt/venv/bin/pip3.14',
  'opt/venv/lib/python3.14/site-packages/pip/__init__.py',
  'root/.cache/pip/http-v2/0',
  'root/.cargo/bin/cargo',
  'root/.cargo/bin/rustc',
  'usr/bin/cc',
  'usr/bin/clang-19',
  'usr/bin/cpp',
  'usr/bin/make',
  'usr/bin/x86_64-linux-gnu-as',
  'usr/bin/x86_64-linux-gnu-g++-14',
  'usr/bin/x86_64-linux-gnu-gcc',
  'usr/bin/x86_64-linux-gnu-ld.bfd',
  'usr/lib/gcc/x86_64-linux-gnu/14/cc1plus',
  'usr/local/bin/pipenv',
  'usr/local/bin/uv',
];
const HARMLESS = [
  'app/manage.py',
  'app/config/last.py',
  'opt/venv/bin/gunicorn',
  'usr/bin/env',
  'app/templates/gold',
  'app/static/as.css',
];

test('a secret, a tool and a compiler are found in a layer, even where a later one removes them', () => {
  using folder = temporaryFolder('drf-docker-layers');
  const paths = [...UNWANTED, ...HARMLESS].map((path) => `/${path}`).join(' ');
  const recipe = `FROM python:3.14-slim
RUN for path in ${paths}; do mkdir -p "$(dirname "$path")"; touch "$path"; done; echo correct-horse >/app/.env
RUN rm -r /app /root/.c* /opt/venv
LABEL key=battery-staple
`;
  execFileSync('docker', ['image', 'build', '--tag', 'e2e-layers', '-'], {
    input: recipe,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const added = addedTo('python:3.14-slim', 'e2e-layers', folder.path, [
    'correct-horse',
    'battery-staple',
    'tr0ub4dor',
  ]);
  expect(added.unwanted.filter((path) => !path.endsWith('/') && !path.includes('.wh.')).toSorted()).toEqual(UNWANTED);
  expect(added.texts).toEqual(['correct-horse', 'battery-staple']);
  execFileSync('docker', ['image', 'rm', 'e2e-layers']);
});
