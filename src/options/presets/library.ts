import type { Preset } from './preset.ts';

/** The library of the notes: every default. */
export const library: Preset = {
  name: 'library',
  label: 'Library',
  hint: 'books, on PostgreSQL',
  answers: {},
};
