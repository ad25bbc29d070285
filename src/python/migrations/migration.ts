import { type Operation, appOperations } from './operations.ts';
import { type PlannedMigration, USER_DEPENDENCY, planMigrations } from './order.ts';
import type { FieldDeclaration, ProjectModels } from '../models/field-declaration.ts';
import { type Py, pyFlat, pySequence, pyText } from '../../text/py-expression.ts';

/** One migration as a file. */
export interface Migration {
  readonly app: string;
  /** Its name in the app, such as `0001_initial`. */
  readonly name: string;
  readonly text: string;
}

/** Lines of the writer, each as deep as so many steps of four spaces. */
function indented(depth: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => ' '.repeat(depth * 4) + line);
}

/** A list or a dictionary of which every item stands on its own line, as the writer expands them. */
function expanded(name: string, items: readonly string[], open: string, close: string): readonly string[] {
  return [
    `${name}=${open}`,
    ...indented(
      1,
      items.map((item) => `${item},`),
    ),
    `${close},`,
  ];
}

function fieldItem({ name, migration }: FieldDeclaration): string {
  return `(${pyFlat(pyText(name))}, ${pyFlat(migration)})`;
}

/** The model with all that can stand in it: Django's optimizer moves what follows its creation into it. */
function createLines(operation: Extract<Operation, { kind: 'create' }>, rest: readonly Operation[]): readonly string[] {
  const fields = [...operation.fields, ...rest.flatMap((one) => (one.kind === 'field' ? [one.field] : []))];
  const valuesOf = (kind: 'index' | 'constraint'): readonly Py[] =>
    rest.flatMap((one) => (one.kind === kind ? [one.value] : []));
  const options = [
    ...operation.options,
    ...(['index', 'constraint'] as const).flatMap((kind) => {
      const values = valuesOf(kind);
      return values.length === 0
        ? []
        : [[kind === 'index' ? 'indexes' : 'constraints', pySequence('list', values)] as const];
    }),
  ];
  return [
    'migrations.CreateModel(',
    ...indented(1, [
      `name=${pyFlat(pyText(operation.model))},`,
      ...expanded('fields', fields.map(fieldItem), '[', ']'),
      ...(options.length === 0
        ? []
        : expanded(
            'options',
            options.map(([name, value]) => `${pyFlat(pyText(name))}: ${pyFlat(value)}`),
            '{',
            '}',
          )),
    ]),
    '),',
  ];
}

function operationLines(operation: Exclude<Operation, { kind: 'create' }>, model: string): readonly string[] {
  const owner = `model_name=${pyFlat(pyText(model.toLowerCase()))},`;
  if (operation.kind === 'field') {
    return [
      'migrations.AddField(',
      ...indented(1, [
        owner,
        `name=${pyFlat(pyText(operation.field.name))},`,
        `field=${pyFlat(operation.field.migration)},`,
      ]),
      '),',
    ];
  }
  const [callee, argument] = operation.kind === 'index' ? ['AddIndex', 'index'] : ['AddConstraint', 'constraint'];
  return [`migrations.${callee}(`, ...indented(1, [owner, `${argument}=${pyFlat(operation.value)},`]), '),'];
}

function operationsLines({ operations, model }: PlannedMigration): readonly string[] {
  const [first, ...rest] = operations;
  if (first?.kind === 'create') return createLines(first, rest);
  return operations.flatMap((operation) => (operation.kind === 'create' ? [] : operationLines(operation, model)));
}

/** What sorts an import line: `import` before `from`, then the module. */
function importKey(line: string): string {
  const [word = '', module = ''] = line.split(' ');
  return `${word === 'from' ? '1' : '0'} ${module}`;
}

function importLines({ operations, dependencies }: PlannedMigration): readonly string[] {
  const fields = operations.flatMap((operation) => {
    if (operation.kind === 'create') return operation.fields;
    return operation.kind === 'field' ? [operation.field] : [];
  });
  const settings = dependencies.includes(USER_DEPENDENCY) ? ['from django.conf import settings'] : [];
  const lines = new Set([
    ...fields.flatMap((field) => field.imports),
    ...settings,
    'from django.db import migrations, models',
  ]);
  return [...lines].sort((one, other) => (importKey(one) < importKey(other) ? -1 : 1));
}

/** The lines of a migration's dependencies, sorted as the writer sorts them. */
function dependencyLines({ dependencies }: PlannedMigration): readonly string[] {
  const items = dependencies.map((dependency) =>
    dependency === USER_DEPENDENCY
      ? 'migrations.swappable_dependency(settings.AUTH_USER_MODEL)'
      : pyFlat(pySequence('tuple', dependency.map(pyText))),
  );
  return indented(
    2,
    [...new Set(items)].sort((one, other) => (one < other ? -1 : 1)).map((item) => `${item},`),
  );
}

/** A migration's text: `MIGRATION_TEMPLATE` of `django.db.migrations.writer`. */
function migrationText(migration: PlannedMigration): string {
  return [
    ...importLines(migration),
    '',
    '',
    'class Migration(migrations.Migration):',
    '',
    '    initial = True',
    '',
    '    dependencies = [',
    ...dependencyLines(migration),
    '    ]',
    '',
    '    operations = [',
    ...indented(2, operationsLines(migration)),
    '    ]',
    '',
  ].join('\n');
}

/**
 * The first migrations of all apps: the text that `makemigrations --no-header` of Django 5.2 writes. Without its header, for that
 * names the day. Where apps need each other, one of them has two.
 * @param models all resources of the project, valid, and the names of the other ends of their relations
 * @returns the migrations in the order of the resources
 */
export function initialMigrations(models: ProjectModels): readonly Migration[] {
  const planned = planMigrations(models.resources.map((resource) => appOperations(resource, models)));
  return planned.map((migration) => ({
    app: migration.app,
    name: migration.name,
    text: migrationText(migration),
  }));
}
