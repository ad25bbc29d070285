import { DJANGO } from '../../resource/model/django-names.ts';
import { type Field, type Resource, isOneOf } from '../../resource/model/resource.ts';
import books from './sample-books.json' with { type: 'json' };
import words from './sample-words.json' with { type: 'json' };

/** Which words suit a field, by a part of its name; the first that fits is taken. */
const SUBJECTS: readonly (readonly [RegExp, keyof typeof words])[] = [
  [/first_?name|given_?name|forename/, 'first_name'],
  [/last_?name|surname|family_?name/, 'last_name'],
  [
    /author|artist|director|teacher|person|student|full_?name|contact|player|driver|customer|doctor|patient|host|speaker|singer|owner/,
    'person',
  ],
  [/user_?name|nick|login/, 'first_name'],
  [/city|town|place|location|venue|destination|capital/, 'city'],
  [/country|nation/, 'country'],
  [/street|address/, 'street'],
  [/company|brand|publisher|manufacturer|employer|organi[sz]ation|team|club|studio/, 'company'],
  [/colou?r/, 'color'],
  [/category|genre|subject|topic|tag|skill|hobby|course|department/, 'topic'],
  [
    /description|summary|body|content|text|comment|message|bio|note|review|detail|about|excerpt|answer|question|subtitle/,
    'sentence',
  ],
  [/title|headline|event|song|album|movie/, 'title'],
];

/** Models whose rows are people, or things that a word names. */
const NAMED: readonly (readonly [RegExp, keyof typeof words])[] = [
  [
    /author|artist|director|teacher|person|people|student|contact|player|driver|customer|doctor|patient|member|profile|employee|friend|actor|guest|speaker|singer|owner/,
    'person',
  ],
  [/city|town|place|location|venue|station|airport/, 'city'],
  [/country|nation/, 'country'],
  [/company|brand|publisher|manufacturer|employer|team|club|studio|restaurant|shop|store/, 'company'],
  [/category|genre|subject|topic|tag|skill|hobby|course|department|group/, 'topic'],
  [/colou?r/, 'color'],
  [/book|movie|film|song|album|event|post|article|story|project|task|todo|game|recipe|trip/, 'title'],
];

/** A number's two digits. */
function two(value: number): string {
  return String(value).padStart(2, '0');
}

function listFor(field: Field, resource: Resource): readonly string[] {
  const name = field.name.toLowerCase();
  const own = SUBJECTS.find(([pattern]) => pattern.test(name));
  if (own !== undefined) return words[own[1]];
  const model = NAMED.find(([pattern]) => pattern.test(resource.name.toLowerCase()));
  if (/name|label/.test(name) && model !== undefined) return words[model[1]];
  return field.type === 'text' ? words.sentence : words.word;
}

/** A text cut to a length, at the end of a word where there is one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const short = text.slice(0, longest);
  const space = short.lastIndexOf(' ');
  return (space > longest / 2 ? short.slice(0, space) : short).replace(/[ ,-]+$/, '');
}

/** A part of an address from any text. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Texts of a form of their own, by the name of a field of plain text. */
const FORMS: readonly (readonly [RegExp, (place: number) => string])[] = [
  [/phone|mobile|fax/, (place) => `+1 202 555 01${two(place + 10)}`],
  [/zip|post_?code|postal/, (place) => String(10_115 + place * 271)],
  [/e_?mail/, (place) => `${(words.first_name[place % 12] ?? '').toLowerCase()}@example.com`],
  [/url|website|link/, (place) => `https://example.com/${words.word[place % 12] ?? ''}`],
  [/isbn/, (place) => `97801400000${two(place)}`],
  [/code|sku|number|serial|plate/, (place) => `${'ABCDEFGHIJKL'.charAt(place % 12)}-${100 + place}`],
  [/currency/, (place) => ['EUR', 'USD', 'GBP'][place % 3] ?? ''],
  [/language/, (place) => ['English', 'Deutsch', 'Français', 'Español'][place % 4] ?? ''],
  [/icon|emoji/, (place) => ['★', '♥', '♪'][place % 3] ?? ''],
];

/** The text of the book of each place, where the resource is one and its field holds the book's own words. */
function bookTexts(field: Field, resource: Resource): readonly (string | undefined)[] {
  return resource.name === 'Book' ? books.map((book: Readonly<Record<string, string>>) => book[field.name]) : [];
}

/** Addresses of an own kind, short ones where a field has no room for a word. */
function addressSampler(type: 'email' | 'url', longest: number): (place: number) => string {
  const letter = (place: number): string => 'abcdefghijklmnopqrstuvwx'.charAt(place);
  if (type === 'email')
    return longest < 24
      ? (place) => `${letter(place)}@a.io`
      : (place) => `${slugOf(words.first_name[place % 12] ?? '')}@example.com`;
  return longest < 34
    ? (place) => `http://a.io/${letter(place)}`
    : (place) => `https://example.com/${words.word[place % 12] ?? ''}`;
}

/**
 * Plausible texts for a field: addresses where they are such, the words of real books where it is a book's, otherwise by its name.
 * @returns what gives the text for the number of a row, from nought, within its length
 */
export function textSampler(field: Field, resource: Resource): (place: number) => string {
  const lengths: Readonly<Record<string, number>> = DJANGO.field_lengths;
  const longest = 'max_length' in field ? field.max_length : (lengths[field.type] ?? 10_000);
  if (field.type === 'email' || field.type === 'url') return addressSampler(field.type, longest);
  const list = listFor(field, resource);
  const word = (place: number): string => list[place % list.length] ?? '';
  if (field.type === 'slug') {
    const title = resource.fields.find((one) => isOneOf(['char', 'text'], one.type));
    const text = title === undefined ? word : textSampler(title, resource);
    return (place) => cut(slugOf(text(place)), longest);
  }
  const ofBooks = bookTexts(field, resource);
  const form = field.type === 'char' ? FORMS.find(([pattern]) => pattern.test(field.name.toLowerCase())) : undefined;
  const text = form === undefined ? word : form[1];
  return (place) => cut(ofBooks[place] ?? text(place), longest);
}
