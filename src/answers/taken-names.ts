import { DJANGO } from './django-names.ts';

/** Folders and modules of every generated project, beside its apps. */
const FOLDERS: readonly string[] = ['accounts', 'config', 'conftest', 'data', 'manage', 'oauth1', 'static', 'staticfiles', 'templates'];

/** The first part of the website's other URLs. */
const URLS: readonly string[] = ['accounts', 'admin', 'api', 'api-auth', 'data', 'healthz', 'o', 'oauth1', 'readyz', 'static'];

/** What stands beside the resources below `/api/v1/`. */
const API_URLS: readonly string[] = ['me', 'statistics', 'token'];

/** What a module that a template writes calls other things: what it imports, and variables of functions; a model of that name would hide one. */
const LOCAL_NAMES: readonly string[] = [
  ...['APITestCase', 'CursorPagination', 'IsAuthenticated', 'IsAuthenticatedOrReadOnly', 'IsOwnerOrReadOnly', 'LIST', 'LoginRequiredMixin', 'PICTURE'],
  ...['PageNumberPagination', 'PermissionRequiredMixin', 'ProtectedError', 'Q', 'SimpleNamespace', 'SimpleUploadedFile', 'HasReadWriteScope', 'UUID'],
  ...['add', 'admin', 'api', 'api_client', 'api_settings', 'api_view', 'backend', 'changed', 'client', 'context', 'count', 'created', 'data', 'datetime'],
  ...['detail', 'django_assert_max_num_queries', 'extend_schema', 'field', 'form', 'generic', 'generics', 'get_object_or_404', 'get_user_model', 'ids'],
  ...['instance', 'local_time', 'make', 'make_user', 'member', 'method', 'models', 'name', 'number', 'numbers', 'other', 'owner', 'page', 'paginator'],
  ...['path', 'permission_classes', 'permissions', 'pk', 'pytest', 'query', 'queryset', 'request', 'response', 'reverse', 'reverse_lazy', 'router', 'row'],
  ...['serializer', 'serializers', 'settings', 'timezone', 'url', 'urlpatterns', 'user', 'users', 'uuid', 'valid', 'validate_file', 'validate_finite'],
  ...['validate_image', 'value', 'view', 'views', 'viewsets', 'word'],
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

/** Says whether a model's class would hide a name that the modules around it use: a function of Python's own, or one of theirs. */
export function hidesName(name: string): boolean {
  return DJANGO.builtins.includes(name) || LOCAL_NAMES.includes(name);
}
