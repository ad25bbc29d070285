import { authorOf } from '../../resource/model/owner.ts';
import { namesOf } from '../../resource/model/names.ts';
import { pageOrdering } from '../../resource/model/queries.ts';
import { type Resource, UPLOAD_TYPES, isOneOf } from '../../resource/model/resource.ts';
import { orderingFields, searchFields } from '../../resource/model/searched-fields.ts';
import { isBare } from '../../features/filters.ts';
import {
  type Py,
  type PyArgument,
  pyCall,
  pyCode,
  pyFlat,
  pyLaidOut,
  pySequence,
  pyText,
} from '../../text/py-expression.ts';
import { filterFields } from './filter-fields.ts';
import type { ResourceAnswers } from './api-views.ts';

/** The lines of a resource's function views that hold its names, laid out as `ruff format` has them. */
export interface FunctionViews {
  readonly modelImport: string;
  /** The decorators that document the list. */
  readonly documented: readonly string[];
  readonly queryset: string;
  /** Whether the serializers look at the request: for the address of an upload, or the user. */
  readonly usesRequest: boolean;
  /** The serializers of a page, of a new row, of a row that is shown, and of one that changes. */
  readonly page: string;
  readonly create: string;
  readonly show: string;
  readonly change: string;
  /** What is set on the classes that `@api_view` makes of the two functions. */
  readonly listAttributes: readonly string[];
  readonly detailAttributes: readonly string[];
}

/** The width of a line that `ruff format` allows. */
const WIDTH = 88;

/** A statement of a module. A value without brackets to break at gets some where it does not fit. */
function assignment(target: string, value: Py): string {
  const start = `${target} = `;
  if (value.kind === 'tuple') return start + pyLaidOut(value, 0, start.length);
  const line = start + pyFlat(value);
  return line.length <= WIDTH ? line : `${start}(\n    ${pyFlat(value)}\n)`;
}

/** A statement of a module that sets a tuple of texts. */
function texts(target: string, values: readonly string[]): string {
  return assignment(target, pySequence('tuple', values.map(pyText)));
}

/** The attributes by which the view of a list filters, searches and orders. */
function queryAttributes(list: string, resource: Resource, answers: ResourceAnswers): readonly string[] {
  const isCursor = answers.pagination === 'cursor';
  const paginator = pyCode(isCursor ? 'CursorPagination' : 'PageNumberPagination');
  return [
    assignment(`${list}.filter_backends`, pyCode('api_settings.DEFAULT_FILTER_BACKENDS')),
    ...(answers.docs ? [assignment(`${list}.pagination_class`, paginator)] : []),
    texts(`${list}.filterset_fields`, filterFields(resource)),
    texts(`${list}.search_fields`, searchFields(resource)),
    texts(`${list}.ordering_fields`, orderingFields(resource)),
    ...(isCursor ? [texts(`${list}.ordering`, pageOrdering(resource))] : []),
  ];
}

/**
 * What the function views of a resource say.
 * @param resource the resource
 * @param model what their module calls the model
 * @param answers what there is to document, filter and check
 * @returns lines and parts of lines of Python
 */
export function functionViews(resource: Resource, model: string, answers: ResourceAnswers): FunctionViews {
  const names = namesOf(resource);
  const serializer = `${names.model}Serializer`;
  const owner = authorOf(resource)?.name;
  const usesRequest =
    resource.fields.some((field) => isOneOf(UPLOAD_TYPES, field.type)) ||
    (owner !== undefined && (resource.unique ?? []).some((set) => set.includes(owner)));
  const serialized = (indent: number, ...args: readonly PyArgument[]): string => {
    const context = usesRequest ? [{ name: 'context', value: pyCode('context') }] : [];
    return pyLaidOut(pyCall(serializer, [...args, ...context]), indent, indent + 'serializer = '.length);
  };
  const code = (value: string, name?: string): PyArgument => ({
    ...(name === undefined ? {} : { name }),
    value: pyCode(value),
  });
  const data = code('request.data', 'data');
  const prefetched = resource.fields
    .filter((field) => field.type === 'm2m')
    .map((field) => ({ value: pyText(field.name) }));
  const queryset = pyCall(`${model}.objects.${prefetched.length === 0 ? 'all' : 'prefetch_related'}`, prefetched);
  const documented = [
    pyCall('@extend_schema', [
      code('["GET"]', 'methods'),
      { name: 'responses', value: pyCall(serializer, [code('True', 'many')]) },
    ]),
    pyCall('@extend_schema', [code('["POST"]', 'methods'), code(`{201: ${serializer}}`, 'responses')]),
  ];
  const [list, detail] = [`${names.singular}_list.cls`, `${names.singular}_detail.cls`];
  const bare = isBare(answers);
  const byPermission = answers.access === 'staff';
  // Django's permissions and the documentation look at the model of a view's queryset; no row is read.
  const attributes = (view: string, needsModel: boolean): readonly string[] => [
    ...(needsModel ? [assignment(`${view}.queryset`, pyCode(`${model}.objects.none()`))] : []),
    ...(bare ? [] : [assignment(`${view}.serializer_class`, pyCode(serializer))]),
  ];
  return {
    modelImport: `from .models import ${model === names.model ? model : `${names.model} as ${model}`}`,
    documented: documented.map((call) => pyLaidOut(call, 0, 0)),
    queryset: pyLaidOut(queryset, 8, 8 + 'queryset = '.length),
    usesRequest,
    page: serialized(8, code('page'), code('True', 'many')),
    create: serialized(4, data),
    show: serialized(8, code('instance')),
    change: serialized(8, code('instance'), data, code('request.method == "PATCH"', 'partial')),
    listAttributes: [
      ...attributes(list, byPermission || answers.docs),
      ...(bare ? [] : queryAttributes(list, resource, answers)),
    ],
    detailAttributes: attributes(detail, byPermission),
  };
}
