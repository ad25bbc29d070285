import type { ProjectAnswers } from '../options/table.ts';
import { originsOf } from '../options/cors-origins.ts';
import { resourcesOf } from '../resource/model/project-resources.ts';
import { UPLOAD_TYPES, isOneOf, isOptional } from '../resource/model/resource.ts';
import type { Feature } from '../features/feature.ts';
import { isBare } from '../features/filters.ts';
import { hasType } from '../features/uploads.ts';
import type { AccessRow } from '../python/views/access-table.ts';
import { TOOL_VERSIONS } from '../embedded/embedded.ts';
import type { ResourceContext } from './resource-context.ts';
import type { ResourceValues } from './resource-values.ts';
import { pointsAtUsers } from '../python/samples/sample-data.ts';
import type { Secrets } from './secrets.ts';

/** The class of REST framework that checks each request, for each rule of access. */
const PERMISSION_CLASSES: Readonly<Record<ProjectAnswers['access'], string>> = {
  'open-read': 'IsAuthenticatedOrReadOnly',
  private: 'IsAuthenticated',
  owner: 'IsAuthenticated',
  staff: 'DjangoModelPermissions',
};

/** The apps of the packages that every project has. */
const THIRD_PARTY_APPS = ['rest_framework'];

interface AccessOf {
  /** What they are: `books and tags`. */
  readonly about: string;
  readonly rows: readonly AccessRow[];
}

function accessTables(resources: readonly ResourceContext[]): readonly AccessOf[] {
  const kinds = new Map<string, { readonly labels: string[]; readonly rows: readonly AccessRow[] }>();
  for (const { access, label } of resources) {
    const key = JSON.stringify(access);
    const kind = kinds.get(key) ?? { labels: [], rows: access };
    kinds.set(key, kind);
    kind.labels.push(label);
  }
  return Array.from(kinds.values(), ({ labels, rows }) => ({ about: labels.join(', '), rows }));
}

/** What a template may name. Every value is there for every combination of answers: a missing one is an error of the template. */
export interface ProjectContext extends Omit<ResourceValues, 'migrations'> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly python: string;
  /** The major and minor version without the dot, as ruff names its target: `314`. */
  readonly pythonDigits: string;
  /** The major and minor version of Django, as in the addresses of its documentation: `5.2`. */
  readonly django: string;
  /** The version of pipenv that the image's builder installs: the one that the stored lock data come from. */
  readonly pipenv: string;
  /** The version of uv that locks requirements. */
  readonly uv: string;
  readonly thirdPartyApps: readonly string[];
  /** The origins of the sites whose scripts may call the API. */
  readonly corsOrigins: readonly string[];
  readonly corsList: string;
  /** The first parts of the paths that their scripts need, as a regular expression. */
  readonly corsPaths: string;
  /** Apps of the features' own. */
  readonly localApps: readonly string[];
  /** Commands of `manage.py` that remove what has expired of the features' data. */
  readonly cleanUps: readonly string[];
  /** Whether users who are not logged in may read, and whether Django's permissions say who writes. */
  readonly anyoneReads: boolean;
  readonly byPermission: boolean;
  /** Whether the default permission class is more or less than being logged in. */
  readonly statesPermission: boolean;
  readonly permissionClass: string;
  /** Whether pages ask for a login and the browsable API has the only form for it. */
  readonly apiLogin: boolean;
  /** Whether this is the API of a first evening: no pages, no documentation, nothing for a server, and so no filters and no figures. */
  readonly bare: boolean;
  /** The fixture of the client that reads in tests, and the status that a write without login gets. */
  readonly reader: string;
  readonly refusal: number;
  /** What was chosen, for templates to ask. */
  readonly production: boolean;
  readonly website: boolean;
  readonly signUp: boolean;
  readonly docs: boolean;
  readonly postgres: boolean;
  readonly celery: boolean;
  readonly usesPipenv: boolean;
  readonly cors: boolean;
  readonly session: boolean;
  readonly me: boolean;
  readonly jwt: boolean;
  readonly oauth: boolean;
  readonly oauth2: boolean;
  readonly viewset: boolean;
  readonly cursor: boolean;
  /** What the fields need. */
  readonly uploads: boolean;
  readonly hasFiles: boolean;
  readonly hasImages: boolean;
  readonly onlyImages: boolean;
  /** The first file that may be missing, or the empty text. */
  readonly optionalFile: string;
  readonly hasFloats: boolean;
  /** Whether the sample data point at users. */
  readonly sampleUsers: boolean;
  /** Whether Django 5.2 warns of addresses without a scheme. */
  readonly warnsOfScheme: boolean;
  /** Whether pytest takes a model for a class of tests, by its name. */
  readonly collectsModels: boolean;
  /** What follows from several choices. */
  readonly usesTimedelta: boolean;
  /** Whether a scoped throttle guards an endpoint that takes passwords. */
  readonly throttlesLogin: boolean;
  /** Whether Redoc needs a Content Security Policy of its own, by django-csp or by Django 6.1. */
  readonly redocCsp52: boolean;
  readonly redocCsp61: boolean;
  readonly separateMigration: boolean;
  readonly dataFolder: boolean;
  readonly accountViews: boolean;
  /** Whether the tests of `accounts` look up addresses. */
  readonly accountUrls: boolean;
  readonly isolates: boolean;
  readonly paginationClass: string;
  /** The command that serves the site in production. */
  readonly serverCommand: string;
  /** The module of a resource's API. */
  readonly apiModule: string;
  /** The name of the address that the start page leads to. */
  readonly homeName: string;
  readonly first: ResourceContext;
  /** Who may do what, for each kind of resource. */
  readonly accessTables: readonly AccessOf[];
  /** The text that each slot got from the features, in their order; empty where none has any. */
  readonly slots: Readonly<Record<string, string>>;
  /** Only while the file is rendered that holds them. */
  readonly secrets?: Secrets;
}

