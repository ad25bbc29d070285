import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOOK } from '../../src/resource/model/book.ts';
import { checkGiven, completeProjectAnswers, jointProblems } from '../../src/answers/complete.ts';
import { parseResources, readResources } from '../../src/resource/resources.ts';

/** What is wrong with resources, each problem in one line. */
function problems(...lines: readonly string[]): readonly string[] {
  const outcome = parseResources(lines);
  if ('value' in outcome) return [];
  return outcome.problems.map(({ what, why, next }) =>
    [what, why, next].filter((part) => part !== undefined).join(' | '),
  );
}

test('reads the book from JSON and checks it', () => {
  expect(readResources([BOOK])).toEqual({ value: [BOOK] });
  expect(readResources([])).toEqual({
    problems: [{ what: 'There is no list of resources', next: 'Give a list with at least one.' }],
  });
  expect(readResources('Book')).toHaveProperty('problems');
});

describe('names that work', () => {
  test.each([
    'Class title:text',
    'Test a:text',
    'Token a:text',
    'Action a:text',
    'Object a:text',
    'Query a:text',
    'Map a:text',
    'Text a:text',
    'Option a:text',
    'Permissions a:text',
    'Update a:text',
    'trip a:text',
    'Trip_Invite a:text',
    'class a:text',
    'print a:text',
    'l a:text',
    'Message a:text',
    'Session a:text',
    'Secret a:text',
    'Request a:text',
    'Account a:text',
    'Number a:text',
    'Cities name:text',
    'Marks mark:integer',
    'Ticket author_id:fk:user event_id:integer Name:text thing:text TICKET:text',
    'PIB PIB:char:3',
    'Todo todo:text',
    'Config a:text',
    'Exception a:text',
    'LogEntry a:fk:user',
    'Group/squads a:fk:user',
    'Event date:date time:time order:integer type:text format:text group:text model:text round:integer map:text object:text help:text uuid:uuid fields:text options:text limit:integer login:text create:text update:text models:text settings:text',
    'Post owner:char:50',
    'Login/login a:text',
    'Schema/schema a:text',
    'Media a:file',
    'Message/direct_messages sender:fk:user receiver:fk:user',
  ])('%s', (line) => {
    expect(problems(line)).toEqual([]);
  });
});

describe('the name of a model is written in Django’s form', () => {
  const names = (value: unknown): readonly unknown[] => {
    const outcome = readResources(value);
    return 'value' in outcome
      ? outcome.value.map(({ name, fields }) => [
          name,
          ...fields.flatMap((field) => ('to' in field ? [field.to, 'through' in field ? field.through : ''] : [])),
        ])
      : outcome.problems;
  };

  test('in lines and in JSON, in relations too', () => {
    const lines = [
      'movie title:text cast:m2m:actor:through=movie_role',
      'actor name:text who:fk:USER',
      'movie_role movie:fk:movie actor:fk:Actor',
    ];
    const expected = [
      ['Movie', 'Actor', 'MovieRole'],
      ['Actor', 'user', ''],
      ['MovieRole', 'Movie', '', 'Actor', ''],
    ];
    expect(names(lines)).toEqual(expected);
    const json = [
      {
        name: 'movie',
        fields: [
          { name: 'title', type: 'text' },
          { name: 'cast', type: 'm2m', to: 'actor', through: 'movie_role' },
        ],
      },
      {
        name: 'actor',
        fields: [
          { name: 'name', type: 'text' },
          { name: 'who', type: 'fk', to: 'User' },
        ],
      },
      {
        name: 'movie_role',
        fields: [
          { name: 'movie', type: 'fk', to: 'movie' },
          { name: 'actor', type: 'fk', to: 'Actor' },
        ],
      },
    ];
    expect(names(json)).toEqual(expected);
  });

  test('once: what was read reads the same again', () => {
    const [once] = [readResources(['trip_invite guest:fk:trip_invite:set_null'])];
    expect(readResources('value' in once ? JSON.parse(JSON.stringify(once.value)) : once)).toEqual(once);
  });
});

