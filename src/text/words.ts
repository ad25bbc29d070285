/** Where `camel_case_to_spaces` of Django 5.2 (`django.utils.text`) puts a space: before a capital that starts a word. */
const WORD_START = /(?<=[a-z])[A-Z]|[A-Z](?![A-Z]|$)/g;

/** What Django calls a model of itself (`camel_case_to_spaces` of `django.utils.text`): `trip invite` of `TripInvite`. */
export function djangoWords(name: string): string {
  return name.replaceAll(WORD_START, ' $&').trim().toLowerCase();
}

/** A class name in snake case: `trip_invite` of `TripInvite` and `Trip_Invite`, `isbn_code` of `ISBNCode`. */
export function snakeCase(name: string): string {
  return djangoWords(name).replaceAll(/[ _]+/g, '_');
}

/** A name in snake case as a class name: `InPrint` of `in_print`, `PIB` of `PIB`. */
export function camelCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/**
 * The name of a model as Django writes it: `Movie` of `movie`, `TripInvite` of `trip_invite` and `Trip_Invite`.
 * @returns the class's name; anything but a word of ASCII letters and digits stays as it is
 */
export function modelName(name: string): string {
  const areWords = /^[a-z]/i.test(name) && name.split('_').every((word) => /^[a-z0-9]+$/i.test(word));
  return areWords ? camelCase(name) : name;
}

/** The label that Django's choices derive from the name of a member by Python's `str.title`: `In Print` of `IN_PRINT`. */
export function labelOf(name: string): string {
  return name
    .replaceAll('_', ' ')
    .toLowerCase()
    .replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}
