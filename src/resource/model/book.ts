import type { Resource } from './resource.ts';

/** The book of the notes' library: the resource of a project that names none of its own. */
export const BOOK: Resource = {
  name: 'Book',
  fields: [
    { name: 'title', type: 'char', max_length: 250 },
    { name: 'subtitle', type: 'char', max_length: 250, optional: true },
    { name: 'author', type: 'char', max_length: 100 },
    { name: 'isbn', type: 'char', max_length: 13, unique: true },
  ],
};

/** What a project is about by default. */
export const LIBRARY: readonly Resource[] = Object.freeze([BOOK]);
