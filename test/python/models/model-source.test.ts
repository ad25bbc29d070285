import { expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import { relatedNames } from '../../../src/resource/model/related-names.ts';
import type { Resource } from '../../../src/resource/model/resource.ts';
import { type ModelSource, declareModel } from '../../../src/python/models/model-source.ts';
import { resourceOf, resourcesOf } from '../../answers/resource-of.ts';

function sourceOf(resource: Resource, resources: readonly Resource[] = [resource], website = false): ModelSource {
  return declareModel(resource, { resources, website, filtered: true, relatedNames: relatedNames(resources) }).source;
}

/** The declarations of a resource's fields, without their indentation. */
function fields(line: string): readonly string[] {
  return sourceOf(resourceOf(line)).fields.map((field) => field.line.replaceAll(/^ {4}/gm, ''));
}

test('the book reads like the notes', () => {
  expect(sourceOf(BOOK)).toEqual({
    imports: [['from django.db import models']],
    localTime: null,
    absoluteUrl: '',
    models: 'models',
    timezone: 'timezone',
    choices: [],
    fields: [
      { line: '    title = models.CharField(max_length=250)' },
      { line: '    subtitle = models.CharField(max_length=250, blank=True)' },
      { line: '    author = models.CharField(max_length=100)' },
      { line: '    isbn = models.CharField(max_length=13, unique=True)' },
    ],
    meta: [
      '        ordering = ("id",)',
      `        indexes = (
            models.Index(fields=["title", "id"], name="book_title_id_idx"),
            models.Index(fields=["author", "id"], name="book_author_id_idx"),
        )`,
    ],
    text: ['        return self.title'],
  });
});

test('a row with a page says where it is', () => {
  const source = (line: string): ModelSource => sourceOf(resourceOf(line), undefined, true);
  expect(source('Book title:text')).toMatchObject({
    imports: [['from django.db import models', 'from django.urls import reverse']],
    absoluteUrl: 'reverse("book-detail", args=(self.pk,))',
  });
  expect(source('Sheet reverse:text').absoluteUrl).toBe('reverse_("sheet-detail", args=(self.pk,))');
});

test.each([
  ['a:text:optional', 'a = models.TextField(blank=True)'],
  ['a:char:9:optional:unique', 'a = models.CharField(max_length=9, unique=True, null=True, blank=True)'],
  ['a:slug:index', 'a = models.SlugField()'],
  ['a:email', 'a = models.EmailField()'],
  ['a:url:500:index', 'a = models.URLField(max_length=500, db_index=True)'],
  ['a:positivesmallinteger:optional', 'a = models.PositiveSmallIntegerField(null=True, blank=True)'],
  ['a:integer:index:unique', 'a = models.IntegerField(unique=True)'],
  ['a:biginteger:default=9223372036854775807', 'a = models.BigIntegerField(default=9223372036854775807)'],
  ['a:float:default=1e20', 'a = models.FloatField(validators=[validate_finite], default=1e20)'],
  ['a:decimal:10,2:default=9.90', 'a = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal("9.90"))'],
  ['a:boolean:default=true', 'a = models.BooleanField(default=True)'],
  ['a:date:default=today', 'a = models.DateField(default=timezone.localdate)'],
  ['a:date:default=2026-01-31', 'a = models.DateField(default=datetime.date(2026, 1, 31))'],
  ['a:datetime:default=now', 'a = models.DateTimeField(default=timezone.now)'],
  [
    'a:datetime:default=2026-01-31',
    'a = models.DateTimeField(\n    default=datetime.datetime(2026, 1, 31, 0, 0, tzinfo=datetime.UTC)\n)',
  ],
  ['a:datetime:auto_now_add', 'a = models.DateTimeField(auto_now_add=True)'],
  ['a:time:default=now', 'a = models.TimeField(default=local_time)'],
  ['a:duration:default=P1DT2H', 'a = models.DurationField(default=datetime.timedelta(days=1, seconds=7200))'],
  ['a:duration:default=PT0S', 'a = models.DurationField(default=datetime.timedelta(0))'],
  ['a:uuid', 'a = models.UUIDField(default=uuid.uuid4)'],
  ['a:json:default={}:optional', 'a = models.JSONField(default=dict, null=True, blank=True)'],
  ['a:genericipaddress:optional', 'a = models.GenericIPAddressField(null=True, blank=True)'],
  ['a:image:optional', 'a = models.ImageField(upload_to="things/", validators=[validate_image], blank=True)'],
  ['a:choice:x,y:default=y', 'a = models.CharField(max_length=1, choices=A, default=A.Y)'],
  ['a:choice:1,2147483648', 'a = models.BigIntegerField(choices=A)'],
  ['a:fk:Thing:set_null', 'a = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)'],
  ['a:o2o:user:protect', 'a = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)'],
  ['a:m2m:Thing:optional', 'a = models.ManyToManyField("self", blank=True)'],
  [
    'a:m2m:Thing:related_name=to',
    'a = models.ManyToManyField("self", symmetrical=False, related_name="to", blank=True)',
  ],
  ['owner', 'owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)'],
])('%s', (word, line) => {
  expect(fields(`Thing ${word}`)).toEqual([line]);
});

test('a moment and a time of day are written in JSON, and without the zeros that repr leaves out', () => {
  expect(
    fields(
      JSON.stringify({
        name: 'Thing',
        fields: [
          { name: 'a', type: 'datetime', default: '2026-01-31T09:30:00Z' },
          { name: 'b', type: 'time', default: '09:30:05' },
        ],
      }),
    ),
  ).toEqual([
    'a = models.DateTimeField(\n    default=datetime.datetime(2026, 1, 31, 9, 30, tzinfo=datetime.UTC)\n)',
    'b = models.TimeField(default=datetime.time(9, 30, 5))',
  ]);
});

test('a UUID as the key comes first', () => {
  expect(fields('Thing a:date @pk=uuid')).toEqual([
    'id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)',
    'a = models.DateField()',
  ]);
});

test('other models are named as text, so that circles are no matter', () => {
  const [match, team] = resourcesOf(
    'Match/big_games home:fk:Team guests:m2m:Team:through=Visit',
    'Team best:fk:Match:set_null',
    'Visit match:fk:Match team:fk:Team',
  );
  if (match === undefined || team === undefined) throw new Error('There are two.');
  const all = resourcesOf(
    'Match/big_games home:fk:Team guests:m2m:Team:through=Visit',
    'Team best:fk:Match:set_null',
    'Visit match:fk:Match team:fk:Team',
  );
  expect(sourceOf(match, all).fields.map((field) => field.line)).toEqual([
    '    home = models.ForeignKey(\n        "teams.Team", on_delete=models.CASCADE, related_name="home_big_games"\n    )',
    '    guests = models.ManyToManyField(\n        "teams.Team", through="visits.Visit", related_name="guests_big_games"\n    )',
  ]);
  expect(sourceOf(team, all).fields.map((field) => field.line)).toEqual([
    '    best = models.ForeignKey(\n        "big_games.Match", on_delete=models.SET_NULL, null=True, blank=True\n    )',
  ]);
});

test('choices are classes of their own, with labels where Django would derive others', () => {
  const line =
    'Shirt status:choice:draft,in_print,N/D size:choice:S=Small,XL=Extra_large level:choice:1=Low,2,-3 STATE:choice:on,off status_choices:choice:01,02';
  expect(sourceOf(resourceOf(line)).choices).toEqual([
    {
      name: 'Status',
      base: 'models.TextChoices',
      members: ['        DRAFT = "draft"', '        IN_PRINT = "in_print"', '        N_D = "N/D", "N/D"'],
    },
    {
      name: 'Size',
      base: 'models.TextChoices',
      members: ['        SMALL = "S"', '        EXTRA_LARGE = "XL", "Extra large"'],
    },
    {
      name: 'Level',
      base: 'models.IntegerChoices',
      members: ['        LOW = 1', '        LEVEL_2 = 2, "2"', '        LEVEL_MINUS_3 = -3, "-3"'],
    },
    { name: 'STATEChoices', base: 'models.TextChoices', members: ['        ON = "on"', '        OFF = "off"'] },
    {
      name: 'StatusChoices',
      base: 'models.TextChoices',
      members: ['        STATUS_CHOICES_01 = "01", "01"', '        STATUS_CHOICES_02 = "02", "02"'],
    },
  ]);
});

test('values in any writing get members that Python takes', () => {
  const resource = resourceOf(
    JSON.stringify({
      name: 'Shirt',
      fields: [
        {
          name: 'size',
          type: 'choice',
          choices: ['초안', 'новый', 'a b', 'a-b', 'été', '✅', { value: 'x', label: `${'long '.repeat(20)}label` }],
        },
      ],
    }),
  );
  expect(sourceOf(resource).choices[0]?.members).toEqual([
    '        SIZE_1 = "초안", "초안"',
    '        SIZE_2 = "новый", "Новый"',
    '        A_B = "a b"',
    '        A_B_2 = "a-b", "A-B"',
    '        ETE = "été", "Été"',
    '        SIZE_6 = "✅", "✅"',
    '        LONG_LONG_LONG_LONG_LONG_LONG = (\n            "x",\n            (\n                "long long long long long long long long long long long long long long "\n                "long long long long long long label"\n            ),\n        )',
  ]);
});

test('a field named like a module does not hide it from the lines below', () => {
  const source = sourceOf(
    resourceOf(
      'Thing models:char:9 uuid:uuid settings:text datetime:date:default=2026-01-01 timezone:time:default=now local_time:time:default=now Decimal:decimal:3,1:default=1 owner validate_file:file b:image',
    ),
  );
  expect(source.imports).toEqual([
    ['import datetime as datetime_', 'import uuid as uuid_', 'from decimal import Decimal as Decimal_'],
    [
      'from django.conf import settings as settings_',
      'from django.db import models as models_',
      'from django.utils import timezone as timezone_',
    ],
    ['from config.validators import validate_file as validate_file_', 'from config.validators import validate_image'],
  ]);
  expect([source.models, source.timezone, source.localTime]).toEqual(['models_', 'timezone_', 'local_time_']);
  expect(source.fields.slice(0, 6).map((field) => field.line.trim())).toEqual([
    'models = models_.CharField(max_length=9)',
    'uuid = models_.UUIDField(default=uuid_.uuid4)',
    'settings = models_.TextField()',
    'datetime = models_.DateField(default=datetime_.date(2026, 1, 1))',
    'timezone = models_.TimeField(default=local_time_)',
    'local_time = models_.TimeField(default=local_time_)',
  ]);
});

test('Meta says what was asked for, in tuples', () => {
  expect(
    sourceOf(resourceOf('Trip_Invite/guests event:date person:date @ordering=-event @unique=event,person')).meta,
  ).toEqual([
    '        verbose_name_plural = "guests"',
    '        ordering = ("-event", "-id")',
    '        indexes = (\n            models.Index(fields=["-event", "-id"], name="tripinvite_event_id_idx"),\n            models.Index(fields=["person", "id"], name="tripinvite_person_id_idx"),\n        )',
    '        constraints = (\n            models.UniqueConstraint(\n                fields=["event", "person"], name="unique_tripinvite_event_person"\n            ),\n        )',
  ]);
});

test('names of indexes have at most 30 characters, and differ where the fields do', () => {
  const { meta } = sourceOf(resourceOf('TournamentRegistration first_deadline:date first_deadline_again:date'));
  expect(Array.from(meta.join('').matchAll(/name="(.*?)"/g), ([, name]) => name)).toEqual([
    'tournamentregistrat_399z3h_idx',
    'tournamentregistrat_aavq5k_idx',
  ]);
});

test.each([
  ['Book a:char:9:optional', ['        return self.a or str(self.pk)']],
  ['Book a:integer', ['        return f"book {self.pk}"']],
  ['TripInvite a:integer @str=a', ['        return f"{self.a}"']],
  [
    'Book a:char:9 b:choice:x,y c:fk:user @str=a,b,c,id',
    ['        return f"{self.a}, {self.get_b_display()}, {self.c}, {self.id}"'],
  ],
  [
    'Book this_is_the_first_of_some_long_names:date this_is_the_other_of_some_long_names:date @str=this_is_the_first_of_some_long_names,this_is_the_other_of_some_long_names',
    [
      '        return (',
      '            f"{self.this_is_the_first_of_some_long_names}, "',
      '            f"{self.this_is_the_other_of_some_long_names}"',
      '        )',
    ],
  ],
])('the text of %s', (line, text) => {
  expect(sourceOf(resourceOf(line)).text).toEqual(text);
});
