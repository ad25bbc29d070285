import type { Feature } from './feature.ts';

/** Programs log in as browsers do: a session cookie, and a token against forged requests. */
export const session: Feature = {
  name: 'session',
  applies: (answers) => answers.auth === 'session',
};
