import type { FieldOf, Resource, ValueField } from '../../resource/model/resource.ts';
import {
  booleanDefault,
  choiceDefault,
  decimalDefault,
  durationDefault,
  floatDefault,
  integerDefault,
  jsonDefault,
  momentDefault,
  textDefault,
  uuidDefault,
} from './default-expression.ts';
import type { FieldPlace } from './field-place.ts';
import type { Keyword, TwoForms } from './keyword.ts';
import { textSampler } from './sample-text.ts';
import {
  type Sampler,
  decimalSampler,
  durationSampler,
  floatSampler,
  integerSampler,
  jsonSampler,
  momentSampler,
  sampleUuid,
} from './sample-value.ts';
import { type TestValue, choiceValue, decimalValue, textValue, tooLong, value } from './test-value.ts';
import { choiceKeywords, digitKeywords, floatKeywords, lengthKeywords, uploadKeywords } from './type-keywords.ts';

/** What a project is made of for the fields of a type. */
interface ValueType<Type extends ValueField['type']> {
  /** Django's class of the model's field. */
  readonly django: string;
  /** Whether the database keeps an empty value as an empty text, as it does for texts and files; others are NULL then. */
  readonly isText: boolean;
  /** The keywords of its class that come before those that every class has. */
  readonly keywords: (field: FieldOf<Type>, place: FieldPlace) => readonly Keyword[];
  /** Its default, or nothing where it has none. */
  readonly default: (field: FieldOf<Type>, place: FieldPlace) => TwoForms | undefined;
  /** Plausible values of the sample data: by the type, the name and the place of a row, never by chance. */
  readonly sample: (field: FieldOf<Type>, resource: Resource) => Sampler;
  /** A value that the tests send. */
  readonly test: (field: FieldOf<Type>, resource: Resource) => TestValue;
  /** A value that the API refuses, as Python; nothing where it takes whatever a client can send. */
  readonly refused: (field: FieldOf<Type>) => string | undefined;
  /** Django's template of a page that shows the value, such as `object.title`. */
  readonly shown: (value: string, label: string, field: FieldOf<Type>) => string;
  /** Whether it has room on a card that shows a row among others. */
  readonly isShort: boolean;
}

type Rows = { readonly [Type in ValueField['type']]: ValueType<Type> };

const plain = (value: string): string => `{{ ${value} }}`;
const none = (): readonly Keyword[] => [];

const TEXT = {
  isText: true,
  keywords: lengthKeywords,
  default: textDefault,
  sample: textSampler,
  test: textValue,
  refused: tooLong,
  shown: plain,
  isShort: true,
};

const INTEGER = {
  isText: false,
  keywords: none,
  default: integerDefault,
  sample: integerSampler,
  test: () => value('number'),
  refused: () => '"one"',
  shown: plain,
  isShort: true,
};

const MOMENT = {
  isText: false,
  keywords: none,
  default: momentDefault,
  sample: momentSampler,
  shown: plain,
  isShort: true,
};

const UPLOAD = {
  isText: true,
  keywords: uploadKeywords,
  default: () => undefined,
  // A project is made of texts alone.
  sample: () => () => '',
  isShort: false,
};

