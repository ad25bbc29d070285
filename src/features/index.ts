import { ACCESS } from './access.ts';
import { AUTH } from './auth.ts';
import { CI } from './ci.ts';
import { CORS } from './cors.ts';
import { DATABASE } from './database.ts';
import { DEPENDENCIES } from './dependencies.ts';
import { DOCS } from './docs.ts';
import type { Feature } from './feature.ts';
import { FILTERS } from './filters.ts';
import { PRODUCTION } from './production.ts';
import { SERVICES } from './services.ts';
import { UPLOADS } from './uploads.ts';
import { VIEWS } from './views.ts';
import { WEBSITE } from './website.ts';

/** Every feature, in the order in which their slots follow each other. */
export const FEATURES: readonly Feature[] = [
  ...PRODUCTION,
  ...DEPENDENCIES,
  ...DATABASE,
  ...VIEWS,
  ...FILTERS,
  ...ACCESS,
  ...CORS,
  ...AUTH,
  ...SERVICES,
  ...WEBSITE,
  ...UPLOADS,
  ...DOCS,
  ...CI,
];
