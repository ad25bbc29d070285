import { type AccessRow, accessTable } from '../python/views/access-table.ts';
import { DJANGO } from '../resource/model/django-names.ts';
import { TEST_NAMES } from '../resource/model/reserved-names.ts';
import { authorOf, ownerOf } from '../resource/model/owner.ts';
import { namesOf } from '../resource/model/names.ts';
import { pageOrdering } from '../resource/model/queries.ts';
import { type Resource, UPLOAD_TYPES, isOneOf, isOptional } from '../resource/model/resource.ts';
import { pyCall, pyCode, pyLaidOut, pySequence, pyText } from '../text/py-expression.ts';
import { type AdminOptions, adminOptions } from '../python/views/admin-options.ts';
import { type ViewAttributes, viewAttributes } from '../python/views/api-views.ts';
import { tupleAttribute, tupleLines } from '../python/views/class-attribute.ts';
import type { ResourceAnswers } from '../python/views/api-views.ts';
import { isBare } from '../features/filters.ts';
import { type FactoryContext, factoryContext } from '../python/tests/factory-context.ts';
import type { ProjectModels } from '../python/models/field-declaration.ts';
import { filterFields } from '../python/views/filter-fields.ts';
import { type FunctionViews, functionViews } from '../python/views/function-views.ts';
import { type PageContext, pageContext } from '../python/views/page-context.ts';
import { registration, resourceUrls } from '../python/views/resource-urls.ts';
import { importLine } from '../python/views/import-line.ts';
import { type ModelSource, declareModel } from '../python/models/model-source.ts';
import { sampleFixture } from '../python/samples/sample-data.ts';
import { type TestContext, testContext } from '../python/tests/test-context.ts';

/** The words and the fields of one resource, as templates name them. */
export interface ResourceContext {
  /** The app's label: its plural, or another where that is taken: `trip_invites`. */
  readonly app: string;
  /** The plural in snake case, as the API names it: `trip_invites`. */
  readonly pluralName: string;
  /** The model's class: `TripInvite`. It can be called as a class of REST framework's, such as `Response`. */
  readonly model: string;
  /** The model's class in lower case, as Django names it: `tripinvite`. */
  readonly modelName: string;
  /** The model in snake case, for parts of names and the names of URLs: `trip_invite`. It can be a keyword of Python's. */
  readonly name: string;
  /** The model in snake case, for a variable: as `name`, or `row` where that would hide something or be long. */
  readonly variable: string;
  /** One of it in words, with its article: `a trip invite`. */
  readonly one: string;
  /** The plural in words: `trip invites`. */
  readonly plural: string;
  /** The plural as a heading: `Trip invites`. */
  readonly label: string;
  /** The field that the server sets to the user who creates a row, or null. */
  readonly owner: string | null;
  /** Whether only the owner changes a row. The app has `permissions.py` with `IsOwnerOrReadOnly` then. */
  readonly ownerEdits: boolean;
  /** Whether some rows have no owner. */
  readonly mayLackOwner: boolean;
  /** What the API answers each kind of person. */
  readonly access: readonly AccessRow[];
  /** The attributes of the views of its API, as Python. */
  readonly views: ViewAttributes;
  readonly functions: FunctionViews;
  /** What the names of its endpoints start with: `api-book` beside pages, which have the plain name. */
  readonly apiName: string;
  /** The entry of `config/urls.py` that leads to its own addresses, and the entries of its own `urls.py`. */
  readonly urlPath: string;
  readonly urls: readonly string[];
  /** The line that gives its viewset to the router. */
  readonly registration: string;
  /** Its line in the root of the API, as an item of a dictionary. */
  readonly endpoint: string;
  /** The import of its model into `config/views.py`, and what the model is called there. */
  readonly modelImport: string;
  readonly countedModel: string;
  /** The permissions of its views where an owner changes rows, parted by commas, and the names imported for it. */
  readonly permissionClasses: string;
  readonly permissionImports: string;
  /** Python that gives the key of the row in `variable`, as JSON has it: `book.pk`. */
  readonly shownKey: string;
  /** The addresses of the pages that show a row, as a tuple in its tests. */
  readonly pageUrls: string;
  /** What the tests say behind the data that they send, where files are among them. */
  readonly format: string;
  /** The model's source. */
  readonly source: ModelSource & { readonly completed: boolean };
  readonly admin: AdminOptions;
  readonly serializer: SerializerOptions;
  /** The fields of the API's filters, as a tuple of Python. */
  readonly filterFields: string;
  readonly pages: PageContext;
  readonly factory: FactoryContext;
  readonly tests: TestContext;
  /** The sample data, as a fixture in JSON. */
  readonly sample: string;
}

