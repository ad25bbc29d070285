import type { Field, Resource } from '../model/resource.ts';
import { LONGEST_INDEX_ROW, fitsIndex, indexBytes } from '../model/queries.ts';
import type { Problem } from '../../problem.ts';
import { listed } from '../../text/listed.ts';

/** What is wrong with indexes of PostgreSQL that a long value would not fit: it would refuse the row. */
export function indexProblems(resource: Resource): readonly Problem[] {
  const why = `A character takes up to four bytes, and PostgreSQL refuses a row of an index above ${LONGEST_INDEX_ROW}.`;
  const shorter = (field: Field, among = 1): string => {
    const length = Math.floor(LONGEST_INDEX_ROW / 4 / among / 50) * 50;
    const isLong = field.type === 'text' || 'max_length' in field;
    return isLong
      ? `Give it a shorter length, such as ${field.name}:${field.type}:${length}, or take --database sqlite.`
      : 'Leave it out, or take --database sqlite.';
  };
  const alone = resource.fields.flatMap((field): readonly Problem[] => {
    const word = (['unique', 'index'] as const).find((one) => field[one] === true);
    if (word === undefined || fitsIndex([field])) return [];
    return [{ what: `${resource.name}.${field.name} is too long for ${word}`, why, next: shorter(field) }];
  });
  const together = (resource.unique ?? []).flatMap((names): readonly Problem[] => {
    const fields = resource.fields.filter((field) => names.includes(field.name));
    const longest = [...fields].sort((one, other) => indexBytes(other) - indexBytes(one))[0];
    if (longest === undefined || fitsIndex(fields)) return [];
    return [
      {
        what: `${listed(names, 'and')} of ${resource.name} are too long for @unique`,
        why,
        next: shorter(longest, fields.length),
      },
    ];
  });
  return [...alone, ...together];
}
