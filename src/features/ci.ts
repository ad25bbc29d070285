import type { Feature } from './feature.ts';

/** Where the project is checked at each push: `--ci`. */
export const CI: readonly Feature[] = [
  { name: 'github', applies: ({ ci }) => ci === 'github' },
  { name: 'gitlab', applies: ({ ci }) => ci === 'gitlab' },
];
