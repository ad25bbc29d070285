import { DJANGO } from '../model/django-names.ts';

/** Folders and modules of every generated project, beside its apps. */
const FOLDERS: readonly string[] = [
  'accounts',
  'config',
  'conftest',
  'data',
  'manage',
  'oauth1',
  'static',
  'staticfiles',
  'templates',
];

/** The first part of the website's other URLs. The pages of `accounts/` leave `accounts/` itself and its numbers free. */
const URLS: readonly string[] = ['admin', 'api', 'api-auth', 'data', 'healthz', 'o', 'oauth1', 'readyz', 'static'];

/** What stands beside the resources below `/api/v1/`. */
const API_URLS: readonly string[] = ['me', 'statistics', 'token'];

/** The words of a text. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** What the generated `tests.py` calls other things; a variable of that name would hide one. */
export const TEST_NAMES = words(`
  add api_client changed client context count created data detail django_assert_max_num_queries field ids make
  make_user member method name number numbers other owner pytest query response reverse self serializer shown url
  user users valid value
`);

/** What the modules of a generated app call other things: what they import, and variables; a model of that name would hide one. */
const LOCAL_NAMES: readonly string[] = [
  ...TEST_NAMES,
  ...words(`
  admin api api_settings api_view APITestCase backend CursorPagination datetime extend_schema form generic
  generics get_object_or_404 get_user_model HasReadWriteScope instance IsAuthenticated IsAuthenticatedOrReadOnly IsOwnerOrReadOnly
  LIST local_time LoginRequiredMixin models page PageNumberPagination paginator path permission_classes
  PermissionRequiredMixin permissions PICTURE pk ProtectedError Q queryset request reverse_lazy router row
  serializers settings SimpleNamespace SimpleUploadedFile timezone urlpatterns UUID uuid validate_file
  validate_finite validate_image view views viewsets word
`),
];

const USER_TABLES: readonly string[] = ['accounts_user', 'accounts_user_groups', 'accounts_user_user_permissions'];

/** Every table that is there before the resources'. */
export const TAKEN_TABLES: ReadonlySet<string> = new Set([...DJANGO.tables, ...USER_TABLES]);

/** Says what has the label of an app, a plural in snake case, already; gives nothing where it is free. */
export function takenLabelReason(label: string): string | undefined {
  if (DJANGO.app_labels.includes(label)) return 'an installed app';
  if (FOLDERS.includes(label)) return 'a folder of the project';
  if (DJANGO.python_modules.includes(label)) return 'a module of Python';
  if (DJANGO.installed_modules.includes(label)) return 'an installed package';
  return undefined;
}

/** The label of an app for a plural: the plural itself, or another where that is taken. */
export function freeLabel(plural: string): string {
  return takenLabelReason(plural) === undefined ? plural : `site_${plural}`;
}

/** Says why a resource cannot have a plural's address; gives nothing where it can. */
export function takenUrlReason(plural: string): string | undefined {
  const url = plural.replaceAll('_', '-');
  if (URLS.includes(url)) return `The project has the URL /${url}/ already.`;
  if (API_URLS.includes(url)) return `The project has the URL /api/v1/${url}/ already.`;
  return undefined;
}

/** Says whether a model's class would hide a name that the modules around it use: a function of Python's own, or one of theirs. */
export function hidesName(name: string): boolean {
  return DJANGO.builtins.includes(name) || LOCAL_NAMES.includes(name);
}
