import { DJANGO } from '../model/django-names.ts';
import { ambiguousReason, nearestPythonName, pythonNameReason } from '../model/python-name.ts';
import { type Field, type Resource, USER, isRelation } from '../model/resource.ts';
import { namesOf } from '../model/names.ts';
import { hidesName, takenUrlReason } from '../model/reserved-names.ts';
import type { Problem } from '../../problem.ts';
import { counted } from '../../text/counted.ts';
import { camelCase, snakeCase } from '../../text/words.ts';

const PLURAL = /^[a-z](?:[a-z0-9]|_(?=[a-z0-9]))*$/;

function modelNameProblem(name: string): Problem | undefined {
  const what = `A resource cannot be named ${JSON.stringify(name)}`;
  if (name.toLowerCase() === USER) {
    return {
      what,
      why: 'The project has a user already.',
      next: 'Name it Member, or make a Profile with user:o2o:user.',
    };
  }
  if (name.toLowerCase() === 'self')
    return {
      what,
      why: "Django's generic views pass a row by the name of its model, and each method has a self already.",
      next: 'Take SelfItem.',
    };
  const why = ambiguousReason(name) ?? pythonNameReason(name);
  if (why !== undefined) {
    const nearest = camelCase(nearestPythonName(name, 'Item'));
    return {
      what,
      why,
      next: `Take ${pythonNameReason(nearest) === undefined && nearest !== name ? nearest : `${nearest}Item`}, or another.`,
    };
  }
  if (!hidesName(name)) return undefined;
  return { what, why: 'The modules of its app use that name for something else.', next: `Take ${name}Item.` };
}

function pluralProblem(resource: Resource): Problem | undefined {
  const { plural } = namesOf(resource);
  const what = `${resource.name} cannot have the plural ${JSON.stringify(plural)}`;
  if (!PLURAL.test(plural)) {
    const nearest = snakeCase(nearestPythonName(plural, 'items'));
    return {
      what,
      why: 'It is one word in snake case: small ASCII letters, digits and single underscores.',
      next: `Take ${resource.name}/${nearest}.`,
    };
  }
  const why = pythonNameReason(plural) ?? takenUrlReason(plural);
  if (why === undefined) return undefined;
  return { what, why, next: `Give it another, such as ${resource.name}/${`site_${plural}`.slice(0, 40)}.` };
}

function fieldNameReason(name: string): string | undefined {
  if (name === 'pk') return 'Django keeps it for the primary key (fields.E003).';
  if (name === 'id') return 'Every model has a key of that name; @pk=uuid makes it a UUID.';
  if (DJANGO.model_attributes.includes(name)) return "It would hide what Django's Model calls so.";
  return ambiguousReason(name) ?? pythonNameReason(name);
}

/** The column of a field, or nothing where it has none; databases do not tell capitals apart in it. */
function columnOf(field: Field): string | undefined {
  if (field.type === 'm2m') return undefined;
  return (isRelation(field) ? `${field.name}_id` : field.name).toLowerCase();
}

/** Methods that Django gives a model for some of its fields, by the field's name. */
function methodsOf(field: Field): readonly string[] {
  if (field.type === 'choice') return [`get_${field.name}_display`];
  const isDay = (field.type === 'date' || field.type === 'datetime') && field.optional !== true;
  return isDay ? [`get_next_by_${field.name}`, `get_previous_by_${field.name}`] : [];
}

/** What is wrong between a field and those before it. */
function clashProblem(field: Field, before: readonly Field[], resource: string): Problem | undefined {
  const twin = before.find((other) => other.name.toLowerCase() === field.name.toLowerCase());
  if (twin?.name === field.name) {
    return {
      what: `${resource} has the field ${field.name} twice`,
      next: 'Leave one of them out, or name it otherwise.',
    };
  }
  if (twin !== undefined) {
    return {
      what: `${resource} has the fields ${twin.name} and ${field.name}`,
      why: 'SQLite does not tell capitals apart in the name of a column.',
      next: 'Name one of them otherwise.',
    };
  }
  const clash = before.find(
    (other) =>
      (columnOf(other) !== undefined && columnOf(other) === columnOf(field)) ||
      other.name.toLowerCase() === columnOf(field) ||
      columnOf(other) === field.name.toLowerCase(),
  );
  if (clash === undefined) return undefined;
  const [relation, other] = columnOf(field) === clash.name.toLowerCase() ? [field, clash] : [clash, field];
  return {
    what: `${resource} has the fields ${clash.name} and ${field.name}`,
    why: `The relation ${relation.name} has the column ${relation.name}_id (models.E006).`,
    next: `Leave ${other.name} out, or name it otherwise.`,
  };
}

function fieldProblems(resource: Resource): readonly Problem[] {
  const methods = resource.fields.flatMap(methodsOf);
  return resource.fields.flatMap((field, place): readonly Problem[] => {
    const why =
      fieldNameReason(field.name) ??
      (methods.includes(field.name) ? 'Django gives the model a method of that name.' : undefined);
    if (why !== undefined) {
      const nearest = nearestPythonName(field.name, 'name');
      const next =
        fieldNameReason(nearest) === undefined && nearest !== field.name
          ? nearest
          : `${snakeCase(nearestPythonName(resource.name, 'its'))}_${nearest}`.slice(0, 40);
      return [
        {
          what: `${resource.name} cannot have a field ${JSON.stringify(field.name)}`,
          why,
          next: `Take ${next}, or another.`,
        },
      ];
    }
    const clash = clashProblem(field, resource.fields.slice(0, place), resource.name);
    return clash === undefined ? [] : [clash];
  });
}

/** What is wrong with the names of one resource: its own, its plural's and its fields'. */
export function namingProblems(resource: Resource): readonly Problem[] {
  const own = modelNameProblem(resource.name);
  const plural = own === undefined || resource.plural !== undefined ? pluralProblem(resource) : undefined;
  const owners = resource.fields.filter((field) => field.type === 'owner').map((field) => field.name);
  return [
    ...(own === undefined ? [] : [own]),
    ...(plural === undefined ? [] : [plural]),
    ...(resource.fields.length > 0
      ? []
      : [
          {
            what: `${resource.name} has no fields`,
            next: `Give it at least one, such as '${resource.name} title:char:100'.`,
          },
        ]),
    ...fieldProblems(resource),
    ...(owners.length < 2
      ? []
      : [
          {
            what: `${resource.name} has ${counted(owners.length, 'owner')}: ${owners.join(', ')}`,
            why: 'The server sets one, the user who creates the row.',
            next: `Keep one, and write ${owners[1] ?? ''}:fk:user for the other.`,
          },
        ]),
  ];
}
