import type { ProjectAnswers } from '../../options/table.ts';
import { pyCall, pyCode, pyLaidOut, pyText } from '../../text/py-expression.ts';

/** A resource as its addresses name it. */
export interface AddressedResource {
  /** Its part of every address: `trip-invites`. */
  readonly url: string;
  readonly model: string;
  /** What the names of its pages start with: `trip_invite`. */
  readonly name: string;
  /** What the names of its endpoints start with. */
  readonly apiName: string;
  /** The converter of the key. */
  readonly key: string;
}

/** One entry of `urlpatterns`, indented for its list. */
function entry(route: string, view: string, name: string): string {
  const call = pyCall('path', [
    { value: pyText(route) },
    { value: pyCode(view) },
    { name: 'name', value: pyText(name) },
  ]);
  return `    ${pyLaidOut(call, 4, 4, 1)},`;
}

/**
 * The entries of a resource's `urls.py`: its pages, and its endpoints unless a router has them.
 * @param resource the resource
 * @param answers whether there are pages, and how the views are written
 * @returns lines of Python, each an entry of `urlpatterns`
 */
export function resourceUrls(
  resource: AddressedResource,
  answers: Pick<ProjectAnswers, 'views' | 'website'>,
): readonly string[] {
  const { url, model, name, apiName, key } = resource;
  const page = (route: string, view: string, suffix: string): string =>
    entry(`${url}/${route}`, `views.${model}${view}.as_view()`, `${name}-${suffix}`);
  const pages = answers.website
    ? [
        page('', 'ListView', 'list'),
        page('add/', 'CreateView', 'add'),
        page(`<${key}:pk>/`, 'DetailView', 'detail'),
        page(`<${key}:pk>/edit/`, 'UpdateView', 'edit'),
        page(`<${key}:pk>/delete/`, 'DeleteView', 'delete'),
      ]
    : [];
  if (answers.views === 'viewset') return pages;
  const module = answers.website ? 'api' : 'views';
  const view = (kind: 'List' | 'Detail'): string =>
    answers.views === 'function' ? `${module}.${name}_${kind.toLowerCase()}` : `${module}.${model}${kind}.as_view()`;
  const start = `${answers.website ? 'api/v1/' : ''}${url}/`;
  return [
    ...pages,
    entry(start, view('List'), `${apiName}-list`),
    entry(`${start}<${key}:pk>/`, view('Detail'), `${apiName}-detail`),
  ];
}

/**
 * The line of a resource's `urls.py` that gives its viewset to the router.
 * @param resource the resource
 * @param answers whether there are pages
 * @returns a statement of Python
 */
export function registration(
  { url, model, apiName }: AddressedResource,
  answers: Pick<ProjectAnswers, 'website'>,
): string {
  const [prefix, module] = answers.website ? ['api/v1/', 'api'] : ['', 'views'];
  const args = [
    { value: pyText(prefix + url) },
    { value: pyCode(`${module}.${model}ViewSet`) },
    { name: 'basename', value: pyText(apiName) },
  ];
  return pyLaidOut(pyCall('router.register', args), 0, 0);
}
