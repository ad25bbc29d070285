import type { Feature } from './feature.ts';

/** How the views of the API are written: `--views`. */
export const VIEWS: readonly Feature[] = [
  { name: 'function', applies: ({ views }) => views === 'function' },
  { name: 'generic', applies: ({ views }) => views === 'generic' },
  { name: 'viewset', applies: ({ views }) => views === 'viewset' },
];
