import { FIELD_FACTS, usageOf } from '../../src/resource/model/field-facts.ts';
import { FIELD_TYPES, type FieldType, ON_DELETES, RELATION_TYPES, isOneOf } from '../../src/resource/model/resource.ts';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { parseResources } from '../../src/resource/resources.ts';

/** A default for each type that takes one; some fit several. */
const DEFAULTS = [
  'x',
  '',
  '5',
  '1.5',
  'true',
  '2026-01-31',
  'today',
  'now',
  '{}',
  '[]',
  'P1D',
  '127.0.0.1',
  'draft',
  'a@example.com',
];

/** How each thing is written that a field can say; nothing for what belongs to its type. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['name', 'type', 'max_length', 'max_digits', 'decimal_places', 'choices', 'to', 'through'].map((key) => [key, []]),
  ),
  ...Object.fromEntries(['optional', 'unique', 'index', 'auto_now', 'auto_now_add'].map((key) => [key, [key]])),
  on_delete: ON_DELETES,
  related_name: ['related_name=+'],
  default: DEFAULTS.map((value) => `default=${value}`),
};

/** Every modifier of the grammar. */
const MODIFIERS = [...new Set(Object.values(FIELD_FACTS).flatMap(({ keys }) => keys))].flatMap((key) => {
  const words = WORDS[key];
  if (words === undefined) throw new Error(`Say here how ${key} is written, so that every type meets it.`);
  return words;
});

/** A type with what it must say; its relations point at the user. */
function written(type: FieldType): string {
  return isOneOf(RELATION_TYPES, type) && type !== 'owner' ? `${type}:user` : usageOf(type);
}

/** A field of each type; the `owner` may only be there once, which it is. */
const FIELDS = FIELD_TYPES.map((type) => `a_${type}:${written(type)}`);

/** Says whether the grammar and PostgreSQL take a resource of these fields and words. */
function isTaken(words: readonly string[]): boolean {
  return 'value' in completeProjectAnswers({ resources: [`Thing ${words.join(' ')}`] });
}

/** The name of a field. */
function nameOf(field: string): string {
  return field.split(':')[0] ?? '';
}

/** A set of fields with words of the resource behind them. */
export interface CoveringFields {
  /** The modifier or the word that all of them have, such as `optional`. */
  readonly what: string;
  readonly words: readonly string[];
}

/** The most fields of an ordering: SQLite's parser gives up on the cursor of twenty. */
const LONGEST_ORDERING = 8;

/** All types with one `@` word that names them. */
function withAtWord(word: 'ordering' | 'str' | 'unique'): readonly CoveringFields[] {
  const fields = FIELDS.filter((field) => isTaken([field, 'other:date', `@${word}=${nameOf(field)},other`]));
  if (word === 'unique')
    return [
      { what: '@unique', words: [...fields, 'other:date', ...fields.map((field) => `@unique=${nameOf(field)},other`)] },
    ];
  const size = word === 'ordering' ? LONGEST_ORDERING : fields.length;
  const parts = Array.from({ length: Math.ceil(fields.length / size) }, (_, place) =>
    fields.slice(place * size, (place + 1) * size),
  );
  return parts.map((part) => ({ what: `@${word}`, words: [...part, `@${word}=${part.map(nameOf).join(',')}`] }));
}

/**
 * Every type of the grammar with every modifier that it takes and in every `@` word that it may stand in, as the tables of the grammar
 * have them: what is added there is covered here.
 * @returns the fields of one resource for each modifier and each word
 */
export function coveringFields(): readonly CoveringFields[] {
  const each = MODIFIERS.map((modifier) => ({
    what: modifier,
    words: FIELDS.map((field) => `${field}:${modifier}`).filter((field) => isTaken([field])),
  }));
  return [
    { what: 'nothing', words: FIELDS },
    ...each.filter(({ words }) => words.length > 0),
    ...(['ordering', 'str', 'unique'] as const).flatMap(withAtWord),
    { what: '@pk', words: [...FIELDS, '@pk=uuid'] },
  ];
}

/** Types of which there are so few values that no resource has many rows where one is unique. */
const FEW: readonly FieldType[] = ['boolean', 'choice'];

/** Every relation to a resource, with each thing that may become of its rows; those to itself and to a UUID are among them. */
function relationLines(): readonly string[] {
  const relations = RELATION_TYPES.filter((type) => type !== 'owner').flatMap((type) =>
    ['', 'optional', ...ON_DELETES, 'index', 'unique'].flatMap((modifier) =>
      ['Anchor', 'Related'].map((target) =>
        [`${type}${modifier}_${target.toLowerCase()}`, type, target, modifier].filter((part) => part !== '').join(':'),
      ),
    ),
  );
  const anchor = 'Anchor name:char:20 @pk=uuid';
  const taken = relations.filter((field) => 'value' in parseResources([anchor, `Related name:char:20 ${field}`]));
  return [anchor, `Related/related_things name:char:20 ${taken.join(' ')}`];
}

/**
 * The covering fields as the resources of one project. Defaults share one resource, and so do fields of moments with each other's.
 * @returns values of `--resource`
 */
export function coveringLines(): readonly string[] {
  const isMerged = ({ what }: CoveringFields): boolean =>
    what.startsWith('default=') || what.startsWith('auto_') || what.startsWith('related_name');
  const all = coveringFields();
  const merged = all.filter(isMerged).flatMap(({ words }, set) => words.map((word) => word.replace(/^a_/, `b${set}_`)));
  const sets = all
    .filter((set) => !isMerged(set))
    .flatMap(({ what, words }): readonly (readonly string[])[] => {
      if (what !== 'unique' && what !== '@unique') return [words];
      const isFew = (word: string): boolean => FEW.some((type) => word.includes(`a_${type}`));
      return [
        words.filter((word) => !isFew(word)),
        [...words.filter(isFew), ...(what === '@unique' ? ['other:date'] : [])],
      ];
    });
  return [...relationLines(), ...[...sets, merged].map((words, place) => `Set${place + 1} ${words.join(' ')}`)];
}
