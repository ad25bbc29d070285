import { type AccessRow, accessTable } from './access-table.ts';
import { DJANGO } from '../answers/django-names.ts';
import type { ProjectAnswers } from '../answers/options.ts';
import { ownerOf } from '../answers/owner-of.ts';
import { namesOf } from '../answers/resource-names.ts';
import { metaIndexes, pageOrdering } from '../answers/resource-queries.ts';
import { type Resource, isOptional } from '../answers/resource.ts';
import { pyCall, pyLaidOut, pySequence, pyText } from '../text/py-expression.ts';
import { camelCase } from '../text/words.ts';
import { type AdminOptions, adminOptions } from './admin-options.ts';
import { type ViewAttributes, viewAttributes } from './api-views.ts';
import { attributeValue, tupleAttribute } from './class-attribute.ts';
import { type FactoryContext, factoryContext } from './factory-context.ts';
import type { ProjectModels } from './field-declaration.ts';
import { filterFields } from './filter-fields.ts';
import { importLine } from './import-line.ts';
import { type ModelSource, declareModel } from './model-source.ts';
import { sampleFixture } from './sample-data.ts';
import { orderingFields, searchFields } from '../answers/searched-fields.ts';
import { type SiteContext, siteContext } from './site-context.ts';
import { type TestContext, testContext } from './test-context.ts';

/** The words and the fields of one resource, as templates name them. */
export interface ResourceContext {
  /** The app's label, in the plural: `trip_invites`. */
  readonly app: string;
  /** Its part of every URL: `trip-invites`. */
  readonly url: string;
  /** The model's class: `TripInvite`. It can be called as a class of REST framework's, such as `Response`. */
  readonly model: string;
  /** The model's class in lower case, as Django names it: `tripinvite`. */
  readonly modelName: string;
  /** The model in snake case, for parts of names and the names of URLs: `trip_invite`. It can be a keyword of Python's. */
  readonly name: string;
  /** The model in snake case, for a variable: as `name`, or `row` where that would hide something or be long. */
  readonly variable: string;
  /** One of it in words: `trip invite`. */
  readonly verbose: string;
  /** The same with its article: `a trip invite`. */
  readonly one: string;
  /** The plural in words: `trip invites`. */
  readonly plural: string;
  /** The plural as a heading: `Trip invites`. */
  readonly label: string;
  /** The app in camel case, for the name of its configuration: `TripInvites`. */
  readonly appClass: string;
  /** The converter of the key in a path: `int` or `uuid`. */
  readonly key: 'int' | 'uuid';
  /** The field that the server sets to the user who creates a row, or null. */
  readonly owner: string | null;
  /** Whether only the owner changes a row. The app has `permissions.py` with `IsOwnerOrReadOnly` then. */
  readonly ownerEdits: boolean;
  /** Whether some rows have no owner. */
  readonly mayLackOwner: boolean;
  /** What the API answers each kind of person. */
  readonly access: readonly AccessRow[];
  /** The fields that hold an upload: requests that send them are multipart. Every view reads JSON, forms and multipart anyway. */
  readonly uploads: readonly string[];
  /** The fields of text that a search looks at; none where it has no text. */
  readonly searchFields: readonly string[];
  /** The step of a migration that makes the index for them, as Python. */
  readonly searchIndex: string;
  /** The fields that a client may order by, besides the key. */
  readonly orderingFields: readonly string[];
  /** The complete ordering of every page, the key at its end: `["-created", "-id"]`. */
  readonly ordering: readonly string[];
  /** What the API reads beside each page's rows, with a query for each: the many-to-many relations that it shows. */
  readonly prefetchRelated: readonly string[];
  /** The attributes of the views of its API, as Python. */
  readonly views: ViewAttributes;
  /** The addresses of its pages and of its API, as items of `urlpatterns`. */
  readonly sitePath: string;
  readonly apiPath: string;
  /** Its name and its list in the root of the API, as a tuple. */
  readonly endpoint: string;
  /** What the names of its addresses in the admin start with, as a text. */
  readonly adminName: string;
  /** The import of its model and of the view of its list. */
  readonly modelImport: string;
  readonly listViewImport: string;
  /** The field of the computed figures that says how many there are, as Python. */
  readonly statistic: string;
  /** Whether the key is a UUID, not a number. */
  readonly isUuid: boolean;
  /** Python that gives the key of the row in `variable`, as JSON has it: `book.pk`. */
  readonly shownKey: string;
  /** The same of the rows `first` and `second`. */
  readonly firstKeys: string;
  /** A list of keys that no row has, as Python. */
  readonly unknownKeys: string;
  /** The model's source. */
  readonly source: ModelSource & { readonly indexed: boolean };
  readonly admin: AdminOptions;
  readonly serializer: SerializerOptions;
  /** The fields of the API's filters, as a tuple of Python. */
  readonly filterFields: string;
  readonly site: SiteContext;
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
}