describe('names that do not', () => {
  const hidden = "It would hide what Django's Model calls so.";
  const letters = 'A name holds ASCII letters, digits and underscores, and starts with a letter.';
  test.each([
    [
      'None a:text',
      'A resource cannot be named "None" | Python keeps this word for itself. | Take NoneItem, or another.',
    ],
    ...['I', 'O', 'i', 'o'].map((name) => [
      `${name}/items a:text`,
      `A resource cannot be named "${name.toUpperCase()}" | It looks like a digit, and ruff refuses it (E741, E742). | Take ${name.toUpperCase()}Item, or another.`,
    ]),
    ...['l', 'I', 'O'].map((name) => [
      `Blood ${name}:text`,
      `Blood cannot have a field "${name}" | It looks like a digit, and ruff refuses it (E741, E742). | Take blood_${name}, or another.`,
    ]),
    [
      'User a:text',
      'A resource cannot be named "User" | The project has a user already. | Name it Member, or make a Profile with user:o2o:user.',
    ],
    [
      'user a:text',
      'A resource cannot be named "User" | The project has a user already. | Name it Member, or make a Profile with user:o2o:user.',
    ],
    ['Größe a:text', `A resource cannot be named "Größe" | ${letters} | Take Grosse, or another.`],
    ['책 a:text', `A resource cannot be named "책" | ${letters} | Take Item, or another.`],
    [
      'My__Book a:text',
      'A resource cannot be named "My__Book" | Django refuses a double underscore, which parts the words of a lookup (fields.E002, models.E024). | Take MyBook, or another.',
    ],
    [
      'Book_ a:text',
      'A resource cannot be named "Book_" | Django refuses an underscore at the end, which would read as the start of a lookup (fields.E001, models.E023). | Take Book, or another.',
    ],
    [
      'Q a:text',
      'A resource cannot be named "Q" | The modules of its app use that name for something else. | Take QItem.',
    ],
    [
      `${'B'.repeat(41)}/bees a:text`,
      `A resource cannot be named "${'B'.repeat(41)}" | It has 41 characters, and 40 fit the lines of the code and the columns of a database. | Take ${'B'.repeat(40)}, or another.`,
    ],
    [
      'Book/api a:text',
      'Book cannot have the plural "api" | The project has the URL /api/ already. | Give it another, such as Book/site_api.',
    ],
    [
      'Book/static a:text',
      'Book cannot have the plural "static" | The project has the URL /static/ already. | Give it another, such as Book/site_static.',
    ],
    [
      'Book/readyz a:text',
      'Book cannot have the plural "readyz" | The project has the URL /readyz/ already. | Give it another, such as Book/site_readyz.',
    ],
    [
      'Book/me a:text',
      'Book cannot have the plural "me" | The project has the URL /api/v1/me/ already. | Give it another, such as Book/site_me.',
    ],
    [
      'Book/Books a:text',
      'Book cannot have the plural "Books" | It is one word in snake case: small ASCII letters, digits and single underscores. | Take Book/books.',
    ],
    ['Book', `Book has no fields | Give it at least one, such as 'Book title:char:100'.`],
    ['{"name": "Book"}', `Book has no fields | Give it at least one, such as 'Book title:char:100'.`],
    [
      'Book type_:text',
      'Book cannot have a field "type_" | Django refuses an underscore at the end, which would read as the start of a lookup (fields.E001, models.E023). | Take type, or another.',
    ],
    [
      'Book a__b:text',
      'Book cannot have a field "a__b" | Django refuses a double underscore, which parts the words of a lookup (fields.E002, models.E024). | Take a_b, or another.',
    ],
    [
      'Book from:text',
      'Book cannot have a field "from" | Python keeps this word for itself. | Take book_from, or another.',
    ],
    [
      'Book pk:text',
      'Book cannot have a field "pk" | Django keeps it for the primary key (fields.E003). | Take book_pk, or another.',
    ],
    [
      'Book id:integer',
      'Book cannot have a field "id" | Every model has a key of that name; @pk=uuid makes it a UUID. | Take book_id, or another.',
    ],
    [
      'Book _a:text',
      'Book cannot have a field "_a" | To Python such a name is private, and a template of Django cannot read it. | Take a, or another.',
    ],
    ['Book 2nd:text', `Book cannot have a field "2nd" | ${letters} | Take nd, or another.`],
    ...['objects', 'delete', 'save', 'clean', 'check', 'from_db', 'full_clean', 'refresh_from_db'].map((name) => [
      `Book ${name}:text`,
      `Book cannot have a field "${name}" | ${hidden} | Take book_${name}, or another.`,
    ]),
    ['Book a:text a:date', 'Book has the field a twice | Leave one of them out, or name it otherwise.'],
    [
      'Book a:text A:date',
      'Book has the fields a and A | SQLite does not tell capitals apart in the name of a column. | Name one of them otherwise.',
    ],
    [
      'Book author:fk:user author_id:integer',
      'Book has the fields author and author_id | The relation author has the column author_id (models.E006). | Leave author_id out, or name it otherwise.',
    ],
    [
      'Book Author_id:text author:fk:user',
      'Book has the fields Author_id and author | The relation author has the column author_id (models.E006). | Leave Author_id out, or name it otherwise.',
    ],
    [
      'Book author:fk:user author_id:m2m:user',
      'Book has the fields author and author_id | The relation author has the column author_id (models.E006). | Leave author_id out, or name it otherwise.',
    ],
    [
      'Book author:fk:user author_id:fk:user',
      'Book has the fields author and author_id | The relation author has the column author_id (models.E006). | Leave author_id out, or name it otherwise.',
    ],
    [
      'Book author_id:m2m:user author:fk:user',
      'Book has the fields author_id and author | The relation author has the column author_id (models.E006). | Leave author_id out, or name it otherwise.',
    ],
    [
      'Book status:choice:a get_status_display:text',
      'Book cannot have a field "get_status_display" | Django gives the model a method of that name. | Take book_get_status_display, or another.',
    ],
    ...['next', 'previous'].map((direction) => [
      `Book sold:datetime get_${direction}_by_sold:text`,
      `Book cannot have a field "get_${direction}_by_sold" | Django gives the model a method of that name. | Take book_get_${direction}_by_sold, or another.`,
    ]),
    [
      'Book owner a:owner',
      'Book has 2 owners: owner, a | The server sets one, the user who creates the row. | Keep one, and write a:fk:user for the other.',
    ],
  ])('%s', (line, message) => {
    expect(problems(line)).toEqual([message]);
  });

  test('of two resources', () => {
    expect(problems('Book a:text', 'book/volumes a:text')).toEqual([
      'There are two resources Book | Leave one of them out, or name it otherwise.',
    ]);
    expect(problems('PIB a:text', 'pib/pibs a:text')).toEqual([
      'There are the resources PIB and Pib | Django does not tell capitals apart in the name of a model. | Name one of them otherwise.',
    ]);
    expect(problems('Message a:text', 'Note/site_messages a:text')).toEqual([
      'Message and Note both have the app site_messages | It gives the app, the table and the URLs. | Give one another, such as Note/more_site_messages.',
    ]);
    expect(problems('City a:text', 'Cities a:text')).toEqual([
      'City and Cities both have the plural cities | It gives the app, the table and the URLs. | Give one another, such as Cities/more_cities.',
    ]);
    expect(problems('Groups/accounts_user a:text')).toEqual([
      'Groups would have the table accounts_user_groups, which an installed app has | Django names a table after the app and the model (models.E028, fields.E340). | Give Groups another plural, such as Groups/site_accounts_user.',
    ]);
    expect(problems('Book tags:m2m:user', 'Tags/books_book a:text')).toEqual([
      'Tags would have the table books_book_tags, which Book has | Django names a table after the app and the model (models.E028, fields.E340). | Give Tags another plural, such as Tags/site_books_book.',
    ]);
    expect(problems('Book a:text', 'Book b:text')).toEqual([
      'There are two resources Book | Leave one of them out, or name it otherwise.',
    ]);
  });
});

