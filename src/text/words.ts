/** Where `camel_case_to_spaces` of Django 5.2 (`django.utils.text`) puts a space: before a capital that starts a word. */
const WORD_START = /(?<=[a-z])[A-Z]|[A-Z](?![A-Z]|$)/g;

/**
 * What Django calls a model of itself: `camel_case_to_spaces` of `django.utils.text`.
 * @param name the name of a class, such as `TripInvite`
 * @returns its words in lower case: `trip invite`
 */
export function djangoWords(name: string): string {
  return name.replaceAll(WORD_START, ' $&').trim().toLowerCase();
}

/**
 * A class name in snake case.
 * @param name such as `TripInvite`, `Trip_Invite` or `ISBNCode`
 * @returns `trip_invite`, `trip_invite`, `isbn_code`
 */
export function snakeCase(name: string): string {
  return djangoWords(name).replaceAll(/[ _]+/g, '_');
}

/**
 * A name in snake case as a class name.
 * @param name such as `in_print` or `PIB`
 * @returns `InPrint`, `PIB`
 */
export function camelCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/**
 * The label that Django's choices derive from the name of a member: Python's `str.title` with spaces for underscores.
 * @param name such as `IN_PRINT`, in ASCII
 * @returns `In Print`
 */
export function labelOf(name: string): string {
  return name
    .replaceAll('_', ' ')
    .toLowerCase()
    .replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}
