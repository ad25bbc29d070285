import { describe, expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import { readResource } from '../../../src/resource/parse/resource-json.ts';
import { parseResource } from '../../../src/resource/parse/resource-line.ts';
import type { Field } from '../../../src/resource/model/resource.ts';

/** The one field of a line that has one. */
function field(word: string): Field | readonly string[] | undefined {
  const outcome = parseResource(`Thing ${word}`);
  return 'value' in outcome
    ? outcome.value.fields[0]
    : outcome.problems.map(({ what, why, next }) => [what, why, next].filter((part) => part !== undefined).join(' | '));
}

test('reads the book', () => {
  expect(parseResource('Book title:char:250 subtitle:char:250:optional author:char:100 isbn:char:13:unique')).toEqual({
    value: BOOK,
  });
});

test('reads the plural and the @ words, and any white space between', () => {
  expect(
    parseResource(
      ' Person/people\tname:char:80\n born:date  @ordering=-born,name @str=name @unique=name,born @unique=born,id @pk=uuid ',
    ),
  ).toEqual({
    value: {
      name: 'Person',
      plural: 'people',
      fields: [
        { name: 'name', type: 'char', max_length: 80 },
        { name: 'born', type: 'date' },
      ],
      str: ['name'],
      ordering: ['-born', 'name'],
      unique: [
        ['name', 'born'],
        ['born', 'id'],
      ],
      pk: 'uuid',
    },
  });
});

test('reads JSON where a line cannot hold a character', () => {
  expect(
    parseResource(
      '{"name": "Shop", "fields": [{"name": "motto", "type": "text", "default": "a b:c,d", "optional": true, "unique": false}]}',
    ),
  ).toEqual({
    value: { name: 'Shop', fields: [{ name: 'motto', type: 'text', default: 'a b:c,d', optional: true }] },
  });
});

describe('a field', () => {
  test.each<[string, object]>([
    ['a:char:5', { type: 'char', max_length: 5 }],
    ['a:text', { type: 'text' }],
    ['a:slug:70:optional', { type: 'slug', max_length: 70, optional: true }],
    ['a:integer:default=-3:index', { type: 'integer', default: -3, index: true }],
    ['a:biginteger:default=9223372036854775807', { type: 'biginteger', default: '9223372036854775807' }],
    ['a:float:default=1e3', { type: 'float', default: 1000 }],
    ['a:float:default=-2.5E-1', { type: 'float', default: -0.25 }],
    ['a:decimal:10,2:default=9.90', { type: 'decimal', max_digits: 10, decimal_places: 2, default: '9.90' }],
    ['a:boolean:default=false', { type: 'boolean', default: false }],
    ['a:date:default=2026-01-31', { type: 'date', default: '2026-01-31' }],
    ['a:date:default=today', { type: 'date', default: 'today' }],
    ['a:datetime:default=2026-01-31', { type: 'datetime', default: '2026-01-31' }],
    ['a:datetime:auto_now_add', { type: 'datetime', auto_now_add: true }],
    ['a:time:default=now', { type: 'time', default: 'now' }],
    ['a:duration:default=P1DT2H', { type: 'duration', default: 'P1DT2H' }],
    ['a:uuid:default=uuid4', { type: 'uuid' }],
    ['a:json:default=[]', { type: 'json', default: [] }],
    ['a:text:default=', { type: 'text', default: '' }],
    ['a:char:9:default=a=b', { type: 'char', max_length: 9, default: 'a=b' }],
    ['a:choice:draft,in_print', { type: 'choice', choices: [{ value: 'draft' }, { value: 'in_print' }] }],
    [
      'a:choice:S=Small,XL=Extra_large:default=S',
      {
        type: 'choice',
        choices: [
          { value: 'S', label: 'Small' },
          { value: 'XL', label: 'Extra large' },
        ],
        default: 'S',
      },
    ],
    [
      'a:choice:1=Low,-2:default=-2',
      { type: 'choice', choices: [{ value: 1, label: 'Low' }, { value: -2 }], default: -2 },
    ],
    ['a:choice:01,02', { type: 'choice', choices: [{ value: '01' }, { value: '02' }] }],
    ['a:choice:unique,index', { type: 'choice', choices: [{ value: 'unique' }, { value: 'index' }] }],
    ['a:fk:USER:cascade', { type: 'fk', to: 'user' }],
    ['a:fk:Person:protect:related_name=as_a', { type: 'fk', to: 'Person', on_delete: 'protect', related_name: 'as_a' }],
    ['a:m2m:Person:through=Link', { type: 'm2m', to: 'Person', through: 'Link' }],
    ['a:owner:set_null', { type: 'owner', on_delete: 'set_null' }],
  ])('%s', (word, expected) => {
    expect(field(word)).toEqual({ name: 'a', ...expected });
  });

  test('of the name owner may leave its type out', () => {
    expect(field('owner')).toEqual({ name: 'owner', type: 'owner' });
    expect(field('owner:protect')).toEqual({ name: 'owner', type: 'owner', on_delete: 'protect' });
    expect(field('owner:char:50')).toEqual({ name: 'owner', type: 'char', max_length: 50 });
    expect(field('owner:fk:Owner')).toEqual({ name: 'owner', type: 'fk', to: 'Owner' });
  });
});

describe('is refused', () => {
  test.each([
    ['a:string:100', 'Unknown field type "string" in Thing.a | Write a:char:100.'],
    ['a:string', 'Unknown field type "string" in Thing.a | Write a:char:100.'],
    ['a:CharField:100', 'Unknown field type "CharField" in Thing.a | Write a:char:100.'],
    ['a:int', 'Unknown field type "int" in Thing.a | Write a:integer.'],
    ['a:Boolean', 'Unknown field type "Boolean" in Thing.a | Write a:boolean.'],
    ['a:ForeignKey:Person:protect', 'Unknown field type "ForeignKey" in Thing.a | Write a:fk:Person:protect.'],
    ['a:references', 'Unknown field type "references" in Thing.a | Write a:fk:Other.'],
    ['a:datetme', 'Unknown field type "datetme" in Thing.a | Write a:datetime.'],
    [
      'a:char',
      'Thing.a has no length | A char holds a limited number of characters. | Write a:char:100, or a:text for any length.',
    ],
    ['a:char:0', 'Thing.a has max_length 0 | It is a whole number from 1 to 10485760.'],
    ['a:char:5:optinal', 'Unknown modifier "optinal" in Thing.a | Did you mean optional?'],
    ['a:char:5:null=True', 'Unknown modifier "null=True" in Thing.a | Did you mean optional?'],
    ['a:char:5:blank', 'Unknown modifier "blank" in Thing.a | Did you mean optional?'],
    [
      'a:char:5:required',
      'Unknown modifier "required" in Thing.a | Leave it out: every field is required that is not optional.',
    ],
    ['a:slug:max=5', 'Unknown modifier "max=5" in Thing.a | The length follows the type: a:slug:5.'],
    ['a:text:max_length', 'Unknown modifier "max_length" in Thing.a | The length follows the type: a:text:100.'],
    ['a:integer:max=5', 'Unknown modifier "max=5" in Thing.a | Leave it out, and add a validator to the model.'],
    [
      'a:fk:user:on_delete=CASCADE',
      'Unknown modifier "on_delete=CASCADE" in Thing.a | Write one of cascade, protect, set_null alone.',
    ],
    ['a:fk:user:restrict', 'Unknown modifier "restrict" in Thing.a | Did you mean protect?'],
    [
      'a:char:5:zzz',
      'Unknown modifier "zzz" in Thing.a | The modifiers are optional, unique, index, auto_now_add, auto_now, cascade, protect, set_null, default, related_name, through.',
    ],
    ['a:char:5:unique=1', 'Thing.a says "unique=1" | Write unique alone.'],
    ['a:char:5:default', 'Thing.a says default without a value | Write default=VALUE.'],
    ['a:char:5:index:index', 'Thing.a says index twice | Say it once.'],
    ['a:fk:user:cascade:protect', 'Thing.a says on_delete twice | Say it once.'],
    [
      'a:char:5:unique:default=x',
      'Thing.a is unique and has a default | Two rows that take the default would be the same. | Leave the default out.',
    ],
    ['a:char:3:default=four', 'Thing.a cannot have the default "four" | It has 4 characters, and the field holds 3.'],
    [
      'a:slug:default=ü',
      'Thing.a cannot have the default "ü" | A slug holds letters, digits, hyphens and underscores.',
    ],
    ['a:email:default=me', 'Thing.a cannot have the default "me" | It is not an email address.'],
    ['a:url:default=me', 'Thing.a cannot have the default "me" | It is not a URL.'],
    [
      'a:integer:default=1.5',
      'Thing.a cannot have the default "1.5" | It is not a whole number. | Write it in digits, such as default=0.',
    ],
    [
      'a:smallinteger:default=40000',
      'Thing.a cannot have the default 40000 | The type smallinteger holds -32768 to 32767.',
    ],
    [
      'a:positiveinteger:default=-1',
      'Thing.a cannot have the default -1 | The type positiveinteger holds 0 to 2147483647.',
    ],
    [
      'a:decimal',
      'Thing.a does not say its digits | Write a:decimal:10,2 for ten digits, two of them behind the point.',
    ],
    ['a:decimal:2,5', 'Thing.a has more decimal places (5) than digits (2) | Write a:decimal:7,5.'],
    [
      'a:decimal:4,2:default=1.234',
      'Thing.a cannot have the default "1.234" | It has 3 decimal places, and the field holds 2.',
    ],
    [
      'a:decimal:4,2:default=123',
      'Thing.a cannot have the default "123" | It has 3 digits before the point, and the field holds 2.',
    ],
    [
      'a:boolean:default=yes',
      'Thing.a cannot have the default "yes" | It is neither true nor false. | Write default=true or default=false.',
    ],
    ['a:date:default=now', 'Thing.a cannot have the default "now" | It is not a date. | Write default=today.'],
    [
      'a:date:default=2026-02-30',
      'Thing.a cannot have the default "2026-02-30" | It is not a date. | Write default=today, or a day such as default=2026-01-31.',
    ],
    [
      'a:datetime:default=today',
      'Thing.a cannot have the default "today" | It is not a date and time. | Write default=now.',
    ],
    [
      'a:date:auto_now:auto_now_add',
      'Thing.a says auto_now_add and auto_now | Django allows one of auto_now_add, auto_now and default (fields.E160). | Keep auto_now_add.',
    ],
    [
      'a:integer:auto_now',
      'Thing.a cannot say auto_now | Only date, datetime and time are filled in by the server. | Leave it out.',
    ],
    [
      'a:duration:default=P1M',
      'Thing.a cannot have the default "P1M" | It is not a duration in ISO 8601. | Write it such as default=P1DT2H30M.',
    ],
    [
      'a:genericipaddress:default=256.1.1.1',
      'Thing.a cannot have the default "256.1.1.1" | It is not an IP address. | Write it such as default=127.0.0.1.',
    ],
    [
      'a:json:default=1',
      'Thing.a cannot have the default "1" | It is neither an empty object nor an empty list. | Write default={} or default=[].',
    ],
    [
      'a:uuid:default=1',
      'Thing.a cannot have the default "1" | A uuid gets a uuid4 of itself. | Leave the default out.',
    ],
    [
      'a:file:default=x',
      'Thing.a cannot say default | There is no file that every row could start with. | Leave it out, or say optional.',
    ],
    [
      'a:fk:user:default=1',
      'Thing.a cannot say default | There is no row yet that it could point at. | Leave it out, or say optional.',
    ],
    [
      'a:fk:user:unique',
      'Thing.a cannot say unique | A unique foreign key is a one-to-one relation (fields.W342). | Write a:o2o instead of a:fk.',
    ],
    [
      'a:m2m:user:unique',
      'Thing.a cannot say unique | Django has no unique many-to-many field (fields.E330). | Leave it out.',
    ],
    [
      'a:m2m:user:cascade',
      'Thing.a cannot say on_delete | The rows of its table always go with either end. | Leave it out.',
    ],
    ['a:fk', "Thing.a does not say what it points at | Write a:fk:Other, or a:fk:user for the project's user."],
    ['a:choice', 'Thing.a has no choices | Write such as a:choice:draft,published.'],
    ['a:choice:a,a', 'Thing.a has the choice "a" twice | Leave one out.'],
    [
      'a:choice:a,,b',
      'Thing.a cannot have the choice {"value":""} | A choice needs a value. | Write such as a:choice:draft,published.',
    ],
    ['a:choice:a,b:default=c', 'Thing.a cannot have the default "c" | It is none of its choices. | They are a, b.'],
    [
      'a:choice:1,9007199254740993',
      'Thing.a cannot have the choice {"value":9007199254740992} | A number is whole and at most 9007199254740991, which is as far as JSON counts. | Write such as a:choice:draft,published.',
    ],
    [
      'a:text:protect',
      'Thing.a cannot say on_delete | Only a relation points at a row that can be deleted. | Leave it out.',
    ],
    ['a:text:related_name=b', 'Thing.a cannot say related_name | Only a relation has another end. | Leave it out.'],
    ...[
      ['@strr=a', ' Did you mean @str=?'],
      ['@order=a', ' Did you mean @ordering=?'],
      ['@order_by=a', ' Did you mean @ordering=?'],
      ['@unique_together=a', ' Did you mean @unique=?'],
      ['@type=Book', ''],
      ['@id', ' Did you mean @pk=?'],
    ].map(([at = '', nearest = '']) => [
      `a:text ${at}`,
      `Unknown word "${at}" in Thing | The words are @str=, @ordering=, @unique= and @pk=uuid.${nearest}`,
    ]),
    ['a:text @unique', 'Thing says "@unique", where a name is missing | Write such as @unique=author,title.'],
    ['a:text @str=', 'Thing says "@str=", where a name is missing | Write such as @str=title.'],
    ['a:text @str=a @str=a', 'Thing says @str twice | Say it once, with commas between the names.'],
    ['a:text @pk=int', 'Thing has pk "int" | It is uuid.'],
  ])('%s', (word, message) => {
    expect(field(word)).toEqual([message]);
  });

  test.each([
    [
      'size:choice:S,M,L default=M',
      '"default=M" in Thing is not a field | Write size:choice:S,M,L:default=M, for a space ends a field.',
    ],
    ['a:text optional', '"optional" in Thing is not a field | Write a:text:optional, for a space ends a field.'],
    ['a:fk:user set_null', '"set_null" in Thing is not a field | Write a:fk:user:set_null, for a space ends a field.'],
    ['a:slug max=5', '"max=5" in Thing is not a field | The length follows the type: a:slug:5.'],
    ['a:text b:text:optional null=True', '"null=True" in Thing is not a field | Did you mean optional?'],
    [
      'default=M a:text',
      '"default=M" in Thing is not a field | A modifier follows its field, such as title:char:100:optional.',
    ],
    ['a: text', "Thing has a space beside a colon or a comma | A space ends a field. | Write 'Thing a:text'."],
    [
      'a:choice:S, M, L b :text',
      "Thing has a space beside a colon or a comma | A space ends a field. | Write 'Thing a:choice:S,M,L b:text'.",
    ],
  ])('a space inside a field: %s', (words, message) => {
    expect(field(words)).toEqual([message]);
  });

  test('but a field may be called as other tools call a modifier', () => {
    expect(field('size:char:5 key:text label:text')).toMatchObject({ name: 'size' });
  });

  test('in JSON with a key that it cannot have', () => {
    expect(readResource({ name: 'Book', '@type': 'Book', order: ['a'], fields: [] })).toEqual({
      problems: [
        { what: 'Unknown key "@type" in Book', next: 'The keys are name, plural, fields, str, ordering, unique, pk.' },
        {
          what: 'Unknown key "order" in Book',
          next: 'The keys are name, plural, fields, str, ordering, unique, pk. Did you mean ordering?',
        },
      ],
    });
  });

  test('with all its problems at once', () => {
    expect(field('a b:char c:int d:text:uniqe')).toHaveLength(4);
  });

  test.each([
    ['', 'A resource is empty'],
    ['title:char:100', 'The resource "title:char:100" has no name'],
    ['@str=a', 'The resource "@str=a" has no name'],
    ['{', 'The resource { is not valid JSON'],
    ['{"fields": []}', 'A resource is {"fields":[]}'],
  ])('the line %j', (line, what) => {
    const outcome = parseResource(line);
    expect('problems' in outcome ? outcome.problems.map((problem) => problem.what) : outcome).toEqual([what]);
  });
});
