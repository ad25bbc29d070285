import type { Feature } from './feature.ts';

/** The documentation of the API: `--docs`. */
export const DOCS: readonly Feature[] = [
  {
    name: 'docs',
    applies: ({ docs }) => docs,
    packages: ['drf-spectacular'],
    thirdPartyApps: ['drf_spectacular', 'drf_spectacular_sidecar'],
  },
];
