/** The groups of the options, by the word that `--help` takes: the title of each, in the order of the help and the README. */
export const GROUPS = {
  project: 'Project',
  api: 'API and website',
  auth: 'Authentication and permissions',
  database: 'Database and background tasks',
  python: 'Python and packages',
  production: 'Production and CI',
  docker: 'Git and Docker',
  general: 'General',
} as const;

/** The group of an option. */
export type GroupName = keyof typeof GROUPS;

/** The words that `--help` takes. */
export const HELP_TOPICS: readonly string[] = ['all', ...Object.keys(GROUPS)];
