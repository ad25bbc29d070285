import type { Files } from '../../src/project-files.ts';

/** A project as small as one can be that has secrets, a script, and folders in folders. */
export const smallProject: Files = new Map([
  ['.env', 'SECRET=new\n'],
  ['.gitignore', '.env\n'],
  ['README.md', '# Library\n'],
  ['books/migrations/0001_initial.py', 'operations = []\n'],
  ['books/models.py', 'class Book: ...\n'],
  ['manage.py', '#!/usr/bin/env python\n'],
]);

/** What `listing` shows of it. */
export const smallListing = [
  '.env',
  '.gitignore',
  'README.md',
  'books/',
  'books/migrations/',
  'books/migrations/0001_initial.py',
  'books/models.py',
  'manage.py',
];
