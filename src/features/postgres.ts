import type { Feature } from './feature.ts';

/** The database: PostgreSQL in a container of its own. */
export const postgres: Feature = {
  name: 'postgres',
  applies: (answers) => answers.database === 'postgres',
  packages: ['psycopg'],
};
