import fc from 'fast-check';
import { INTEGER_TYPES, type Resource, isOneOf } from '../../src/resource/model/resource.ts';
import { jointProblems } from '../../src/answers/complete.ts';
import { readResources } from '../../src/resource/resources.ts';

/** Names as students give them; many hide something in Python or Django unless checked. */
const MODELS = [
  'Book',
  'Person',
  'Trip_Invite',
  'trip',
  'Cities',
  'Marks',
  'PIB',
  'ISBNCode',
  'Test',
  'Token',
  'Action',
  'Object',
  'Map',
  'Class',
  'Query',
  'Text',
  'Option',
  'Permissions',
  'Todo',
  'Decimal',
  'LogEntry',
  'Groups',
  'Check',
  'Series',
  'HTTPLog2',
  'Owner',
  'Status',
  'Child',
  'Match',
  'Quiz',
  'Update',
  'Profile',
  'Message',
  'Account',
];
const FIELDS = [
  'title',
  'name',
  'date',
  'time',
  'order',
  'type',
  'format',
  'group',
  'model',
  'models',
  'uuid',
  'datetime',
  'settings',
  'timezone',
  'Decimal',
  'local_time',
  'PIB',
  'todo',
  'object',
  'help',
  'fields',
  'options',
  'limit',
  'status',
  'Level',
  'created_at',
  'author',
  'book',
  'book_set',
  'owner',
  'parent',
  'a',
  'x2',
  'validate_file',
  'TextChoices',
  'groups',
  'username',
  'price',
  'is_active',
  'objects_2',
  'match',
];

/** Text that some place would take for something else. Only characters that every supported Python knows. */
const CHARACTERS = [
  ...Array.from('abcXYZ 0159_-'),
  "'",
  '"',
  '\\',
  '\n',
  '\t',
  '\r',
  '\x7F',
  '\x1B',
  '{',
  '}',
  '$',
  '%',
  '#',
  '<',
  '&',
  'é',
  'ß',
  'Ж',
  'а',
  '한',
  '字',
  '\u00A0',
  '\u200D',
  '\u2028',
  '\uFEFF',
  '\u202E',
  '✅',
  '💥',
  '–',
  '’',
];

/** A text of any of these characters. */
export function hostileText(least: number, most: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...CHARACTERS), { minLength: least, maxLength: most })
    .map((characters) => characters.join(''));
}

const flag = fc.constantFrom(true as const, undefined, undefined);

/** A resource as JSON, before it is read. */
type Raw = Readonly<Record<string, unknown>>;

/** An object without the keys that are undefined: nothing is said of them. */
function said(value: Raw): Raw {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

const choices: fc.Arbitrary<readonly Raw[]> = fc
  .oneof(
    fc.uniqueArray(
      fc.record({
        value: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(2 ** 31, 9_007_199_254_740_991)),
        label: fc.option(hostileText(1, 60), { nil: undefined }),
      }),
      { selector: ({ value }) => value, minLength: 1, maxLength: 5 },
    ),
    fc.uniqueArray(
      fc.record({
        value: fc.oneof(
          hostileText(1, 12),
          hostileText(1, 100),
          fc.constantFrom('draft', 'in_print', 'S', 'XL', '01', 'N/D', '#E3A857', 'In Progress'),
        ),
        label: fc.option(fc.oneof(hostileText(1, 12), hostileText(1, 110)), { nil: undefined }),
      }),
      { selector: ({ value }) => value, minLength: 1, maxLength: 5 },
    ),
  )
  .map((all) => all.map(said));

const isVisible = ({ value, label }: Raw): boolean =>
  String(value).trim() !== '' && (typeof label !== 'string' || label.trim() !== '');