/** What the serializer says, as Python. */
interface SerializerOptions {
  readonly fields: string;
  readonly readOnlyFields: string;
  /** The owner, where it is unique together with other fields, or the empty text. */
  readonly owner: string;
  /** What lets a client remove the files that are optional, or the empty text. */
  readonly clearable: string;
}

/** The longest name of a variable that keeps the lines of the tests short. */
const LONGEST_VARIABLE = 16;

/** What a variable cannot be called. To ruff, `l` looks like a digit (E741). */
const TAKEN: readonly string[] = [...DJANGO.keywords, ...DJANGO.builtins, 'l', ...TEST_NAMES];

/** The entry of `config/urls.py` that includes the addresses of an app. */
function includeOf(app: string, prefix: string): string {
  const include = pyCall('include', [{ value: pyText(`${app}.urls`) }]);
  return `    ${pyLaidOut(pyCall('path', [{ value: pyText(prefix) }, { value: include }]), 4, 4, 1)},`;
}

/** The names that `config/views.py` uses; a model of that name is imported under another. */
const VIEW_NAMES: readonly string[] = [
  'APIException',
  'AuthenticationFailed',
  'DataError',
  'DatabaseError',
  'IntegrityError',
  'IsAuthenticated',
  'JsonResponse',
  'ParseError',
  'Response',
  'SpectacularRedocView',
  'StatisticsSerializer',
  'SuspiciousOperation',
];

/** How `config/views.py` imports a model, and what it calls it. */
function modelImport(app: string, model: string): { readonly modelImport: string; readonly countedModel: string } {
  if (!VIEW_NAMES.includes(model)) return { modelImport: importLine(`${app}.models`, model), countedModel: model };
  return { modelImport: `from ${app}.models import ${model} as ${model}Model`, countedModel: `${model}Model` };
}

/** The permissions of a resource's views: those of the whole project come first, for a view's own list replaces them. */
function permissionsOf(answers: ResourceAnswers): {
  readonly permissionClasses: string;
  readonly permissionImports: string;
} {
  const login = answers.access === 'open-read' ? 'IsAuthenticatedOrReadOnly' : 'IsAuthenticated';
  const names = [login, ...(answers.auth === 'oauth2' ? ['HasReadWriteScope'] : []), 'IsOwnerOrReadOnly'];
  return { permissionClasses: names.join(', '), permissionImports: login };
}

/** The options of the optional files: the framework takes an empty value for none, unless the field may be null. */
function clearableFiles(resource: Resource): string {
  // A unique one may be null in the database, and so in the API.
  const files = resource.fields.filter(
    (field) => isOneOf(UPLOAD_TYPES, field.type) && isOptional(field) && field.unique !== true,
  );
  const items = files.map(({ name }) => `"${name}": {"allow_null": True}`);
  if (items.length < 2) return items.map((item) => `{${item}}`).join('');
  return ['{', ...items.map((item) => `            ${item},`), '        }'].join('\n');
}

function serializerOptions(resource: Resource): SerializerOptions {
  const owner = authorOf(resource)?.name;
  const isChecked = owner !== undefined && (resource.unique ?? []).some((names) => names.includes(owner));
  return {
    fields: tupleLines(['id', ...resource.fields.map((field) => field.name)], 8),
    readOnlyFields: owner === undefined || isChecked ? '' : tupleAttribute('read_only_fields', [owner], 8),
    owner: isChecked ? owner : '',
    clearable: clearableFiles(resource),
  };
}

