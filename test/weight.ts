import { BOOK } from '../src/resource/model/book.ts';
import { completeProjectAnswers } from '../src/answers/complete.ts';
import type { ProjectAnswers } from '../src/options/table.ts';
import { PRESETS } from '../src/options/presets/index.ts';
import { resourcesOf } from '../src/resource/model/project-resources.ts';
import { namesOf } from '../src/resource/model/names.ts';
import type { Files } from '../src/project-files.ts';
import { render } from '../src/render/render.ts';
import { resourceOf } from './answers/resource-of.ts';

/** What the owner of a project takes on, in numbers. */
export interface Weight {
  readonly files: number;
  /** Lines of Python, without tests and migrations. */
  readonly python: number;
  readonly tests: number;
  /** Classes and patches that alter the inside of Django or of another package. */
  readonly overrides: number;
  readonly settings: number;
}

/** The most that a project may weigh. */
interface Budget extends Weight {
  /** The lines of its owner that one GET of a list runs through. */
  readonly lines: number;
}

/** A project with its budget. */
interface Weighed {
  readonly name: string;
  /** The answers that differ from the defaults. */
  readonly answers: object;
  readonly budget: Budget;
}

const LAB: Budget = { files: 40, python: 360, tests: 80, overrides: 0, settings: 150, lines: 95 };
const DEFAULT: Budget = { files: 70, python: 670, tests: 270, overrides: 2, settings: 300, lines: 130 };
const ALL: Budget = { files: 75, python: 860, tests: 440, overrides: 2, settings: 370, lines: 165 };

/** With tokens, `config/urls.py` has their addresses as well. */
const TOKENS: Budget = { ...ALL, lines: 170 };

/** The budgets of the presets. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  library: DEFAULT,
  lab31: LAB,
  lab32: LAB,
  lab33: TOKENS,
  lab34: TOKENS,
};

const EVERYTHING = {
  resources: [
    {
      ...BOOK,
      fields: [...BOOK.fields, { name: 'cover', type: 'image', optional: true }, { name: 'owner', type: 'owner' }],
    },
  ],
  auth: 'oauth2',
  access: 'owner',
  services: 'celery',
  cors: 'http://localhost:5173',
};

/** The projects that are weighed: every preset, and one with all that can be had. */
export const WEIGHED: readonly Weighed[] = [
  ...PRESETS.map(({ name, answers }) => ({ name, answers, budget: BUDGETS[name] ?? ALL })),
  { name: 'everything', answers: EVERYTHING, budget: ALL },
];

/** The library with a second resource, and what it may weigh more than the library. */
export const FURTHER: Weighed = {
  name: 'a further resource',
  answers: { resources: [BOOK, resourceOf('Author name:char:100 born:date:optional biography:text:optional')] },
  budget: { files: 18, python: 140, tests: 105, overrides: 0, settings: 1, lines: 5 },
};

/** The answers of a project, complete. */
function complete(answers: object): ProjectAnswers {
  const outcome = completeProjectAnswers({ ...answers });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/**
 * The address of the list of a project's first resource.
 * @param project the project
 * @throws Error where it has no resource
 */
export function listOf({ answers }: Pick<Weighed, 'answers'>): string {
  const [first] = resourcesOf(complete(answers));
  if (first === undefined) throw new Error('The project has no resource');
  return `/api/v1/${namesOf(first).url}/`;
}

/** The lines of a text whose last line is ended too; generated Python is already as `ruff format` leaves it. */
function linesOf(text: string): number {
  return text.split('\n').length - 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const TEST = /(?:^|\/)(?:tests\/.*|tests|test_[^/]*|conftest)\.py$/;

/** What a project may derive from: the parts that the documentation of each package tells people to write. */
const ORDINARY =
  /(?:Model|AbstractUser|Choices|View|ViewSet|Mixin|Serializer|Form|Form\.Meta|Admin|Inline|AppConfig|Command|FilterSet|Permissions?)$|(?:^|\.)(?:Is|TokenHas)[A-Z]\w+$/;

/** The names that a module imports from packages, each with the name that it has there. */
function importsOf(text: string, own: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const foreign = (module = ''): boolean => !module.startsWith('.') && !own.has(module.split('.')[0] ?? '');
  for (const [, module, list = ''] of text.matchAll(/^ *from ([\w.]+) import (\([^)]*\)|.*)$/gm)) {
    if (!foreign(module)) continue;
    for (const [, name = '', alias = name] of list.matchAll(/(\w+)(?: as (\w+))?/g)) names.set(alias, name);
  }
  for (const [, module = '', alias] of text.matchAll(/^ *import ([\w.]+)(?: as (\w+))?$/gm)) {
    const name = alias ?? module.split('.')[0] ?? '';
    if (foreign(module)) names.set(name, name);
  }
  return names;
}

/**
 * The classes and patches of a module that alter what comes from a package.
 * @param text the module
 * @param own the names of the project's own packages
 * @returns each as its line shows it
 */
export function overridesOf(text: string, own: ReadonlySet<string>): readonly string[] {
  const imports = importsOf(text, own);
  const classes = [...text.matchAll(/^ *class \w+\(([^)]+)\)/gm)].filter(([, bases = '']) =>
    bases.split(',').some((base) => {
      const [root = '', ...path] = base.split('[', 1).join('').trim().split('.');
      const name = imports.get(root);
      return name !== undefined && !ORDINARY.test([name, ...path].join('.'));
    }),
  );
  // The titles of the admin are set on its site, as its documentation shows.
  const patches = [...text.matchAll(/^ *(\w+)\.[\w.]+ = /gm)].filter(
    ([line, root = '']) => imports.has(root) && !line.startsWith('admin.site.'),
  );
  return [...classes, ...patches].map(([line]) => line.trim());
}

/** Weighs the files of a project. */
function weightOf(files: Files): Weight {
  const modules = [...files].filter(([path]) => path.endsWith('.py') && !path.includes('/migrations/'));
  const own = new Set(modules.map(([path]) => path.split('/')[0] ?? ''));
  const code = modules.filter(([path]) => !TEST.test(path));
  const linesIn = (some: typeof modules): number => sum(some.map(([, text]) => linesOf(text)));
  return {
    files: files.size,
    python: linesIn(code),
    tests: linesIn(modules.filter(([path]) => TEST.test(path))),
    overrides: sum(code.map(([, text]) => overridesOf(text, own).length)),
    settings: linesIn(modules.filter(([path]) => path === 'config/settings.py')),
  };
}

/**
 * Weighs a project.
 * @param project the project; of the one with a further resource, what that adds is weighed
 */
export function weigh(project: Weighed): Weight {
  const weight = weightOf(render(complete(project.answers)));
  if (project !== FURTHER) return weight;
  const library = weightOf(render(complete({})));
  return {
    files: weight.files - library.files,
    python: weight.python - library.python,
    tests: weight.tests - library.tests,
    overrides: weight.overrides - library.overrides,
    settings: weight.settings - library.settings,
  };
}

/**
 * The figures that are above their budget.
 * @param figures the figures
 * @param budget the most of each
 * @returns each with both, such as `700 of 670`
 */
export function exceeded(figures: Partial<Budget>, budget: Budget): Readonly<Record<string, string>> {
  const most = new Map<string, number>(Object.entries(budget));
  const above = Object.entries(figures).filter(([name, figure]) => figure > (most.get(name) ?? 0));
  return Object.fromEntries(above.map(([name, figure]) => [name, `${figure} of ${most.get(name) ?? 0}`]));
}
