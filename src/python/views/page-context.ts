import type { ProjectAnswers } from '../../options/table.ts';
import { ownerOf } from '../../resource/model/owner.ts';
import { namesOf } from '../../resource/model/names.ts';
import type { Resource } from '../../resource/model/resource.ts';
import { searchFields } from '../../resource/model/searched-fields.ts';
import { columnsOf } from '../../text/columns.ts';
import { type Py, pyCall, pyCode, pyLaidOut, pyText } from '../../text/py-expression.ts';
import { tupleLines } from './class-attribute.ts';
import { sentFields } from '../samples/sent-fields.ts';
import { relatedRows } from './shown-relations.ts';
import { type SiteField, cardFields, pageFields, siteField } from './site-field.ts';

/** What the pages of a resource are made of. */
export interface PageContext {
  /** The import of the mixins that its views need, or the empty text. */
  readonly mixinImport: string;
  /** The heads of the classes of the pages that change rows. */
  readonly createClass: string;
  readonly updateClass: string;
  readonly deleteClass: string;
  /** Whether Django's permissions say who changes rows. */
  readonly permissions: boolean;
  /** Those permissions, as values of an attribute. */
  readonly addPermission: string;
  readonly changePermission: string;
  readonly deletePermission: string;
  /** The fields of the forms, as a tuple. */
  readonly fields: string;
  /** The rows that a user may change, where only their owner does, or the empty text. */
  readonly ownRows: string;
  /** What the list and the page of one row read: `model = Book`, or a queryset with related rows. */
  readonly listQueryset: string;
  readonly detailQueryset: string;
  /** The rows that a search filters. */
  readonly searchRows: string;
  /** Whether those rows need a name. */
  readonly namesQueryset: boolean;
  /** The condition of a search for `word`, or the empty text. */
  readonly search: string;
  /** The import from `django.db.models` that its views need, or the empty text. */
  readonly modelsImport: string;
  /** Whether a row cannot be deleted while a row of another resource refers to it. */
  readonly isProtected: boolean;
  /** When the links to the pages that add a row and that change one are shown, as conditions of a template. */
  readonly mayAdd: string;
  readonly mayChange: string;
  /** Whether the forms send files. */
  readonly isMultipart: boolean;
  readonly shownFields: readonly SiteField[];
  readonly cardFields: readonly SiteField[];
}

const WIDTH = 88;
/** The condition under which one of some fields has the word, behind `return ROWS.filter(`. */
function searchCondition(names: readonly string[], rows: string): string {
  const [first] = names;
  if (first === undefined) return '';
  const parts = names.map((name) => (names.length === 1 ? `${name}__icontains=word` : `Q(${name}__icontains=word)`));
  const line = parts.join(' | ');
  if (`        return ${rows}.filter()`.length + columnsOf(line) <= WIDTH) return line;
  const inner = ' '.repeat(12);
  if (inner.length + columnsOf(line) <= WIDTH) return `\n${inner}${line}\n        `;
  return `\n${inner}${parts.join(`\n${inner}| `)}\n        `;
}

/** `model = Book`, or a queryset that reads related rows with the rows themselves, laid out as `ruff format` does. */
function querysetLine(model: string, select: readonly string[], prefetch: readonly string[]): string {
  const call = (callee: string, names: readonly string[]): Py =>
    pyCall(
      callee,
      names.map((name) => ({ value: pyText(name) })),
    );
  const before = '    queryset = '.length;
  if (select.length + prefetch.length === 0) return `model = ${model}`;
  if (prefetch.length === 0)
    return `queryset = ${pyLaidOut(call(`${model}.objects.select_related`, select), 4, before)}`;
  if (select.length === 0)
    return `queryset = ${pyLaidOut(call(`${model}.objects.prefetch_related`, prefetch), 4, before)}`;
  const head = `${model}.objects.select_related(${select.map((name) => `"${name}"`).join(', ')}).prefetch_related`;
  if (before + columnsOf(`${head}(`) <= WIDTH) return `queryset = ${pyLaidOut(call(head, prefetch), 4, before)}`;
  const first = pyLaidOut(call(`${model}.objects.select_related`, select), 4, before, WIDTH);
  return `queryset = ${first}${pyLaidOut(call('.prefetch_related', prefetch), 4, '    )'.length)}`;
}