/** The longest name of a variable that keeps the lines of the tests short. */
const LONGEST_VARIABLE = 20;

/** What templates call other things; a variable of that name would hide one. */
const TAKEN: readonly string[] = [
  ...DJANGO.keywords,
  ...DJANGO.builtins,
  ...['address', 'admin_client', 'admin_user', 'anonymous', 'bearer', 'before', 'both', 'change', 'changed', 'changes', 'client', 'connection', 'context', 'count'],
  ...['count_queries', 'create', 'call_command', 'client_of', 'cursor', 'data', 'deleted', 'django_user_model', 'few', 'flow', 'field', 'fields', 'first', 'found', 'headers', 'held', 'ids', 'instance', 'key', 'keys', 'make'],
  ...['many', 'member', 'method', 'models', 'name', 'nobody', 'number', 'numbers', 'other', 'owners', 'page', 'person', 'picture', 'pk', 'plain', 'pytest', 'read', 'reader', 'registered'],
  ...['related', 'request', 'response', 'reverse', 'row', 'rows', 'same', 'scan', 'search_fields', 'second', 'serializer', 'shown', 'status', 'text_file', 'texts', 'token', 'url', 'user', 'valid', 'value'],
  ...['visitor', 'who', 'words', 'writer'],
];

/** A tuple, also where it is empty. */
function tupleOf(name: string, texts: readonly string[], indent = 4): string {
  return tupleAttribute(name, texts, indent) || '()';
}

/** An address that leads to those of an app, as an item of `urlpatterns`. */
function pathOf(url: string, module: string): string {
  const include = pyCall('include', [{ value: pyText(module) }]);
  return `    ${pyLaidOut(pyCall('path', [{ value: pyText(`${url}/`) }, { value: include }]), 4, 4, 1)},`;
}

function serializerOptions(resource: Resource): SerializerOptions {
  const owner = resource.fields.find((field) => field.type === 'owner')?.name;
  const isChecked = owner !== undefined && (resource.unique ?? []).some((names) => names.includes(owner));
  return {
    fields: tupleOf('fields', ['id', ...resource.fields.map((field) => field.name)], 8),
    readOnlyFields: owner === undefined || isChecked ? '' : tupleAttribute('read_only_fields', [owner], 8),
    owner: isChecked ? owner : '',
  };
}

/** Whom a row belongs to, and what follows for who may do what. */
function ownership(resource: Resource, access: ProjectAnswers['access']) {
  const owner = ownerOf(resource);
  const mayLackOwner = owner !== undefined && isOptional(owner);
  const ownerEdits = owner !== undefined && access !== 'staff';
  return { owner: owner?.name ?? null, ownerEdits, mayLackOwner, access: accessTable({ access, isOwned: owner !== undefined, mayLackOwner }) };
}

