import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { planChanges } from '../../../src/changes/plan.ts';
import { plannedFiles, plannedText } from '../../../src/terminal/show/planned.ts';

const files = new Map([
  ['README.md', '# Anna’s\n'],
  ['books/models.py', 'x'.repeat(1500)],
  ['manage.py', 'run\n'],
]);

test('each file has its state, its bytes and its text', () => {
  const plan = planChanges(
    files,
    new Map([
      ['README.md', '# Anna’s\n'],
      ['manage.py', 'mine\n'],
    ]),
  );
  expect(plannedFiles(files, plan)).toEqual([
    { path: 'README.md', state: 'same', bytes: 11, text: '# Anna’s\n' },
    { path: 'books/models.py', state: 'new', bytes: 1500, text: 'x'.repeat(1500) },
    { path: 'manage.py', state: 'conflict', bytes: 4, text: 'run\n' },
  ]);
  expect(stripVTControlCharacters(plannedText('library', plannedFiles(files, plan), plan.conflicts, true)))
    .toBe(`library/
├── README.md  11 B, there already
├── books/
│   └── models.py  1.5 kB
└── manage.py  4 B, in the way

3 files, 1.5 kB; and .env with secrets of its own.
It would be refused, for these are in the way: manage.py.
Nothing was written.`);
});

test('a directory that ends with a slash has one in the end', () => {
  expect(stripVTControlCharacters(plannedText('work/shop/', [], [], true))).toMatch(/^work\/shop\/\n/);
});