describe('relations', () => {
  test.each([
    [
      ['Book a:fk:Author', 'Writer b:text'],
      'Book.a references "Author", but no resource has that name | Add a resource Author, or reference Book, Writer or user.',
    ],
    [
      ['Book a:fk:AUTHOR', 'Author b:text'],
      'Book.a references "AUTHOR", but no resource has that name | Did you mean Author?',
    ],
    [
      ['Book a:m2m:Author:through=Credit', 'Author b:text', 'Credit book:fk:Book author:m2m:Author'],
      'Book.a goes through Credit, which has 0 foreign keys to Author | Django needs exactly one to each end (fields.E333 to E336). | Give Credit one, such as author:fk:Author.',
    ],
    [
      ['Book a:m2m:Author:through=Credit', 'Credit book:fk:Book'],
      'Book.a references "Author", but no resource has that name | Add a resource Author, or reference Book, Credit or user.',
    ],
    [
      ['Book a:fk:Author:related_name=name', 'Author name:text'],
      'Book.a cannot have the related_name "name" | Author has something of that name already (fields.E302). | Take another, or leave it out: then a free one is written where one is needed.',
    ],
    [
      ['Book a:fk:Author:related_name=email', 'Writer name:text'],
      'Book.a references "Author", but no resource has that name | Add a resource Author, or reference Book, Writer or user.',
    ],
    [
      ['Book a:m2m:Author:through=Credit', 'Author b:text'],
      'Book.a references "Credit", but no resource has that name | Add a resource Credit, or reference Book, Author or user.',
    ],
    [
      ['Book a:m2m:Author:through=Credit', 'Author b:text', 'Credit book:fk:Book'],
      'Book.a goes through Credit, which has 0 foreign keys to Author | Django needs exactly one to each end (fields.E333 to E336). | Give Credit one, such as author:fk:Author.',
    ],
    [
      ['Book a:m2m:Author:through=Credit', 'Author b:text', 'Credit book:fk:Book author:fk:Author second:fk:Author'],
      'Book.a goes through Credit, which has 2 foreign keys to Author | Django needs exactly one to each end (fields.E333 to E336). | Leave out what is too many.',
    ],
    [
      ['Person a:m2m:Person:through=Bond', 'Bond one:fk:Person'],
      'Person.a goes through Bond, which has 1 foreign key to Person | Django needs two, one for each end (fields.E333 to E336). | Give Bond one, such as person:fk:Person.',
    ],
    [
      ['Book a:fk:user:related_name=email'],
      'Book.a cannot have the related_name "email" | The user has something of that name already (fields.E302). | Take another, or leave it out: then a free one is written where one is needed.',
    ],
    [
      ['Book a:fk:user:related_name=is_'],
      'Book.a cannot have the related_name "is_" | Django refuses an underscore at the end, which would read as the start of a lookup (fields.E001, models.E023). | Take another, or leave it out: then a free one is written where one is needed.',
    ],
    [
      ['Book a:fk:user:related_name=x b:fk:user:related_name=x'],
      'Book.b cannot have the related_name "x" | Book.a has it already (fields.E304). | Take another, or leave it out: then a free one is written where one is needed.',
    ],
    [
      ['Book a:m2m:Person:through=Bond b:m2m:Person:through=Bond', 'Person n:text', 'Bond x:fk:Book y:fk:Person'],
      'Book has a and b, both to Person through Bond | Django refuses two of the same kind (models.E003). | Leave one out.',
    ],
  ])('%j', (lines, message) => {
    expect(problems(...lines)).toEqual([message]);
  });

  test('forward, to themselves, in circles, twice to one target and to the user are fine', () => {
    expect(
      problems(
        'Book author:fk:Author tags:m2m:Book',
        'Author book:fk:Book:set_null home:fk:user away:fk:user',
        'Profile user:o2o:user friends:m2m:user:through=Friend',
        'Friend of:fk:Profile who:fk:user',
      ),
    ).toEqual([]);
  });

  test('several without a way back, by related_name=+, are fine', () => {
    expect(problems('Book a:fk:user:related_name=+ b:fk:user:related_name=+')).toEqual([]);
  });
});

