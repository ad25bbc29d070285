import type { Feature } from './feature.ts';

/** Other sites whose scripts may call the API. */
export const cors: Feature = {
  name: 'cors',
  applies: (answers) => answers.cors !== '',
  packages: ['django-cors-headers'],
  thirdPartyApps: ['corsheaders'],
};
