import pluralize from 'pluralize';

/** The plural of a name in snake case: `trip_invites` of `trip_invite`; a plural stays as it is. */
export function pluralOf(name: string): string {
  const words = name.split('_');
  const last = words.pop() ?? '';
  return [...words, pluralize.plural(last)].join('_');
}