describe('circles of relations that may not be empty', () => {
  test.each([
    [
      ['Person mentor:fk:Person'],
      [
        'Person.mentor can never be filled | Each row of Person needs one of Person; so there can never be a first. | Let it be empty: mentor:fk:Person:optional, or mentor:fk:Person:set_null.',
      ],
    ],
    [
      ['Chicken egg:o2o:Egg', 'Egg chicken:o2o:Chicken:protect'],
      [
        'Chicken.egg and Egg.chicken need each other, and can never be filled | Each row of Chicken needs one of Egg, which needs one of Chicken; so there can never be a first. | Let one of them be empty: chicken:o2o:Chicken:optional, or chicken:o2o:Chicken:set_null.',
      ],
    ],
    [
      ['A/items b:fk:B me:o2o:A', 'B/boxes c:fk:C', 'C/cases a:fk:A other:fk:Nobody'],
      [
        'C.other references "Nobody", but no resource has that name | Add a resource Nobody, or reference A, B, C or user.',
        'A.b, B.c and C.a need each other, and can never be filled | Each row of A needs one of B, which needs one of C, which needs one of A; so there can never be a first. | Let one of them be empty: a:fk:A:optional, or a:fk:A:set_null.',
        'A.me can never be filled | Each row of A needs one of A; so there can never be a first. | Let it be empty: me:o2o:A:optional, or me:o2o:A:set_null.',
      ],
    ],
  ])('%j', (lines, messages) => {
    expect(problems(...lines)).toEqual(messages);
  });

  test.each([
    [['Person mentor:fk:Person:optional']],
    [['Chicken egg:fk:Egg', 'Egg chicken:fk:Chicken:set_null']],
    [['Club members:m2m:Person', 'Person club:fk:Club']],
  ])('%j can', (lines) => {
    expect(problems(...lines)).toEqual([]);
  });
});

