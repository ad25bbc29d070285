import type { Feature } from './feature.ts';

/** Other sites whose scripts may call the API: `--cors`. */
export const CORS: readonly Feature[] = [
  {
    name: 'cors',
    applies: ({ cors }) => cors !== '',
    packages: ['django-cors-headers'],
    thirdPartyApps: ['corsheaders'],
  },
];
