import type { AnswersSoFar, Option, ValueOf } from './option.ts';
import { ACCESS_OPTIONS } from './access-options.ts';
import { LIBRARY } from '../resource/model/book.ts';
import { DEFAULT_INDEX } from './default-index.ts';
import { freeTextCheck } from './free-text.ts';
import { originsProblem } from './cors-origins.ts';
import { indexProblem } from './package-index.ts';
import { descriptionOf } from './description.ts';
import { lastPart, projectNameProblem, titleFromName } from './project-name.ts';

function textOf(answers: AnswersSoFar, key: string): string {
  const value = answers[key];
  return typeof value === 'string' ? value : '';
}

/**
 * The option table: every question, flag, help line, check and schema entry comes from here, in this order.
 * To add an option, add an entry; CONTRIBUTING says what else follows it.
 */
export const OPTIONS = [
  {
    key: 'directory',
    kind: 'text',
    scope: 'run',
    group: 'project',
    positional: true,
    placeholder: 'DIRECTORY',
    help: 'where to create the project',
    question: 'Where shall the project go?',
    hint: 'A new folder, or a repository that you already have. Its last part becomes the name of the project.',
    fallback: (answers) => textOf(answers, 'name') || 'library',
    check: (value) =>
      value.trim() === '' || value.includes('\0')
        ? { what: 'The directory is empty or no path', next: 'Give a folder, such as library.' }
        : undefined,
  },
  {
    key: 'name',
    kind: 'text',
    scope: 'project',
    group: 'project',
    placeholder: 'NAME',
    help: 'name of the Compose project, image and database',
    fallback: (answers) => lastPart(textOf(answers, 'directory')),
    check: projectNameProblem,
  },
  {
    key: 'title',
    kind: 'text',
    scope: 'project',
    group: 'project',
    placeholder: 'TEXT',
    help: 'title of the website, the API and the docs',
    question: 'What is its title?',
    hint: "People read it on the website, in the admin and in the API's documentation.",
    fallback: (answers) => titleFromName(textOf(answers, 'name')),
    check: freeTextCheck('title', true),
  },
  {
    key: 'resources',
    flag: 'resource',
    kind: 'resources',
    scope: 'project',
    group: 'project',
    placeholder: 'LINE',
    help: 'a model and its fields; may be repeated',
    question: 'What is it about?',
    hint: 'A library of books, or things of your own: each gets a model, an API, pages, an admin and tests.',
    fallback: () => LIBRARY,
  },
  {
    key: 'description',
    kind: 'text',
    scope: 'project',
    group: 'project',
    placeholder: 'TEXT',
    help: 'one sentence about the project',
    fallback: descriptionOf,
    check: freeTextCheck('description', true),
  },
  {
    key: 'author',
    kind: 'text',
    scope: 'project',
    group: 'project',
    placeholder: 'TEXT',
    help: 'who writes it',
    fallback: () => '',
    check: freeTextCheck('author', false),
  },
  {
    key: 'database',
    kind: 'choice',
    scope: 'project',
    group: 'database',
    help: 'where the data live',
    question: 'Which database?',
    hint: 'PostgreSQL runs in a container of its own, as in production. SQLite is one file.',
    choices: [
      { value: 'postgres', label: 'PostgreSQL', hint: 'a container of its own, as in production' },
      { value: 'sqlite', label: 'SQLite', hint: 'one file, nothing to run' },
    ],
    fallback: () => 'postgres',
  },
  {
    key: 'website',
    kind: 'switch',
    scope: 'project',
    group: 'api',
    help: 'web pages beside the API',
    question: 'Web pages beside the API?',
    hint: 'Pages that Django renders: a list with search, and a page for each thing in it.',
    fallback: () => true,
  },
  {
    key: 'docs',
    kind: 'switch',
    scope: 'project',
    group: 'api',
    help: 'OpenAPI schema, Swagger UI, Redoc',
    question: 'Documentation of the API?',
    hint: 'An OpenAPI schema, with Swagger UI and Redoc to read and try it.',
    fallback: () => true,
  },
  ...ACCESS_OPTIONS,
  {
    key: 'views',
    kind: 'choice',
    scope: 'project',
    group: 'api',
    placeholder: 'STYLE',
    help: 'function, generic or viewset',
    choices: [
      { value: 'function', label: 'Function views', hint: 'each step is there to read' },
      { value: 'generic', label: 'Generic views', hint: 'a class for the list, one for an object' },
      { value: 'viewset', label: 'Viewsets', hint: 'one class, and a router' },
    ],
    fallback: () => 'generic',
  },
  {
    key: 'pagination',
    kind: 'choice',
    scope: 'project',
    group: 'api',
    help: 'how a client goes through a list',
    choices: [
      { value: 'page', label: 'Page numbers', hint: 'with a count' },
      { value: 'cursor', label: 'Cursors', hint: 'as quick in a table of millions' },
    ],
    fallback: () => 'page',
  },
  {
    key: 'cors',
    kind: 'text',
    scope: 'project',
    group: 'api',
    placeholder: 'ORIGIN',
    help: 'sites whose scripts may call the API',
    fallback: () => '',
    check: originsProblem,
  },
  {
    key: 'production',
    kind: 'switch',
    scope: 'project',
    group: 'production',
    help: 'files and settings for a server',
    fallback: () => true,
  },
  {
    key: 'server',
    kind: 'choice',
    scope: 'project',
    group: 'production',
    help: 'what serves it',
    choices: [
      { value: 'granian', label: 'Granian', hint: 'written in Rust: a quarter more requests from a processor' },
      { value: 'gunicorn', label: 'Gunicorn', hint: 'written in Python: 20 MB less of image' },
    ],
    fallback: () => 'granian',
  },
  {
    key: 'services',
    kind: 'choice',
    scope: 'project',
    group: 'database',
    help: 'what works in the background',
    choices: [
      { value: 'none', label: 'Nothing', hint: 'each request does its own work' },
      { value: 'celery', label: 'Celery', hint: 'a worker, a scheduler, and Redis between them and the site' },
    ],
    fallback: () => 'none',
  },
  {
    key: 'python',
    kind: 'choice',
    scope: 'project',
    group: 'python',
    help: 'Python of the image and the lock',
    choices: [
      { value: '3.14', label: 'Python 3.14', hint: 'the newest' },
      { value: '3.13', label: 'Python 3.13', hint: 'one before' },
    ],
    fallback: () => '3.14',
  },
  {
    key: 'django',
    kind: 'choice',
    scope: 'project',
    group: 'python',
    help: 'the Django it is written for',
    choices: [
      { value: '5.2', label: 'Django 5.2', hint: 'supported the longest' },
      { value: '6.1', label: 'Django 6.1', hint: 'the newest' },
    ],
    fallback: () => '5.2',
  },
  {
    key: 'dependencies',
    kind: 'choice',
    scope: 'project',
    group: 'python',
    placeholder: 'TOOL',
    help: 'pipenv or requirements',
    choices: [
      { value: 'pipenv', label: 'Pipenv', hint: 'Pipfile and Pipfile.lock' },
      { value: 'requirements', label: 'pip', hint: 'requirements.txt' },
    ],
    fallback: () => 'pipenv',
  },
  {
    key: 'ci',
    kind: 'choice',
    scope: 'project',
    group: 'production',
    help: 'where its checks run',
    choices: [
      { value: 'github', label: 'GitHub', hint: 'a workflow of GitHub Actions' },
      { value: 'gitlab', label: 'GitLab', hint: 'a pipeline of GitLab CI/CD' },
      { value: 'none', label: 'Nowhere', hint: 'no file for it' },
    ],
    fallback: () => 'github',
  },
  {
    key: 'index',
    kind: 'text',
    scope: 'project',
    group: 'python',
    placeholder: 'URL',
    help: 'package index, if not the public one',
    fallback: () => DEFAULT_INDEX,
    check: indexProblem,
  },
  {
    key: 'git',
    kind: 'switch',
    scope: 'run',
    group: 'docker',
    help: 'make a first commit',
    question: 'A git repository with a first commit?',
    hint: 'One commit of exactly the files written. Inside another repository nothing is done.',
    fallback: () => false,
    suggested: true,
  },
  {
    key: 'build',
    kind: 'switch',
    scope: 'run',
    group: 'docker',
    help: 'build the images',
    fallback: () => false,
  },
  {
    key: 'up',
    kind: 'switch',
    scope: 'run',
    group: 'docker',
    help: 'build, start it and wait',
    question: 'Build and start it now?',
    hint: 'Runs docker compose up --wait; the first time takes a minute or two.',
    fallback: () => false,
    suggested: true,
  },
] as const satisfies readonly Option[];

type Entry = (typeof OPTIONS)[number];

/** All answers, complete; the type of each comes from its entry. */
export type Answers = { readonly [E in Entry as E['key']]: ValueOf<E> };

/** What of the answers shapes the files; `.drf-docker.json` keeps just these. */
export type ProjectAnswers = { readonly [E in Extract<Entry, { scope: 'project' }> as E['key']]: ValueOf<E> };

/** The options that shape the files. */
export const PROJECT_OPTIONS: readonly Option[] = OPTIONS.filter((option) => option.scope === 'project');

/** The long flag of an option, without its dashes: `dry-run` for the key `dryRun`. */
export function flagOf(option: Pick<Option, 'key' | 'flag'>): string {
  return option.flag ?? option.key.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
