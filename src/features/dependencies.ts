import type { Feature } from './feature.ts';

/** What locks and installs the Python packages: `--dependencies`. */
export const DEPENDENCIES: readonly Feature[] = [
  { name: 'pipenv', applies: ({ dependencies }) => dependencies === 'pipenv' },
  { name: 'requirements', applies: ({ dependencies }) => dependencies === 'requirements' },
];
