import type { Preset } from './preset.ts';

/** Lab 34: the API of a cookie stand, alone, for a site that others build. */
export const lab34: Preset = {
  name: 'lab34',
  label: 'Lab 34',
  hint: 'cookie stands, an API alone',
  answers: {
    resources: [
      {
        name: 'CookieStand',
        fields: [
          { name: 'location', type: 'char', max_length: 255 },
          { name: 'owner', type: 'owner' },
          { name: 'description', type: 'text', optional: true },
          { name: 'hourly_sales', type: 'json', default: [] },
          { name: 'minimum_customers_per_hour', type: 'positiveinteger', default: 0 },
          { name: 'maximum_customers_per_hour', type: 'positiveinteger', default: 0 },
          { name: 'average_cookies_per_sale', type: 'float', default: 0 },
        ],
      },
    ],
    description: 'Cookie stands and what each sells in an hour: an API.',
    database: 'postgres',
    website: false,
    views: 'generic',
    pagination: 'page',
    server: 'gunicorn',
    auth: 'jwt',
    access: 'owner',
    cors: 'http://localhost:3000',
  },
};
