import { type Resource, TEXT_TYPES, isOneOf } from '../../resource/model/resource.ts';
import { textNames } from '../../resource/model/queries.ts';
import { searchFields } from '../../resource/model/searched-fields.ts';
import { tupleLines } from './class-attribute.ts';

/** The options of a model's admin as Python; an option that would say nothing is the empty text. */
export interface AdminOptions {
  readonly listDisplay: string;
  readonly searchFields: string;
}

const MOST_COLUMNS = 6;

/** The columns of the list: the text of a row, then its other fields, but for long texts, documents and many-to-many relations. */
function columns(resource: Resource): readonly string[] {
  const [first, ...more] = textNames(resource);
  const isPlainText =
    first !== undefined &&
    more.length === 0 &&
    resource.fields.some((field) => field.name === first && isOneOf(TEXT_TYPES, field.type) && field.optional !== true);
  const start = isPlainText ? first : '__str__';
  const others = resource.fields.filter(
    (field) => !isOneOf(['text', 'json', 'm2m'], field.type) && field.name !== first,
  );
  return [start, ...others.map((field) => field.name)].slice(0, MOST_COLUMNS);
}

/** The options of a model's admin. */
export function adminOptions(resource: Resource): AdminOptions {
  const searched = searchFields(resource);
  return {
    listDisplay: tupleLines(columns(resource)),
    searchFields: searched.length === 0 ? '' : tupleLines(searched),
  };
}
