import { type ResourceReading, readingOf } from './parse/resource-json.ts';
import { lineReading } from './parse/resource-line.ts';
import { namesOf } from './model/names.ts';
import { takenLabelReason } from './model/reserved-names.ts';

function notesOf({ said, resource }: ResourceReading): readonly string[] {
  if (resource === undefined) return [];
  const { model, app, plural } = namesOf(resource);
  return [
    ...(said === undefined || said === model
      ? []
      : [`The model ${said} is named ${model}, as Django writes class names.`]),
    ...(app === plural
      ? []
      : [
          `The app of ${model} is named ${app}: ${plural} is the name of ${takenLabelReason(plural) ?? 'another'}. Words and URLs keep ${plural}.`,
        ]),
  ];
}

/**
 * What the tool makes of resources otherwise than they say.
 * @param value a list of resources, as lines or as objects, as `readResources` takes it
 * @returns a sentence for each name that is another in the project
 */
export function resourceNotes(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => notesOf(typeof item === 'string' ? lineReading(item) : readingOf(item)));
}
