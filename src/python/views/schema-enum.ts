import { namesOf } from '../../resource/model/names.ts';
import type { Resource } from '../../resource/model/resource.ts';
import { choiceClasses } from '../field-types/choice-class.ts';

/** A class of choices, as the schema of the API calls it. */
export interface SchemaEnum {
  readonly name: string;
  /** The class, as Python finds it: `books.models.Book.Status`. */
  readonly path: string;
}

/**
 * The names of all choices in the API's schema: drf-spectacular names them after their fields, and two fields of one name clash.
 * @returns one name for each set of choices; fields with the same values and labels share it
 */
export function schemaEnums(resources: readonly Resource[]): readonly SchemaEnum[] {
  const enums = new Map<string, SchemaEnum>();
  for (const resource of resources) {
    const { app, model } = namesOf(resource);
    for (const choices of choiceClasses(resource).values()) {
      const key = JSON.stringify(choices.members.map(({ value, label }) => [value, label]));
      if (!enums.has(key))
        enums.set(key, { name: `${model}${choices.name}Enum`, path: `${app}.models.${model}.${choices.name}` });
    }
  }
  return [...enums.values()];
}