describe('@ words', () => {
  test.each([
    [['Book title:text @str=titl'], '@str of Book names "titl", but it has no such field | Did you mean title?'],
    [
      ['Book title:text @ordering=-year'],
      '@ordering of Book names "year", but it has no such field | It has title, id, pk.',
    ],
    [
      ['Book tags:m2m:user @str=tags'],
      '@str of Book names tags, which is a many-to-many relation | It has no column, for a row has many of them. | Leave it out.',
    ],
    [['Book title:text @ordering=title,-title'], '@ordering of Book names title twice | Name it once.'],
    [
      ['Book title:text genres:m2m:user @str=genre'],
      '@str of Book names "genre", but it has no such field | It has title, id, pk.',
    ],
    [
      ['Book title:char:9 @unique=title'],
      '@unique of Book names title alone | Write title:...:unique, or name two fields.',
    ],
    [['Book a:date b:date @unique=a,b @unique=b,a'], '@unique of Book says b,a twice | Say it once.'],
    [['Book a:date @unique=a,id'], '@unique of Book names "id", but it has no such field | It has a.'],
    [
      ['Part of:fk:Part:set_null @ordering=of'],
      '@ordering of Part by of comes back to Part | Django follows the ordering of the rows that it points at, without end. | Write of_id, which orders by the column alone.',
    ],
    [
      ['Part of:fk:Part:set_null @str=of'],
      '@str of Part with of comes back to Part | Its text would be made of its own. | Name fields that hold a text.',
    ],
  ])('%j', (lines, message) => {
    expect(problems(...lines)).toEqual([message]);
  });

  test('may name the key, and the column of a relation', () => {
    expect(problems('Part of:fk:Part:set_null n:date @ordering=of_id,-pk @str=id,n')).toEqual([]);
    expect(problems('Book by:fk:Author @ordering=by @str=by', 'Author name:text @ordering=name')).toEqual([]);
  });
});

