import type { Feature } from './feature.ts';

/** The database: SQLite, one file in a volume. */
export const sqlite: Feature = {
  name: 'sqlite',
  applies: (answers) => answers.database === 'sqlite',
};
