import { DJANGO } from './django-names.ts';

/** Folders and modules of every generated project, beside its apps. */
const FOLDERS: readonly string[] = [
  'accounts',
  'api',
  'config',
  'conftest',
  'data',
  'docs',
  'locale',
  'manage',
  'oauth1',
  'oauth2',
  'static',
  'staticfiles',
  'templates',
];

/** The first part of the website's other URLs. */
const URLS: readonly string[] = [
  'accounts',
  'admin',
  'api',
  'api-auth',
  'data',
  'healthz',
  'login',
  'logout',
  'o',
  'oauth1',
  'static',
];

/** What stands beside the resources below `/api/v1/`. */
const API_URLS: readonly string[] = ['auth', 'docs', 'me', 'schema', 'statistics', 'token'];

/** What a module that a template writes calls the modules it imports; a model of that name would hide one. */
const MODULES: readonly string[] = [
  'admin',
  'apps',
  'datetime',
  'filters',
  'forms',
  'generics',
  'include',
  'models',
  'path',
  'permissions',
  'reverse',
  'serializers',
  'settings',
  'status',
  'timezone',
  'urls',
  'uuid',
  'views',
  'viewsets',
];

const USER_TABLES: readonly string[] = ['accounts_user', 'accounts_user_groups', 'accounts_user_user_permissions'];

/** Every table that is there before the resources'. */
export const TAKEN_TABLES: ReadonlySet<string> = new Set([...DJANGO.tables, ...USER_TABLES]);

/** Says why an app cannot have a label, a plural in snake case; gives nothing where it can. */
export function takenLabelReason(label: string): string | undefined {
  if (DJANGO.app_labels.includes(label))
    return `The project has an app of that label already, and Django takes each once.`;
  if (FOLDERS.includes(label)) return 'The project has a folder of that name already.';
  if (DJANGO.python_modules.includes(label)) return 'A module of Python has that name, and the app would hide it.';
  if (DJANGO.installed_modules.includes(label)) return 'An installed package has that name, and the app would hide it.';
  const url = label.replaceAll('_', '-');
  if (URLS.includes(url)) return `The project has the URL /${url}/ already.`;
  if (API_URLS.includes(url)) return `The project has the URL /api/v1/${url}/ already.`;
  return undefined;
}

/** Says whether a model's class would hide a name that the modules around it use: a function of Python's own, or an imported module. */
export function hidesName(name: string): boolean {
  return DJANGO.builtins.includes(name) || MODULES.includes(name);
}
