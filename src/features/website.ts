import type { Feature } from './feature.ts';

/** Pages beside the API: `--website` and `--sign-up`, and how the site sends mail. */
export const WEBSITE: readonly Feature[] = [
  { name: 'website', applies: ({ website }) => website },
  { name: 'sign-up', applies: ({ website, signUp }) => website && signUp },
  { name: 'account-views', applies: ({ website, signUp, services }) => website && (signUp || services === 'celery') },
  {
    name: 'account-tests',
    applies: ({ website, production, auth, services }) =>
      website || production || auth !== 'session' || services === 'celery',
  },
  { name: 'locked-out', applies: ({ website, production }) => website && production },
  { name: 'mail-5.2', applies: ({ website, django }) => website && django === '5.2' },
  { name: 'mail-6.1', applies: ({ website, django }) => website && django === '6.1' },
];
