import { isSymmetrical, relationKey } from '../../resource/model/related-names.ts';
import { namesOf } from '../../resource/model/names.ts';
import {
  type Field,
  type RelationField,
  type Resource,
  USER,
  isRelation,
  targetOf,
} from '../../resource/model/resource.ts';
import type { ChoiceClass } from '../field-types/choice-class.ts';
import { type Keyword, type TwoForms, both, forms } from '../field-types/keyword.ts';
import type { ModelScope } from '../field-types/model-scope.ts';
import { fieldClass } from '../field-types/field-class.ts';
import { flagKeywords, valueKeywords } from './field-keywords.ts';
import { type Py, pyCall, pyCode, pyText } from '../../text/py-expression.ts';

const TRUE = pyCode('True');

/** What a declaration needs to know of the other resources. */
export interface ProjectModels {
  readonly resources: readonly Resource[];
  /** Whether each resource has pages of its own. */
  readonly website: boolean;
  /** Whether the API filters and orders by fields; without it, no index is made for that. */
  readonly filtered: boolean;
  /** See `relatedNames`. */
  readonly relatedNames: ReadonlyMap<string, string>;
}

/** One field as the model declares it and as its migration does. */
export interface FieldDeclaration {
  readonly name: string;
  readonly model: Py;
  readonly migration: Py;
  /** The lines of imports that the migration needs for it. */
  readonly imports: readonly string[];
}

/** What a relation points at, in both forms. */
function targetForms(to: string, resource: Resource, models: ProjectModels, scope: ModelScope): TwoForms {
  if (to === USER)
    return {
      model: pyCode(`${scope.use('settings')}.AUTH_USER_MODEL`),
      migration: pyCode('settings.AUTH_USER_MODEL'),
      imports: 'from django.conf import settings',
    };
  const target = models.resources.find((one) => one.name === to);
  const app = target === undefined ? to : namesOf(target).app;
  return {
    model: pyText(to === resource.name ? 'self' : `${app}.${to}`),
    migration: pyText(`${app}.${to.toLowerCase()}`),
  };
}

/** What a many-to-many relation goes through; the migration keeps the capitals of its name. */
function throughForms(name: string, models: ProjectModels): TwoForms {
  const target = models.resources.find((one) => one.name === name);
  const label = pyText(`${target === undefined ? name : namesOf(target).app}.${name}`);
  return { model: label, migration: label };
}

function relationKeywords(
  field: RelationField,
  resource: Resource,
  models: ProjectModels,
  scope: ModelScope,
): readonly Keyword[] {
  const named = models.relatedNames.get(relationKey(resource, field));
  const related = named === undefined ? [] : [both('related_name', pyText(named))];
  if (field.type !== 'm2m') {
    const action = (field.on_delete ?? 'cascade').toUpperCase();
    const deletes: Keyword = {
      name: 'on_delete',
      model: pyCode(`${scope.use('models')}.${action}`),
      migration: pyCode(`django.db.models.deletion.${action}`),
      imports: 'import django.db.models.deletion',
    };
    return [deletes, ...related];
  }
  const through = field.through === undefined ? undefined : throughForms(field.through, models);
  const oneSided = field.to === resource.name && !isSymmetrical(resource, field);
  return [
    ...forms('through', through),
    ...(oneSided ? [{ name: 'symmetrical', model: pyCode('False') }] : []),
    ...related,
  ];
}

/** The two calls that the keywords make: in the written order for the model, in the order of their names for the migration. */
function declaration(
  name: string,
  type: string,
  target: TwoForms | undefined,
  keywords: readonly Keyword[],
  scope: ModelScope,
): FieldDeclaration {
  const first = target === undefined ? [] : [{ value: target.model }];
  const inModel = keywords.flatMap((keyword) =>
    keyword.model === undefined ? [] : [{ name: keyword.name, value: keyword.model }],
  );
  const inMigration = [...forms('to', target), ...keywords]
    .flatMap((keyword) => (keyword.migration === undefined ? [] : [{ name: keyword.name, value: keyword.migration }]))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    name,
    model: pyCall(`${scope.use('models')}.${type}`, [...first, ...inModel]),
    migration: pyCall(`models.${type}`, inMigration),
    imports: [target, ...keywords].flatMap((keyword) => keyword?.imports ?? []),
  };
}

/** Django's class of each relation. */
const RELATION_CLASSES: Readonly<Record<RelationField['type'], string>> = {
  fk: 'ForeignKey',
  o2o: 'OneToOneField',
  m2m: 'ManyToManyField',
  owner: 'ForeignKey',
};

/** A field as the model declares it and as its migration does. */
export function fieldDeclaration(
  field: Field,
  resource: Resource,
  models: ProjectModels,
  scope: ModelScope,
  choices?: ChoiceClass,
): FieldDeclaration {
  if (isRelation(field)) {
    const target = targetForms(targetOf(field), resource, models, scope);
    return declaration(
      field.name,
      RELATION_CLASSES[field.type],
      target,
      [...relationKeywords(field, resource, models, scope), ...flagKeywords(field)],
      scope,
    );
  }
  const keywords = valueKeywords(field, { resource, scope, choices });
  return declaration(field.name, fieldClass(field), undefined, keywords, scope);
}

/** The primary key, which Django makes of itself unless it is a UUID: both forms; the model writes only the second kind. */
export function keyDeclaration(
  resource: Resource,
  scope: ModelScope,
): FieldDeclaration & { readonly isWritten: boolean } {
  if (resource.pk !== 'uuid') {
    const keywords = [
      both('auto_created', TRUE),
      both('primary_key', TRUE),
      both('serialize', pyCode('False')),
      both('verbose_name', pyText('ID')),
    ];
    return { ...declaration('id', 'BigAutoField', undefined, keywords, scope), isWritten: false };
  }
  const unique: Keyword = {
    name: 'default',
    model: pyCode(`${scope.use('uuid')}.uuid4`),
    migration: pyCode('uuid.uuid4'),
    imports: 'import uuid',
  };
  const keywords = [
    both('primary_key', TRUE),
    unique,
    both('editable', pyCode('False')),
    { name: 'serialize', migration: pyCode('False') },
  ];
  return { ...declaration('id', 'UUIDField', undefined, keywords, scope), isWritten: true };
}