function wordsOf(resource: Resource) {
  const names = namesOf(resource);
  const label = names.verbosePlural.charAt(0).toUpperCase() + names.verbosePlural.slice(1);
  return {
    app: names.app,
    url: names.url,
    model: names.model,
    modelName: names.model.toLowerCase(),
    name: names.singular,
    variable: TAKEN.includes(names.singular) || names.singular === names.model || names.singular.length > LONGEST_VARIABLE ? 'row' : names.singular,
    verbose: names.verbose,
    one: `${/^[aeio]/.test(names.verbose) ? 'an' : 'a'} ${names.verbose}`,
    plural: names.verbosePlural,
    label,
    appClass: camelCase(names.app),
  };
}

/** The values of one resource's templates: its words and what follows from its fields. */
export function resourceContext(resource: Resource, models: ProjectModels, answers: Pick<ProjectAnswers, 'access' | 'django'>): ResourceContext {
  const { resources } = models;
  const words = wordsOf(resource);
  const { owner, ownerEdits, mayLackOwner, access } = ownership(resource, answers.access);
  const isUuid = resource.pk === 'uuid';
  const prefetchRelated = resource.fields.filter((field) => field.type === 'm2m').map((field) => field.name);
  const ordering = pageOrdering(resource);
  const searched = searchFields(resource);
  const ordered = orderingFields(resource);
  const tests = testContext(resource, resources);
  const shown = (variable: string): string => (isUuid ? `str(${variable}.pk)` : `${variable}.pk`);
  // No spread: V8 adds what stands behind one slowly, name by name, which took an eighth of the time that many resources take.
  return {
    app: words.app,
    url: words.url,
    model: words.model,
    modelName: words.modelName,
    name: words.name,
    variable: words.variable,
    verbose: words.verbose,
    one: words.one,
    plural: words.plural,
    label: words.label,
    appClass: words.appClass,
    sitePath: pathOf(words.url, `${words.app}.urls`),
    apiPath: pathOf(words.url, `${words.app}.api_urls`),
    endpoint: pyLaidOut(pySequence('tuple', [pyText(words.app), pyText(`${words.name}-list`)]), 12, 12, 1),
    adminName: attributeValue('NAME', pyText(`admin:${words.app}_${words.modelName}`), 0),
    modelImport: importLine(`${words.app}.models`, words.model),
    listViewImport: importLine(`${words.app}.views`, `${words.model}ListView`),
    statistic: attributeValue(words.app, pyCall('serializers.IntegerField', [{ name: 'help_text', value: pyText(`Number of ${words.plural}.`) }])),
    key: isUuid ? 'uuid' : 'int',
    isUuid,
    shownKey: shown(words.variable),
    firstKeys: `${shown('first')}, ${shown('second')}`,
    unknownKeys: isUuid ? '[UUID(int=0), UUID(int=2**128 - 1)]' : '[0, 10**30]',
    owner,
    ownerEdits,
    mayLackOwner,
    access,
    uploads: resource.fields.filter((field) => field.type === 'file' || field.type === 'image').map((field) => field.name),
    searchFields: searched,
    searchIndex: pyLaidOut(pyCall('AddSearchIndex', [pyText(words.model), pySequence('tuple', searched.map(pyText))].map((value) => ({ value }))), 8, 8, 1),
    orderingFields: ordered,
    ordering,
    prefetchRelated,
    views: viewAttributes({ model: words.model, ordering, orderingFields: ordered, searchFields: searched, prefetchRelated }),
    source: { ...declareModel(resource, models).source, indexed: metaIndexes(resource).length > 0 },
    admin: adminOptions(resource, resources, answers.django),
    serializer: serializerOptions(resource),
    filterFields: tupleOf('fields', filterFields(resource), 8),
    site: siteContext(resource, resources, tests.searched !== ''),
    factory: factoryContext(resource, resources),
    tests,
    sample: sampleFixture(resource, resources),
  };
}
