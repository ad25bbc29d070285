import { type Py, pyCall, pyCode, pyLaidOut, pySequence, pyText } from '../text/py-expression.ts';

/** What the views of a resource's API are about. */
export interface ViewedResource {
  readonly model: string;
  /** The complete order of a list, the key at its end. */
  readonly ordering: readonly string[];
  readonly orderingFields: readonly string[];
  readonly searchFields: readonly string[];
  readonly prefetchRelated: readonly string[];
}

/** The attributes of a resource's views as Python, laid out as `ruff format` has them. */
export interface ViewAttributes {
  /** The queryset, as an attribute of a class. */
  readonly queryset: string;
  /** The queryset, as an argument of a decorator. Its model stands in `models`, for it may be called as what REST framework gives. */
  readonly querysetArgument: string;
  /** Tuples; a long one has a comma at its end, by which it keeps its lines as an argument too. */
  readonly ordering: string;
  readonly orderingFields: string;
  readonly searchFields: string;
  /** The head of the generic class of one object, whose base has a long name. */
  readonly detailClass: string;
}

/** How far the body of a class and the arguments of a decorator are indented. */
const INDENT = 4;

function queryset(model: string, prefetched: readonly string[]): Py {
  if (prefetched.length === 0) return pyCall(`${model}.objects.all`);
  const args = prefetched.map((name) => ({ value: pyText(name) }));
  return pyCall(`${model}.objects.prefetch_related`, args);
}

function names(attribute: string, fields: readonly string[]): string {
  return pyLaidOut(pySequence('tuple', fields.map(pyText)), INDENT, INDENT + `${attribute} = `.length);
}

/** The attributes of a resource's API views, whatever way they are written in. */
export function viewAttributes(resource: ViewedResource): ViewAttributes {
  const { model, ordering, orderingFields, searchFields, prefetchRelated } = resource;
  return {
    queryset: pyLaidOut(queryset(model, prefetchRelated), INDENT, INDENT + 'queryset = '.length),
    querysetArgument: pyLaidOut(queryset(`models.${model}`, prefetchRelated), INDENT, INDENT + 'queryset='.length, 1),
    ordering: names('ordering', ordering),
    orderingFields: names('ordering_fields', orderingFields),
    searchFields: names('search_fields', searchFields),
    detailClass: pyLaidOut(pyCall(`class ${model}Detail`, [{ value: pyCode('generics.RetrieveUpdateDestroyAPIView') }]), 0, 0, 1),
  };
}
