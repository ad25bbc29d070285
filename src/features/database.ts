import type { Feature } from './feature.ts';

/** The database: `--database`. */
export const DATABASE: readonly Feature[] = [
  { name: 'postgres', applies: ({ database }) => database === 'postgres', packages: ['psycopg'] },
  { name: 'sqlite', applies: ({ database }) => database === 'sqlite' },
];
