import pluralize from 'pluralize';

/**
 * The plural of a name in snake case: its last word's.
 * @param name such as `trip_invite`, or a plural already
 * @returns `trip_invites`; a plural stays as it is
 */
export function pluralOf(name: string): string {
  const words = name.split('_');
  const last = words.pop() ?? '';
  return [...words, pluralize.plural(last)].join('_');
}
