import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { sizeText, treeText } from '../../../src/terminal/show/tree.ts';

const files = [
  { path: '.gitignore', note: '10 B' },
  { path: 'books/migrations/__init__.py', note: '0 B' },
  { path: 'books/models.py', note: '1.2 kB' },
  { path: 'manage.py', note: '600 B' },
];

test('files stand below their folders', () => {
  expect(stripVTControlCharacters(treeText('library/', files, true))).toBe(`library/
├── .gitignore  10 B
├── books/
│   ├── migrations/
│   │   └── __init__.py  0 B
│   └── models.py  1.2 kB
└── manage.py  600 B`);
});

test('where a console has only ASCII, the branches are of that', () => {
  expect(stripVTControlCharacters(treeText('library/', files, false))).toBe(`library/
|-- .gitignore  10 B
|-- books/
|   |-- migrations/
|   |   \`-- __init__.py  0 B
|   \`-- models.py  1.2 kB
\`-- manage.py  600 B`);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [35_870, '35.9 kB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
