import type { Problem } from '../../problem.ts';
import type { FieldType } from '../model/resource.ts';

/** Words that some types cannot say, with Django's reason. */
const REASONS: Readonly<Record<string, (type: FieldType, name: string) => Pick<Problem, 'why' | 'next'> | undefined>> =
  {
    unique: (type, name) => {
      if (type === 'file' || type === 'image')
        return { why: 'Every upload gets a name of its own, so no two are the same.', next: 'Leave it out.' };
      if (type === 'm2m')
        return { why: 'Django has no unique many-to-many field (fields.E330).', next: 'Leave it out.' };
      return {
        why: 'A unique foreign key is a one-to-one relation (fields.W342).',
        next: type === 'owner' ? 'Leave it out.' : `Write ${name}:o2o instead of ${name}:fk.`,
      };
    },
    index: () => ({ why: 'A many-to-many relation has no column; Django indexes its table.', next: 'Leave it out.' }),
    on_delete: (type) =>
      type === 'm2m'
        ? { why: 'The rows of its table always go with either end.', next: 'Leave it out.' }
        : { why: 'Only a relation points at a row that can be deleted.', next: 'Leave it out.' },
    related_name: () => ({ why: 'Only a relation has another end.', next: 'Leave it out.' }),
    default: (type) => {
      if (type === 'file' || type === 'image')
        return { why: 'There is no file that every row could start with.', next: 'Leave it out, or say optional.' };
      return { why: 'There is no row yet that it could point at.', next: 'Leave it out, or say optional.' };
    },
    auto_now: () => ({ why: 'Only date, datetime and time are filled in by the server.', next: 'Leave it out.' }),
    auto_now_add: () => ({ why: 'Only date, datetime and time are filled in by the server.', next: 'Leave it out.' }),
    max_length: () => ({ why: 'Only char, text, slug, email and url have a length.', next: 'Leave it out.' }),
    through: () => ({ why: 'Only a many-to-many relation goes through another model.', next: 'Leave it out.' }),
  };

/** Why a field of one type cannot say a word that another type can: the reason, or nothing where the word is unknown. */
export function keyReason(key: string, type: FieldType, name: string): Pick<Problem, 'why' | 'next'> | undefined {
  return Object.hasOwn(REASONS, key) ? REASONS[key]?.(type, name) : undefined;
}
