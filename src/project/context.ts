import type { ProjectAnswers } from '../answers/options.ts';
import type { Feature } from '../features/feature.ts';
import { PIPENV_VERSION } from './embedded.ts';
import type { Secrets } from './secrets.ts';

/** What a template may name. Every value is there for every combination of answers: a missing one is an error of the template. */
export interface ProjectContext {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly python: string;
  /** The major and minor version without the dot, as ruff names its target: `314`. */
  readonly pythonDigits: string;
  /** The version of pipenv that the image's builder installs: the one that the stored lock data come from. */
  readonly pipenv: string;
  readonly thirdPartyApps: readonly string[];
  readonly resources: readonly ResourceContext[];
  /** The text that each slot got from the features, in their order; empty where none has any. */
  readonly slots: Readonly<Record<string, string>>;
  /** Only while the file is rendered that holds them. */
  readonly secrets?: Secrets;
}

/** The words of one resource. */
export interface ResourceContext {
  /** The app's label, in the plural: `books`. */
  readonly app: string;
  /** The model's class: `Book`. */
  readonly model: string;
  /** The model's class in lower case, as Django names it: `book`. */
  readonly modelName: string;
  /** The model in snake case, for the names of variables and URLs: `book`. */
  readonly name: string;
  /** The plural in words: `books`. */
  readonly plural: string;
  /** The plural as a heading: `Books`. */
  readonly label: string;
  /** The app in camel case, for the name of its configuration: `Books`. */
  readonly appClass: string;
}

/**
 * The values of a project's templates, but for the slots, which are rendered from them.
 * @param answers what shaped the files
 * @param features those that the answers ask for
 * @returns the context with no slot filled
 */
export function projectContext(answers: ProjectAnswers, features: readonly Feature[]): Omit<ProjectContext, 'slots' | 'secrets'> {
  return {
    name: answers.name,
    title: answers.title,
    description: answers.description,
    author: answers.author,
    python: answers.python,
    pythonDigits: answers.python.replace('.', ''),
    pipenv: PIPENV_VERSION,
    thirdPartyApps: features.flatMap((feature) => feature.thirdPartyApps ?? []),
    resources: [{ app: 'books', model: 'Book', modelName: 'book', name: 'book', plural: 'books', label: 'Books', appClass: 'Books' }],
  };
}
