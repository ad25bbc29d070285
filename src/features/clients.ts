import type { Feature } from './feature.ts';

/** Programs with a secret of their own, which nobody may guess for long. */
export const clients: Feature = {
  name: 'clients',
  applies: (answers) => answers.auth === 'oauth1' || answers.auth === 'oauth2',
};
