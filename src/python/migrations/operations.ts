import { type Resource, USER, isRelation, targetOf } from '../../resource/model/resource.ts';
import { namesOf } from '../../resource/model/names.ts';
import { pageOrdering } from '../../resource/model/queries.ts';
import { type NamedColumns, namedConstraints, namedIndexes } from '../models/database-names.ts';
import type { FieldDeclaration, ProjectModels } from '../models/field-declaration.ts';
import { declareModel } from '../models/model-source.ts';
import { type Py, pyCall, pySequence, pyText } from '../../text/py-expression.ts';

/** A model's name and the label of its app, or the user that the settings name. */
export type Dependency = { readonly app: string; readonly model: string } | 'user';

/** One step of a migration, in the order that Django's autodetector gives the steps of an app with one model. */
export type Operation =
  | {
      readonly kind: 'create';
      readonly model: string;
      readonly fields: readonly FieldDeclaration[];
      readonly options: readonly (readonly [string, Py])[];
    }
  | { readonly kind: 'field'; readonly field: FieldDeclaration; readonly dependencies: readonly Dependency[] }
  | { readonly kind: 'index' | 'constraint'; readonly value: Py };

/** The steps of one app. */
export interface AppOperations {
  readonly app: string;
  readonly model: string;
  readonly operations: readonly Operation[];
}

/** The options of a model that Django keeps in its migration, in the order of `DEFAULT_NAMES` in `django.db.models.options`. */
function optionsOf(resource: Resource): readonly (readonly [string, Py])[] {
  const names = namesOf(resource);
  return [
    ...(names.verbose === names.djangoVerbose ? [] : [['verbose_name', pyText(names.verbose)] as const]),
    ...(names.verbosePlural === `${names.verbose}s`
      ? []
      : [['verbose_name_plural', pyText(names.verbosePlural)] as const]),
    ['ordering', pySequence('tuple', pageOrdering(resource).map(pyText))] as const,
  ];
}

function columnsCall(callee: string, kind: 'list' | 'tuple', { name, fields }: NamedColumns): Py {
  return pyCall(callee, [
    { name: 'fields', value: pySequence(kind, fields.map(pyText)) },
    { name: 'name', value: pyText(name) },
  ]);
}

/** What must be there before a field's column or table: its target, and the model that it goes through. */
function dependenciesOf(resource: Resource, name: string, models: ProjectModels): readonly Dependency[] {
  const field = resource.fields.find((one) => one.name === name);
  if (field === undefined || !isRelation(field)) return [];
  const through = field.type === 'm2m' && field.through !== undefined ? [field.through] : [];
  return [targetOf(field), ...through].flatMap((to): readonly Dependency[] => {
    if (to === USER) return ['user'];
    return models.resources
      .filter((one) => one.name === to)
      .map((target) => ({ app: namesOf(target).app, model: target.name.toLowerCase() }));
  });
}

/**
 * The steps that Django's autodetector finds for a new app with one model: the model with its plain fields, then its relations in the order
 * of their names, then its indexes and its constraints.
 */
export function appOperations(resource: Resource, models: ProjectModels): AppOperations {
  const { key, fields } = declareModel(resource, models);
  const isRelated = (field: FieldDeclaration): boolean =>
    resource.fields.some((one) => one.name === field.name && isRelation(one));
  const plain = [key, ...fields.filter((field) => !isRelated(field))];
  const related = fields.filter(isRelated).sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    app: namesOf(resource).app,
    model: resource.name,
    operations: [
      { kind: 'create', model: resource.name, fields: plain, options: optionsOf(resource) },
      ...related.map((field): Operation => ({
        kind: 'field',
        field,
        dependencies: dependenciesOf(resource, field.name, models),
      })),
      ...(models.filtered ? namedIndexes(resource) : []).map((index): Operation => ({
        kind: 'index',
        value: columnsCall('models.Index', 'list', index),
      })),
      ...namedConstraints(resource).map((constraint): Operation => ({
        kind: 'constraint',
        value: columnsCall('models.UniqueConstraint', 'tuple', constraint),
      })),
    ],
  };
}