const VALUE_TYPES: Rows = {
  char: { ...TEXT, django: 'CharField' },
  text: { ...TEXT, django: 'TextField', shown: (value) => `{{ ${value}|linebreaks }}`, isShort: false },
  slug: { ...TEXT, django: 'SlugField', refused: () => '"not a slug"', isShort: false },
  email: {
    ...TEXT,
    django: 'EmailField',
    refused: () => '"not an email"',
    shown: (value) => `<a href="mailto:{{ ${value} }}">{{ ${value} }}</a>`,
  },
  url: {
    ...TEXT,
    django: 'URLField',
    refused: () => '"not a url"',
    shown: (value) => `<a href="{{ ${value} }}">{{ ${value} }}</a>`,
    isShort: false,
  },
  integer: { ...INTEGER, django: 'IntegerField' },
  positiveinteger: { ...INTEGER, django: 'PositiveIntegerField' },
  smallinteger: { ...INTEGER, django: 'SmallIntegerField' },
  positivesmallinteger: { ...INTEGER, django: 'PositiveSmallIntegerField' },
  biginteger: { ...INTEGER, django: 'BigIntegerField' },
  positivebiginteger: { ...INTEGER, django: 'PositiveBigIntegerField' },
  float: {
    django: 'FloatField',
    isText: false,
    keywords: floatKeywords,
    default: floatDefault,
    sample: floatSampler,
    test: () => value('number + 0.5'),
    refused: () => '"nan"',
    shown: plain,
    isShort: true,
  },
  decimal: {
    django: 'DecimalField',
    isText: false,
    keywords: digitKeywords,
    default: decimalDefault,
    sample: decimalSampler,
    test: decimalValue,
    refused: () => '"NaN"',
    shown: plain,
    isShort: true,
  },
  boolean: {
    django: 'BooleanField',
    isText: false,
    keywords: none,
    default: booleanDefault,
    sample: () => (place) => place % 3 !== 2,
    test: () => value('number % 2 == 0', { count: 2, isAscending: false }),
    refused: () => '"maybe"',
    shown: (value) => `{{ ${value}|yesno|capfirst }}`,
    isShort: false,
  },
  date: {
    ...MOMENT,
    django: 'DateField',
    test: () => value('f"{1900 + number}-06-15"'),
    refused: () => '"2024-02-30"',
  },
  datetime: {
    ...MOMENT,
    django: 'DateTimeField',
    test: () => value('f"{1900 + number}-06-15T09:30:00Z"'),
    refused: () => '"2024-02-30T09:30:00Z"',
  },
  time: {
    ...MOMENT,
    django: 'TimeField',
    test: () => value('f"{number % 24:02}:30:00"', { count: 24, isAscending: false }),
    refused: () => '"25:00"',
  },
  duration: {
    django: 'DurationField',
    isText: false,
    keywords: none,
    default: durationDefault,
    sample: durationSampler,
    test: () => value('f"{number} 00:00:00"'),
    refused: () => '"long"',
    shown: plain,
    isShort: true,
  },
  uuid: {
    django: 'UUIDField',
    isText: false,
    keywords: none,
    default: uuidDefault,
    sample: (field, resource) => (place) => sampleUuid(`${resource.name}.${field.name} ${place}`),
    test: () => value('str(UUID(int=number))'),
    refused: () => '"not a uuid"',
    shown: plain,
    isShort: false,
  },
  json: {
    django: 'JSONField',
    isText: false,
    keywords: none,
    default: jsonDefault,
    sample: jsonSampler,
    // The same in JSON and in a form, which has texts alone.
    test: () => value('number', { isAscending: false }),
    refused: () => undefined,
    shown: plain,
    isShort: false,
  },
  genericipaddress: {
    django: 'GenericIPAddressField',
    isText: false,
    keywords: none,
    default: textDefault,
    sample: () => (place) => `192.0.2.${place + 1}`,
    test: () => value('f"10.0.0.{number % 256}"', { count: 256, isAscending: false }),
    refused: () => '"999.0.0.1"',
    shown: plain,
    isShort: true,
  },
  file: {
    ...UPLOAD,
    django: 'FileField',
    test: () => value('SimpleUploadedFile(f"{number}.txt", b"text")', { isAscending: false }),
    refused: () => 'SimpleUploadedFile("page.html", b"<script>")',
    shown: (value) => `<a href="{{ ${value}.url }}">Download</a>`,
  },
  image: {
    ...UPLOAD,
    django: 'ImageField',
    test: () => value('SimpleUploadedFile(f"{number}.gif", PICTURE)', { isAscending: false }),
    refused: () => 'SimpleUploadedFile("picture.png", b"<script>")',
    shown: (value, label) => `<img src="{{ ${value}.url }}" alt="${label}">`,
  },
  choice: {
    django: 'CharField',
    isText: true,
    keywords: choiceKeywords,
    default: choiceDefault,
    sample: (field) => (place) => field.choices[place % field.choices.length]?.value ?? '',
    test: choiceValue,
    refused: () => '"not a choice"',
    shown: (_value, _label, field) => `{{ object.get_${field.name}_display }}`,
    isShort: true,
  },
};

/** What a project is made of for the fields of a type that is not a relation. */
export function valueType<Type extends ValueField['type']>(type: Type): ValueType<Type> {
  return VALUE_TYPES[type];
}