/** What a field of each type says of itself, without its name and without what every field can say. */
function kinds(models: readonly string[]): fc.Arbitrary<Raw> {
  const target = fc.constantFrom(...models, 'user');
  const deletes = fc.constantFrom('protect', 'set_null', undefined, undefined);
  const text = fc.oneof(hostileText(0, 20), hostileText(60, 200));
  const day = fc
    .date({ min: new Date('0100-01-01'), max: new Date('9998-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const time = fc.constantFrom('09:30', '00:00:00', '23:59:59.000100', '12:00:07');
  const moment = (defaults: fc.Arbitrary<string>): fc.Arbitrary<Raw> =>
    fc.oneof(
      fc.record({ default: fc.option(defaults, { nil: undefined }) }),
      fc.constantFrom({ auto_now: true }, { auto_now_add: true }),
    );
  const typed = (type: string, rest: fc.Arbitrary<Raw> = fc.constant({})): fc.Arbitrary<Raw> =>
    rest.map((more) => ({ type, ...more }));
  return fc
    .oneof(
      typed('char', fc.record({ max_length: fc.constantFrom(250, 300), default: fc.option(text, { nil: undefined }) })),
      typed(
        'text',
        fc.record({ max_length: fc.constantFrom(500, undefined), default: fc.option(text, { nil: undefined }) }),
      ),
      typed(
        'slug',
        fc.record({ max_length: fc.constantFrom(50, 70, undefined), default: fc.constantFrom('a-b', '', undefined) }),
      ),
      typed(
        'email',
        fc.record({
          max_length: fc.constantFrom(100, 254, undefined),
          default: fc.constantFrom('a@example.com', '', undefined),
        }),
      ),
      typed(
        'url',
        fc.record({
          max_length: fc.constantFrom(200, 500, undefined),
          default: fc.constantFrom('https://example.com/', undefined),
        }),
      ),
      ...INTEGER_TYPES.map((type) => typed(type, fc.record({ default: fc.constantFrom(0, 7, 32_767, undefined) }))),
      typed('biginteger', fc.constantFrom({ default: '9223372036854775807' }, { default: -5 })),
      typed(
        'float',
        fc.record({
          default: fc.option(
            fc.oneof(
              fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
              fc.constantFrom(1, 0.1, 1e16, 1e-5, 1.5e22),
            ),
            { nil: undefined },
          ),
        }),
      ),
      typed(
        'decimal',
        fc.constantFrom(
          { max_digits: 10, decimal_places: 2, default: '9.90' },
          { max_digits: 5, decimal_places: 0 },
          { max_digits: 4, decimal_places: 4, default: '0' },
        ),
      ),
      typed('boolean', fc.record({ default: fc.constantFrom(true, false, undefined) })),
      typed('date', moment(fc.oneof(day, fc.constant('today')))),
      typed(
        'datetime',
        moment(
          fc.oneof(
            fc.constant('now'),
            day,
            fc.tuple(day, time).map(([one, other]) => `${one}T${other}Z`),
          ),
        ),
      ),
      typed('time', moment(fc.oneof(time, fc.constant('now')))),
      typed('duration', fc.record({ default: fc.constantFrom('P1D', 'PT0S', 'P1DT2H30M', 'P2W', 'PT90M', undefined) })),
      typed('uuid'),
      typed('json', fc.record({ default: fc.constantFrom({}, [], undefined) })),
      typed('genericipaddress', fc.record({ default: fc.constantFrom('127.0.0.1', '::1', undefined) })),
      typed('file'),
      typed('image'),
      fc
        .tuple(
          choices.filter((all) => all.every(isVisible)),
          fc.nat(),
        )
        .map(([all, place]) => ({
          type: 'choice',
          choices: all,
          ...(place % 2 === 0 ? { default: all[place % all.length]?.['value'] } : {}),
        })),
      typed('fk', fc.record({ to: target, on_delete: deletes })),
      typed('fk', fc.record({ to: target, on_delete: deletes })),
      typed('o2o', fc.record({ to: target, on_delete: deletes })),
      typed('m2m', fc.record({ to: target })),
      typed('owner', fc.record({ on_delete: deletes })),
    )
    .map(said);
}

/** A field; what its type or its default does not allow is left out. */
function fieldArbitrary(models: readonly string[]): fc.Arbitrary<Raw> {
  return fc
    .record({ name: fc.constantFrom(...FIELDS), kind: kinds(models), optional: flag, unique: flag, index: flag })
    .map(({ name, kind, optional, unique, index }) => {
      const { type } = kind;
      const isRelation = isOneOf(['fk', 'o2o', 'm2m', 'owner'], type);
      const isUnlimited = type === 'json' || (type === 'text' && !('max_length' in kind));
      return said({
        name,
        ...kind,
        optional,
        unique: isRelation || isUnlimited || 'default' in kind || isOneOf(['file', 'image'], type) ? undefined : unique,
        index: type === 'm2m' || isUnlimited ? undefined : index,
      });
    });
}

/** A resource whose names may still clash with another's. */
function resourceArbitrary(name: string, models: readonly string[]): fc.Arbitrary<Raw> {
  const fields = fc.uniqueArray(fieldArbitrary(models), {
    selector: (field) => String(field['name']).toLowerCase(),
    minLength: 1,
    maxLength: 8,
  });
  return fields.chain((all) => {
    const columns = all.filter((field) => field['type'] !== 'm2m').map((field) => String(field['name']));
    const names = fc.subarray([...columns, 'id'], { minLength: 1, maxLength: Math.min(3, columns.length + 1) });
    const unique =
      columns.length < 2
        ? fc.constant(undefined)
        : fc.option(
            fc.subarray(columns, { minLength: 2, maxLength: Math.min(3, columns.length) }).map((one) => [one]),
            { nil: undefined, freq: 2 },
          );
    return fc
      .record({
        plural: fc.option(fc.constantFrom('people', 'big_things', 'x', 'b2b'), { nil: undefined, freq: 6 }),
        ordering: fc.option(
          fc
            .tuple(names, fc.boolean())
            .map(([some, descending]) => some.map((one, place) => (descending && place === 0 ? `-${one}` : one))),
          { nil: undefined },
        ),
        str: fc.option(names, { nil: undefined, freq: 3 }),
        unique,
        pk: fc.constantFrom('uuid' as const, undefined, undefined),
      })
      .map((words) =>
        said({
          name,
          plural: words.plural,
          fields: all,
          str: words.str,
          ordering: words.ordering,
          unique: words.unique,
          pk: words.pk,
        }),
      );
  });
}

/** A many-to-many relation through a model of its own, between two resources or from one to itself. */
function withThrough(resources: readonly Raw[], from: number, to: number): readonly Raw[] {
  const [source, target] = [resources[from % resources.length], resources[to % resources.length]];
  if (source === undefined || target === undefined) return resources;
  const fields = [
    { name: 'first', type: 'fk', to: source['name'] },
    { name: 'second', type: 'fk', to: target['name'] },
    { name: 'since', type: 'date' },
  ];
  const through = { name: 'members', type: 'm2m', to: target['name'], through: 'Membership' };
  const before = Array.isArray(source['fields']) ? source['fields'].map((field: unknown) => field) : [];
  return [
    ...resources.map((one) => (one === source ? { ...one, fields: [...before, through] } : one)),
    { name: 'Membership', fields },
  ];
}

/** Any list of resources that is refused for nothing, by no database either. */
export const RESOURCES: fc.Arbitrary<readonly Resource[]> = fc
  .uniqueArray(fc.constantFrom(...MODELS), { minLength: 1, maxLength: 5 })
  .chain((names) =>
    fc.tuple(
      fc.tuple(...names.map((name) => resourceArbitrary(name, names))),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(true, false, false),
    ),
  )
  .map(([resources, from, to, isThrough]) => readResources(isThrough ? withThrough(resources, from, to) : resources))
  .map((outcome) => ('value' in outcome ? outcome.value : []))
  .filter((resources) => resources.length > 0 && jointProblems({ resources, database: 'postgres' }).length === 0);
