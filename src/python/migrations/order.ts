import type { AppOperations, Dependency, Operation } from './operations.ts';

/** What stands for the user in a migration's dependencies. */
export const USER_DEPENDENCY = 'user';

/** One migration: its name is its number among those of its app. */
export interface PlannedMigration {
  readonly app: string;
  readonly model: string;
  readonly name: string;
  readonly operations: readonly Operation[];
  /** Other migrations as `[app, name]`, or the user. */
  readonly dependencies: readonly (readonly [string, string] | typeof USER_DEPENDENCY)[];
}

/** The state of the autodetector's loop. */
interface Planning {
  /** What is not in a migration yet, by app. */
  readonly left: Map<string, readonly Operation[]>;
  readonly planned: Map<string, PlannedMigration[]>;
  readonly models: ReadonlyMap<string, string>;
}

function dependenciesOf(operation: Operation): readonly Dependency[] {
  return operation.kind === 'field' ? operation.dependencies : [];
}

/**
 * How Django writes the number of a migration.
 * @param number 1 for an app's first
 * @returns such as `0001`
 */
function migrationNumber(number: number): string {
  return String(number).padStart(4, '0');
}

function nextName(planning: Planning, app: string): string {
  return `${migrationNumber((planning.planned.get(app)?.length ?? 0) + 1)}_initial`;
}

/** The dependency of a step as a migration's, or nothing where what it needs is in no migration yet. */
function resolved(
  planning: Planning,
  app: string,
  dependency: Dependency,
): readonly [string, string] | typeof USER_DEPENDENCY | 'own' | undefined {
  if (dependency === 'user') return USER_DEPENDENCY;
  if (dependency.app === app) return 'own';
  const isLeft = planning.left.get(dependency.app)?.some((operation) => operation.kind === 'create') === true;
  const last = planning.planned.get(dependency.app)?.at(-1);
  return isLeft || last === undefined ? undefined : [dependency.app, last.name];
}

/** The steps of an app, from its next on, whose dependencies are met, with those dependencies. */
function ready(planning: Planning, app: string): Pick<PlannedMigration, 'operations' | 'dependencies'> {
  const operations: Operation[] = [];
  const dependencies = new Map<string, readonly [string, string] | typeof USER_DEPENDENCY>();
  for (const operation of planning.left.get(app) ?? []) {
    const found = dependenciesOf(operation).map((dependency) => resolved(planning, app, dependency));
    if (found.includes(undefined)) break;
    operations.push(operation);
    for (const one of found) if (one !== undefined && one !== 'own') dependencies.set(String(one), one);
  }
  return { operations, dependencies: [...dependencies.values()] };
}

/** One round over all apps. Gives whether the rest must still be cut, and whether any step was taken. */
function round(planning: Planning, cut: boolean): { readonly cut: boolean; readonly moved: boolean } {
  let [mayCut, moved] = [cut, false];
  for (const app of [...planning.left.keys()].sort((one, other) => (one < other ? -1 : 1))) {
    const left = planning.left.get(app) ?? [];
    const { operations, dependencies } = ready(planning, app);
    if (operations.length === 0 || (operations.length < left.length && !mayCut)) continue;
    const before = planning.planned.get(app) ?? [];
    const own = before.map(({ name }) => [app, name] as const).slice(-1);
    const migration = {
      app,
      model: planning.models.get(app) ?? '',
      name: nextName(planning, app),
      operations,
      dependencies: [...own, ...dependencies],
    };
    planning.planned.set(app, [...before, migration]);
    planning.left.set(app, left.slice(operations.length));
    [mayCut, moved] = [false, true];
  }
  return { cut: mayCut, moved };
}

/**
 * Puts the steps of all apps into migrations as `_build_migration_list` of `django.db.migrations.autodetector` does (Django 5.2): an
 * app's steps go into one migration as soon as all they need is in another; where a round gets nowhere, the apps need each other,
 * and the first of them that can is cut.
 * @param apps the steps of every app
 * @returns the migrations, by app
 * @throws Error where a step can never be taken, which a valid list of resources has none of
 */
export function planMigrations(apps: readonly AppOperations[]): readonly PlannedMigration[] {
  const planning: Planning = {
    left: new Map(apps.map(({ app, operations }) => [app, operations])),
    planned: new Map(),
    models: new Map(apps.map(({ app, model }) => [app, model])),
  };
  let cut = false;
  while ([...planning.left.values()].some((operations) => operations.length > 0)) {
    const result = round(planning, cut);
    if (!result.moved && cut) throw new Error('The steps of the migrations cannot be ordered.');
    cut = result.moved ? result.cut : true;
  }
  return apps.flatMap(({ app }) => planning.planned.get(app) ?? []);
}
