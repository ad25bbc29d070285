import type { ProjectAnswers } from '../../options/table.ts';
import { namesOf } from '../../resource/model/names.ts';
import { pageOrdering } from '../../resource/model/queries.ts';
import { type Resource, UPLOAD_TYPES, isOneOf } from '../../resource/model/resource.ts';
import { orderingFields, searchFields } from '../../resource/model/searched-fields.ts';
import { pyCall, pyCode, pyLaidOut, pyText } from '../../text/py-expression.ts';
import { tupleAttribute } from './class-attribute.ts';

/** What else than its resources shapes what follows from them: who may do what, how clients log in, and what views there are. */
export type ResourceAnswers = Pick<
  ProjectAnswers,
  'access' | 'auth' | 'docs' | 'pagination' | 'production' | 'services' | 'views' | 'website'
>;

/** The attributes of a resource's views as Python, laid out as `ruff format` has them. */
export interface ViewAttributes {
  /** The queryset, which reads many-to-many relations with the rows. */
  readonly queryset: string;
  /** Tuples. */
  readonly ordering: string;
  readonly orderingFields: string;
  readonly searchFields: string;
  /** The head of the generic class of one object, whose base has a long name. */
  readonly detailClass: string;
  /** What documents that a body is sent as a form, for JSON cannot hold its files; or the empty text. */
  readonly uploadDecorator: string;
}

/** How far the body of a class is indented. */
const INDENT = 4;

/**
 * The attributes of a resource's API views, whatever way they are written in.
 * @param resource the resource
 * @param docs whether the API is documented
 */
export function viewAttributes(resource: Resource, docs: boolean): ViewAttributes {
  const { model } = namesOf(resource);
  const prefetched = resource.fields
    .filter((field) => field.type === 'm2m')
    .map((field) => ({ value: pyText(field.name) }));
  const queryset = pyCall(`${model}.objects.${prefetched.length === 0 ? 'all' : 'prefetch_related'}`, prefetched);
  const form = { name: 'request', value: pyCode(`{"multipart/form-data": ${model}Serializer}`) };
  return {
    uploadDecorator:
      docs && resource.fields.some(({ type }) => isOneOf(UPLOAD_TYPES, type))
        ? pyLaidOut(pyCall('@extend_schema', [form]), 0, 0)
        : '',
    queryset: pyLaidOut(queryset, INDENT, INDENT + 'queryset = '.length),
    ordering: tupleAttribute('ordering', pageOrdering(resource)),
    orderingFields: tupleAttribute('ordering_fields', orderingFields(resource)) || '()',
    searchFields: tupleAttribute('search_fields', searchFields(resource)) || '()',
    detailClass: pyLaidOut(
      pyCall(`class ${model}Detail`, [{ value: pyCode('generics.RetrieveUpdateDestroyAPIView') }]),
      0,
      0,
      1,
    ),
  };
}
