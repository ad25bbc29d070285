/** Types of text; each may have a length, and `char` must. */
export const TEXT_TYPES = ['char', 'text', 'slug', 'email', 'url'] as const;

/** Types of whole numbers. */
export const INTEGER_TYPES = [
  'integer',
  'positiveinteger',
  'smallinteger',
  'positivesmallinteger',
  'biginteger',
  'positivebiginteger',
] as const;

/** Types of a point in time, which the server can fill in. */
export const MOMENT_TYPES = ['date', 'datetime', 'time'] as const;

/** Types whose value is an uploaded file. */
export const UPLOAD_TYPES = ['file', 'image'] as const;

/** Types that point at another model; `owner` points at the user, and the server sets it. */
export const RELATION_TYPES = ['fk', 'o2o', 'm2m', 'owner'] as const;

/** All types of a field: Django's field classes in lower case without `Field`, the choice, and the relations. */
export const FIELD_TYPES = [
  ...TEXT_TYPES,
  ...INTEGER_TYPES,
  'float',
  'decimal',
  'boolean',
  ...MOMENT_TYPES,
  'duration',
  'uuid',
  'json',
  'genericipaddress',
  ...UPLOAD_TYPES,
  'choice',
  ...RELATION_TYPES,
] as const;

/** The type of a field, as it is written. */
export type FieldType = (typeof FIELD_TYPES)[number];

/** What happens to a row when the row it points at is deleted; `cascade` where nothing is said. */
export const ON_DELETES = ['cascade', 'protect', 'set_null'] as const;

type OnDelete = (typeof ON_DELETES)[number];

/** What every field has. A modifier that does not apply is absent, never `false`. */
interface FieldBase {
  readonly name: string;
  /** May be left empty: `blank`, and `null` where a string type does not make that wrong. */
  readonly optional?: true;
  readonly unique?: true;
  readonly index?: true;
}

/** A field of text. */
export type TextField = FieldBase & { readonly default?: string } & (
    | { readonly type: 'char'; readonly max_length: number }
    | { readonly type: 'text' | 'slug' | 'email' | 'url'; readonly max_length?: number }
  );

/** A whole number. A default beyond what JSON's numbers hold is a string of digits. */
export type IntegerField = FieldBase & {
  readonly type: (typeof INTEGER_TYPES)[number];
  readonly default?: number | string;
};

/** A number with a binary fraction. */
type FloatField = FieldBase & { readonly type: 'float'; readonly default?: number };

/** A number with a decimal fraction; its default is a string, so that no digit is lost. */
export type DecimalField = FieldBase & {
  readonly type: 'decimal';
  readonly max_digits: number;
  readonly decimal_places: number;
  readonly default?: string;
};

type BooleanField = FieldBase & { readonly type: 'boolean'; readonly default?: boolean };

/** A day, a moment or a time of day. Its default is ISO 8601, or `today` for a day, or `now` for the others. */
export type MomentField = FieldBase & {
  readonly type: (typeof MOMENT_TYPES)[number];
  readonly default?: string;
  readonly auto_now_add?: true;
  readonly auto_now?: true;
};

/** A span of time (its default is an ISO 8601 duration) or an IP address. */
type PlainField = FieldBase & { readonly type: 'duration' | 'genericipaddress'; readonly default?: string };

/** A document; its default is an empty object or an empty list. */
export type JsonField = FieldBase & {
  readonly type: 'json';
  readonly default?: Readonly<Record<string, never>> | readonly never[];
};

/** A UUID; it makes a default of itself. */
type UuidField = FieldBase & { readonly type: 'uuid' };

type UploadField = FieldBase & { readonly type: (typeof UPLOAD_TYPES)[number] };

/** One of the values of a choice; without a label Django derives it from the value. */
export interface Choice {
  readonly value: string | number;
  readonly label?: string;
}

/** One of a few values, which are all text or all whole numbers. */
export type ChoiceField = FieldBase & {
  readonly type: 'choice';
  readonly choices: readonly Choice[];
  readonly default?: string | number;
};

/** The target of a relation that stands for the project's user. */
export const USER = 'user';

/** A foreign key or a one-to-one relation to the resource (or the user) named in `to`. */
export type KeyField = FieldBase & {
  readonly type: 'fk' | 'o2o';
  readonly to: string;
  readonly on_delete?: OnDelete;
  readonly related_name?: string;
};

/** A many-to-many relation. */
export type ManyField = FieldBase & {
  readonly type: 'm2m';
  readonly to: string;
  readonly through?: string;
  readonly related_name?: string;
};

/** The user whom a row belongs to; the server sets it. */
type OwnerField = FieldBase & {
  readonly type: 'owner';
  readonly on_delete?: OnDelete;
  readonly related_name?: string;
};

/** A relation. */
export type RelationField = KeyField | ManyField | OwnerField;

/** A field with a value of its own: all but the relations. */
export type ValueField =
  | TextField
  | IntegerField
  | FloatField
  | DecimalField
  | BooleanField
  | MomentField
  | PlainField
  | JsonField
  | UuidField
  | UploadField
  | ChoiceField;

/** One field of a resource. Its keys are the words of the line and of Django. */
export type Field = ValueField | RelationField;

/** The field of a type. It is written as a lookup so that the compiler pairs it with the row of a table by type. */
export type FieldOf<Type extends FieldType> = {
  readonly [One in Type]: Field & { readonly type: One };
}[Type];

/** What the project is about: one model with everything around it. The answers file holds it in just this form. */
export interface Resource {
  readonly name: string;
  /** One word in snake case for the app, the URL and the admin; absent where it follows from the name. */
  readonly plural?: string;
  readonly fields: readonly Field[];
  /** The fields that make its text; absent for the first text-like one. */
  readonly str?: readonly string[];
  /** Field names, a descending one behind a hyphen. */
  readonly ordering?: readonly string[];
  /** Sets of fields that are unique together. */
  readonly unique?: readonly (readonly string[])[];
  /** The primary key, where it is not a number; it stays named `id`. */
  readonly pk?: 'uuid';
}

/** Says whether a value is one of a list's. */
export function isOneOf<const Word extends string>(list: readonly Word[], value: unknown): value is Word {
  const words: readonly unknown[] = list;
  return words.includes(value);
}

/** Says whether a field is a relation: true for `fk`, `o2o`, `m2m` and `owner`. */
export function isRelation(field: Field): field is RelationField {
  return isOneOf(RELATION_TYPES, field.type);
}

/** Says whether a field has a value of its own: true for all but relations. */
export function isValue(field: Field): field is ValueField {
  return !isRelation(field);
}

/** What a relation points at: the name of a resource, or `user`. */
export function targetOf(field: RelationField): string {
  return field.type === 'owner' ? USER : field.to;
}

/** Says whether a choice holds whole numbers; otherwise it holds text. */
export function isNumberChoice(field: ChoiceField): boolean {
  return field.choices.every((choice) => typeof choice.value === 'number');
}

/** Says whether a field may be left empty: true for an optional one and for one that is set to null when its target goes. */
export function isOptional(field: Field): boolean {
  return field.optional === true || ('on_delete' in field && field.on_delete === 'set_null');
}
