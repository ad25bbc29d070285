import { type Field, type Resource, TEXT_TYPES, isOneOf, isOptional } from '../../resource/model/resource.ts';
import { namesOf } from '../../resource/model/names.ts';
import { pageOrdering, textNames } from '../../resource/model/queries.ts';
import { choiceClasses, memberLines } from '../field-types/choice-class.ts';
import { type NamedColumns, namedConstraints, namedIndexes } from './database-names.ts';
import { type FieldDeclaration, type ProjectModels, fieldDeclaration, keyDeclaration } from './field-declaration.ts';
import { ModelScope } from '../field-types/model-scope.ts';
import { columnsOf } from '../../text/columns.ts';
import { type Py, type PyArgument, pyCall, pyCode, pyLaidOut, pySequence, pyText } from '../../text/py-expression.ts';

/** What a template prints of a model; every text is laid out as `ruff format` has it and indented for its place. */
export interface ModelSource {
  /** Groups of import lines, each group sorted, with an empty line between groups. */
  readonly imports: readonly (readonly string[])[];
  /** The name of a function to define in the module that gives the time of day, where a field's default needs it. */
  readonly localTime: string | null;
  /** The address of a row's page; the empty text where there are no pages. */
  readonly absoluteUrl: string;
  /** What the module calls `django.db.models` and `django.utils.timezone`. */
  readonly models: string;
  readonly timezone: string;
  /** The classes of choices inside the model. */
  readonly choices: readonly { readonly name: string; readonly base: string; readonly members: readonly string[] }[];
  /** The fields, the key among them where it is written. */
  readonly fields: readonly { readonly line: string }[];
  /** The lines of `Meta`; none where it would be empty. */
  readonly meta: readonly string[];
  /** The lines of the body of `__str__`. */
  readonly text: readonly string[];
}

/** A statement that gives a name a value, in a body of so many spaces. */
function assignment(name: string, value: Py, indent: number): string {
  const head = `${' '.repeat(indent)}${name} = `;
  return head + pyLaidOut(value, indent, head.length);
}

/** Calls of a class of Django's with columns and a name. */
function columnCalls(callee: string, all: readonly NamedColumns[]): Py {
  return pySequence(
    'tuple',
    all.map(({ name, fields }) => {
      const args: PyArgument[] = [
        { name: 'fields', value: pySequence('list', fields.map(pyText)) },
        { name: 'name', value: pyText(name) },
      ];
      return pyCall(callee, args);
    }),
  );
}

/** The lines of `Meta`. Tuples, for a list there is a mutable default of a class to ruff (RUF012). */
function metaLines(resource: Resource, models: string, filtered: boolean): readonly string[] {
  const names = namesOf(resource);
  const [indexes, constraints] = [filtered ? namedIndexes(resource) : [], namedConstraints(resource)];
  const isOwnName = names.verbose !== names.djangoVerbose;
  return [
    ...(isOwnName ? [assignment('verbose_name', pyText(names.verbose), 8)] : []),
    ...(names.verbosePlural === `${names.verbose}s`
      ? []
      : [assignment('verbose_name_plural', pyText(names.verbosePlural), 8)]),
    assignment('ordering', pySequence('tuple', pageOrdering(resource).map(pyText)), 8),
    ...(indexes.length === 0 ? [] : [assignment('indexes', columnCalls(`${models}.Index`, indexes), 8)]),
    ...(constraints.length === 0
      ? []
      : [assignment('constraints', columnCalls(`${models}.UniqueConstraint`, constraints), 8)]),
  ];
}

/** A field in the text of a row, as an expression behind `self.`. */
function textAttribute(name: string, field: Field | undefined): string {
  return field?.type === 'choice' ? `get_${name}_display()` : name;
}

/** The lines of the body of `__str__`. */
function textLines(resource: Resource): readonly string[] {
  const names = textNames(resource);
  const verbose = namesOf(resource).verbose;
  if (names.length === 0) return [`        return f"${verbose} {self.pk}"`];
  const fields = names.map((name) => resource.fields.find((field) => field.name === name));
  const [first] = fields;
  if (names.length === 1 && first !== undefined && isOneOf(TEXT_TYPES, first.type)) {
    return [`        return self.${first.name}${isOptional(first) ? ' or str(self.pk)' : ''}`];
  }
  const parts = names.map((name, place) => `{self.${textAttribute(name, fields[place])}}`);
  const line = `        return f"${parts.join(', ')}"`;
  if (columnsOf(line) <= 88) return [line];
  const pieces = parts.map((part, place) => `            f"${part}${place === parts.length - 1 ? '' : ', '}"`);
  return ['        return (', ...pieces, '        )'];
}

/** The address of a row's page, by what the module calls `django.urls.reverse`. */
function addressOf(resource: Resource, reverse: string): string {
  const args = [
    { value: pyText(`${namesOf(resource).singular}-detail`) },
    { name: 'args', value: pySequence('tuple', [pyCode('self.pk')]) },
  ];
  return pyLaidOut(pyCall(reverse, args), 8, '        return '.length);
}

/** A model, declared: what a template prints, and what its migration is made of. */
export interface DeclaredModel {
  readonly source: ModelSource;
  readonly key: FieldDeclaration;
  readonly fields: readonly FieldDeclaration[];
}

/** Declares a resource's model; gives what a template prints, and the declarations that its migration is made of. */
export function declareModel(resource: Resource, models: ProjectModels): DeclaredModel {
  const classes = choiceClasses(resource);
  const scope = new ModelScope(
    resource,
    Array.from(classes.values(), (one) => one.name),
  );
  const key = keyDeclaration(resource, scope);
  const fields = resource.fields.map((field) =>
    fieldDeclaration(field, resource, models, scope, classes.get(field.name)),
  );
  const written = [...(key.isWritten ? [key] : []), ...fields];
  const absoluteUrl = models.website ? addressOf(resource, scope.use('reverse')) : '';
  return {
    key,
    fields,
    source: {
      imports: scope.imports(),
      localTime: scope.localTime,
      absoluteUrl,
      models: scope.use('models'),
      timezone: scope.localTime === null ? 'timezone' : scope.use('timezone'),
      choices: Array.from(classes.values(), ({ name, base, members }) => ({
        name,
        base: `${scope.use('models')}.${base}`,
        members: members.map((member) => memberLines(member, 8)),
      })),
      fields: written.map(({ name, model }) => ({ line: assignment(name, model, 4) })),
      meta: metaLines(resource, scope.use('models'), models.filtered),
      text: textLines(resource),
    },
  };
}