/** What was chosen, as templates ask for it. */
function choicesOf(answers: ProjectAnswers) {
  const { production, website, docs } = answers;
  return {
    production,
    website,
    signUp: website && answers.signUp,
    docs,
    postgres: answers.database === 'postgres',
    celery: answers.services === 'celery',
    usesPipenv: answers.dependencies === 'pipenv',
    cors: answers.cors !== '',
    session: answers.auth === 'session',
    me: answers.auth !== 'session',
    jwt: answers.auth === 'jwt',
    oauth: answers.auth === 'oauth1' || answers.auth === 'oauth2',
    oauth2: answers.auth === 'oauth2',
    viewset: answers.views === 'viewset',
    cursor: answers.pagination === 'cursor',
    anyoneReads: answers.access === 'open-read',
    byPermission: answers.access === 'staff',
    statesPermission: answers.access === 'open-read' || answers.access === 'staff',
    permissionClass: PERMISSION_CLASSES[answers.access],
    bare: isBare(answers),
  };
}

/** What the fields need. */
function fieldNeedsOf(answers: ProjectAnswers) {
  return {
    uploads: hasType(answers, 'file', 'image'),
    hasFiles: hasType(answers, 'file'),
    hasImages: hasType(answers, 'image'),
    onlyImages: hasType(answers, 'image') && !hasType(answers, 'file'),
    optionalFile:
      resourcesOf(answers)
        .flatMap(({ fields }) => fields)
        .find((field) => isOneOf(UPLOAD_TYPES, field.type) && isOptional(field))?.name ?? '',
    hasFloats: hasType(answers, 'float'),
    sampleUsers: pointsAtUsers(answers.resources),
    collectsModels: resourcesOf(answers).some(({ name }) => name.startsWith('Test')),
    warnsOfScheme: answers.django === '5.2' && hasType(answers, 'url'),
  };
}

/** What a server needs of the API's logins and documentation. */
function serverNeedsOf({ production, auth, docs, django }: ProjectAnswers) {
  return {
    throttlesLogin: production && (auth === 'jwt' || auth === 'token'),
    redocCsp52: production && docs && django === '5.2',
    redocCsp61: production && docs && django === '6.1',
  };
}

/** The paths that a script of another site needs to log in, to call the API and to show uploads. */
function corsPathsOf({ auth }: ProjectAnswers, uploads: boolean): string {
  const logins = { session: ['api-auth'], token: [], jwt: [], oauth2: ['o'], oauth1: ['oauth1'] };
  const paths = ['api', ...logins[auth], ...(uploads ? ['data'] : [])];
  return paths.length > 1 ? `(${paths.join('|')})` : paths.join('');
}

/** What follows from several choices. */
function needsOf(
  answers: ProjectAnswers,
  { postgres, celery, production, website, signUp, anyoneReads, oauth }: ReturnType<typeof choicesOf>,
) {
  const fieldNeeds = fieldNeedsOf(answers);
  const { uploads } = fieldNeeds;
  const serverNeeds = serverNeedsOf(answers);
  return {
    ...fieldNeeds,
    usesTimedelta: production || answers.auth === 'jwt',
    ...serverNeeds,
    corsPaths: corsPathsOf(answers, uploads),
    separateMigration: postgres || celery,
    dataFolder: uploads || !postgres,
    apiLogin: !website && (!anyoneReads || oauth),
    accountViews: signUp || (website && celery),
    accountUrls: website || production || answers.auth !== 'session',
    isolates: production || celery || uploads,
  };
}

/** The values of a project's templates, but for the slots, which are rendered from them. */
export function projectContext(
  answers: ProjectAnswers,
  features: readonly Feature[],
  values: ResourceValues,
): Omit<ProjectContext, 'slots' | 'secrets'> {
  const { resources, example, enums, schemaPatch } = values;
  const [first] = resources;
  if (first === undefined) throw new Error('A project has at least one resource');
  const choices = choicesOf(answers);
  const { website, cursor, session, anyoneReads } = choices;
  const corsOrigins = originsOf(answers.cors);
  return {
    ...choices,
    ...needsOf(answers, choices),
    name: answers.name,
    title: answers.title,
    description: answers.description,
    author: answers.author,
    python: answers.python,
    pythonDigits: answers.python.replace('.', ''),
    django: answers.django,
    pipenv: TOOL_VERSIONS.pipenv,
    uv: TOOL_VERSIONS.uv,
    thirdPartyApps: [...THIRD_PARTY_APPS, ...features.flatMap((feature) => feature.thirdPartyApps ?? [])].sort(),
    corsOrigins,
    corsList: corsOrigins.join(', '),
    localApps: features.flatMap((feature) => feature.localApps ?? []),
    cleanUps: features.flatMap((feature) => feature.cleanUps ?? []).sort(),
    reader: anyoneReads ? 'api_client' : 'member',
    refusal: session ? 403 : 401,
    paginationClass: cursor ? 'CursorPagination' : 'PageNumberPagination',
    serverCommand:
      answers.server === 'granian' ? 'granian --interface wsgi config.wsgi:application' : 'gunicorn config.wsgi',
    apiModule: website ? 'api' : 'views',
    homeName: website ? `${first.name}-list` : 'api-root',
    first,
    accessTables: accessTables(resources),
    example,
    enums,
    schemaPatch,
    resources,
  };
}