/** The heads of the classes of the pages that change rows, and the import of what guards them. */
function changingViews(
  { name }: Resource,
  access: ProjectAnswers['access'],
): Pick<PageContext, 'mixinImport' | 'createClass' | 'updateClass' | 'deleteClass'> {
  const mixin =
    access === 'staff' ? 'PermissionRequiredMixin' : access === 'open-read' ? 'LoginRequiredMixin' : undefined;
  const head = (kind: 'Create' | 'Update' | 'Delete'): string => {
    const bases = [...(mixin === undefined ? [] : [mixin]), `generic.${kind}View`];
    return pyLaidOut(
      pyCall(
        `class ${name}${kind}View`,
        bases.map((base) => ({ value: pyCode(base) })),
      ),
      0,
      0,
      1,
    );
  };
  return {
    mixinImport: mixin === undefined ? '' : `from django.contrib.auth.mixins import ${mixin}`,
    createClass: head('Create'),
    updateClass: head('Update'),
    deleteClass: head('Delete'),
  };
}

/** Whether a row cannot be deleted while a row of some resource refers to it. */
function isProtectedBy(resources: readonly Resource[], { name }: Resource): boolean {
  return resources.some(({ fields }) =>
    fields.some((field) => 'to' in field && field.to === name && 'on_delete' in field && field.on_delete === 'protect'),
  );
}

/** What the pages of a resource are made of. */
export function pageContext(
  resource: Resource,
  resources: readonly Resource[],
  access: ProjectAnswers['access'],
): PageContext {
  const list = relatedRows(resource, cardFields(resource), resources);
  const page = relatedRows(resource, resource.fields, resources);
  const isPlain = list.select.length + list.prefetch.length === 0;
  const sent = sentFields(resource);
  const { app, model } = namesOf(resource);
  const modelName = model.toLowerCase();
  const owner = ownerOf(resource);
  const searched = searchFields(resource);
  const related = 'super().get_queryset()';
  // ruff breaks a chain of calls that is too long for a line at each of its points: its first part gets a name then.
  const searchRows = isPlain
    ? `${model}.objects`
    : searchCondition(searched, related).includes('\n')
      ? 'queryset'
      : related;
  const isProtected = isProtectedBy(resources, resource);
  const needed = [...(isProtected ? ['ProtectedError'] : []), ...(searched.length > 1 ? ['Q'] : [])];
  const permissions = access === 'staff';
  const permission = (action: 'add' | 'change' | 'delete'): string =>
    pyLaidOut(pyText(`${app}.${action}_${modelName}`), 4, '    permission_required = '.length);
  return {
    ...changingViews(resource, access),
    permissions,
    addPermission: permission('add'),
    changePermission: permission('change'),
    deletePermission: permission('delete'),
    fields: tupleLines(sent.map((field) => field.name)),
    ownRows:
      owner === undefined
        ? ''
        : pyLaidOut(
            pyCall(`${resource.name}.objects.filter`, [{ name: owner.name, value: pyCode('self.request.user') }]),
            8,
            '        return '.length,
          ),
    listQueryset: querysetLine(resource.name, list.select, list.prefetch),
    detailQueryset: querysetLine(resource.name, page.select, page.prefetch),
    searchRows,
    namesQueryset: searchRows === 'queryset',
    search: searchCondition(searched, searchRows),
    modelsImport: needed.length === 0 ? '' : `from django.db.models import ${needed.join(', ')}`,
    isProtected,
    mayAdd: permissions ? `perms.${app}.add_${modelName}` : 'user.is_authenticated',
    mayChange: permissions
      ? `perms.${app}.change_${modelName}`
      : owner === undefined
        ? 'user.is_authenticated'
        : `user == object.${owner.name}`,
    isMultipart: sent.some((field) => field.type === 'file' || field.type === 'image'),
    shownFields: pageFields(resource).map((field) => siteField(field, resources)),
    cardFields: cardFields(resource).map((field) => siteField(field, resources)),
  };
}