describe.each([
  [
    ['Book a:text:unique'],
    'Book.a is too long for unique | Give it a shorter length, such as a:text:650, or take --database sqlite.',
  ],
  [
    ['Book a:char:700:index'],
    'Book.a is too long for index | Give it a shorter length, such as a:char:650, or take --database sqlite.',
  ],
  [['Book a:json:unique'], 'Book.a is too long for unique | Leave it out, or take --database sqlite.'],
  [
    ['Book a:char:400 b:char:400 @unique=a,b'],
    'a and b of Book are too long for @unique | Give it a shorter length, such as a:char:300, or take --database sqlite.',
  ],
  [
    ['Book a:char:100 b:char:400 c:char:200 @unique=a,b,c'],
    'a, b and c of Book are too long for @unique | Give it a shorter length, such as b:char:200, or take --database sqlite.',
  ],
])('lengths that an index does not hold: %j', (lines, message) => {
  test('are refused for PostgreSQL', () => {
    const why = 'A character takes up to four bytes, and PostgreSQL refuses a row of an index above 2704.';
    const [what = '', next = ''] = message.split(' | ');
    expect(jointProblems({ resources: lines, database: 'postgres' })).toEqual([{ what, why, next }]);
    expect(completeProjectAnswers({ resources: lines })).toEqual({ problems: [{ what, why, next }] });
    expect(checkGiven({ resources: lines, database: 'postgres' })).toEqual({ problems: [{ what, why, next }] });
  });

  test('are fine where the database is SQLite, or not chosen yet', () => {
    expect(problems(...lines)).toEqual([]);
    expect(completeProjectAnswers({ resources: lines, database: 'sqlite' })).toHaveProperty('value');
    expect(checkGiven({ resources: lines })).toHaveProperty('value');
  });
});

test('several sets of fields that are unique together, each short enough for itself, are fine', () => {
  expect(problems('Book a:char:300 b:char:300 c:char:300 @unique=a,b @unique=a,c')).toEqual([]);
});

test('tells all that is wrong at once, and nothing that only follows from it', () => {
  expect(
    problems(
      'None x:strng a:text @str=x',
      'Book c:fk:None d:fk:Nobody e:m2m:user:through=Link from:text',
      'Link a:int @ordering=a',
    ),
  ).toEqual([
    'Unknown field type "strng" in None.x | Write x:char:100.',
    'Unknown field type "int" in Link.a | Write a:integer.',
    'A resource cannot be named "None" | Python keeps this word for itself. | Take NoneItem, or another.',
    'Book cannot have a field "from" | Python keeps this word for itself. | Take book_from, or another.',
    'Book.d references "Nobody", but no resource has that name | Add a resource Nobody, or reference None, Book, Link or user.',
  ]);
});

test('refuses or reads any text, and never throws', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...Array.from('Aab_:,=@/ {}"1-')) })),
        { minLength: 1, maxLength: 3 },
      ),
      (texts) => {
        const outcome = parseResources(texts);
        expect('value' in outcome || outcome.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('refuses or reads any JSON, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (name, field, word) => {
      const values = [
        name,
        [name],
        [{ name: 'A', fields: field }],
        [
          {
            name: 'Book',
            plural: name,
            fields: [
              { name: 'a', type: 'choice', choices: field, default: word },
              { name: 'b', type: 'char', max_length: word, default: field, optional: name },
            ],
            str: word,
            unique: field,
            ordering: name,
          },
        ],
      ];
      for (const value of values) {
        const outcome = readResources(value);
        expect('value' in outcome || outcome.problems.length > 0).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
