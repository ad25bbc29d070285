import type { Feature } from './feature.ts';

/** The API's documentation: OpenAPI schema, Swagger UI and Redoc, all served by the project itself. */
export const docs: Feature = {
  name: 'docs',
  applies: (answers) => answers.docs,
  packages: ['drf-spectacular'],
  thirdPartyApps: ['drf_spectacular', 'drf_spectacular_sidecar'],
};