/** Whom a row belongs to, and what follows for who may do what. */
function ownership(resource: Resource, { access, auth }: ResourceAnswers) {
  const owner = ownerOf(resource);
  const mayLackOwner = owner !== undefined && isOptional(owner);
  const ownerEdits = owner !== undefined && access !== 'staff';
  return {
    owner: authorOf(resource)?.name ?? null,
    ownerEdits,
    mayLackOwner,
    access: accessTable({ access, auth, isOwned: owner !== undefined, mayLackOwner }),
  };
}

function wordsOf(resource: Resource) {
  const names = namesOf(resource);
  const label = names.verbosePlural.charAt(0).toUpperCase() + names.verbosePlural.slice(1);
  return {
    app: names.app,
    pluralName: names.plural,
    url: names.url,
    model: names.model,
    modelName: names.model.toLowerCase(),
    name: names.singular,
    variable:
      TAKEN.includes(names.singular) || names.singular === names.model || names.singular.length > LONGEST_VARIABLE
        ? 'row'
        : names.singular,
    one: `${/^[aeio]/.test(names.verbose) ? 'an' : 'a'} ${names.verbose}`,
    plural: names.verbosePlural,
    label,
  };
}

/** The values of one resource's templates: its words and what follows from its fields. */
export function resourceContext(resource: Resource, models: ProjectModels, answers: ResourceAnswers): ResourceContext {
  const { resources } = models;
  const words = wordsOf(resource);
  const { owner, ownerEdits, mayLackOwner, access } = ownership(resource, answers);
  const isUuid = resource.pk === 'uuid';
  const tests = testContext(resource, resources);
  const apiName = `${answers.website ? 'api-' : ''}${words.name}`;
  const list = pyCall('reverse', [{ value: pyText(`${apiName}-list`) }, { name: 'request', value: pyCode('request') }]);
  const counted = modelImport(words.app, words.model);
  const permissions = permissionsOf(answers);
  const addressed = { url: words.url, model: words.model, name: words.name, apiName, key: isUuid ? 'uuid' : 'int' };
  return {
    app: words.app,
    pluralName: words.pluralName,
    model: words.model,
    modelName: words.modelName,
    name: words.name,
    variable: words.variable,
    one: words.one,
    plural: words.plural,
    label: words.label,
    apiName,
    urlPath: includeOf(words.app, answers.website ? '' : 'api/v1/'),
    urls: resourceUrls(addressed, answers),
    registration: registration(addressed, answers),
    endpoint: `"${words.pluralName}": ${pyLaidOut(list, 12, 12 + words.pluralName.length + 4, 1)}`,
    modelImport: counted.modelImport,
    countedModel: counted.countedModel,
    permissionClasses: permissions.permissionClasses,
    permissionImports: ownerEdits ? permissions.permissionImports : '',
    shownKey: isUuid ? `str(${words.variable}.pk)` : `${words.variable}.pk`,
    pageUrls: pyLaidOut(
      pySequence('tuple', [
        pyCall('reverse', [{ value: pyText(`${words.name}-list`) }]),
        pyCode(`${words.variable}.get_absolute_url()`),
      ]),
      4,
      '    for url in '.length,
      1,
    ),
    format: tests.uploads.length === 0 ? '' : ', format="multipart"',
    owner,
    ownerEdits,
    mayLackOwner,
    access,
    views: viewAttributes(resource, answers.docs),
    functions: functionViews(resource, counted.countedModel, answers),
    source: { ...declareModel(resource, models).source, completed: pageOrdering(resource).length > 1 },
    admin: adminOptions(resource),
    serializer: serializerOptions(resource),
    filterFields: tupleAttribute('filterset_fields', filterFields(resource)) || '()',
    pages: pageContext(resource, resources, answers.access),
    factory: factoryContext(resource, resources, isBare(answers)),
    tests,
    sample: sampleFixture(resource, resources),
  };
}
