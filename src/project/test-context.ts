import { type Field, INTEGER_TYPES, MOMENT_TYPES, type Resource, TEXT_TYPES, UPLOAD_TYPES, isOneOf, isOptional, isRelation } from '../answers/resource.ts';
import { textNames } from '../answers/resource-queries.ts';
import { type Py, pyCall, pyLaidOut, pySequence, pyText } from '../text/py-expression.ts';
import { circularFields } from './circular-fields.ts';
import type { NamedCode } from './factory-context.ts';
import { isStringLike } from './field-class.ts';
import { PARAMETERS, filterFields } from './filter-fields.ts';
import { mostRows } from './most-rows.ts';
import { orderingFields, searchFields } from '../answers/searched-fields.ts';
import { refusedValues, testValue } from './test-value.ts';
import { testedFields } from './tested-fields.ts';

/** Decorators of tests that go through fields, each the empty text where there is none. */
interface FieldLists {
  readonly required: string;
  readonly optional: string;
  readonly unique: string;
  readonly searched: string;
  readonly filtered: string;
  readonly ordered: string;
  /** The same through lists of fields that are unique together. */
  readonly together: string;
}

/** What the tests of a resource's app are made of, beside its factories. */
export interface TestContext extends FieldLists {
  /** Whether a filter is tested without the relations that lead back, for what they store might have the same value. */
  readonly isPlainFiltered: boolean;
  /** The fields that hold files, which no answer of the API repeats. */
  readonly uploads: readonly string[];
  /** Whether there can be so many rows: more than a page of the API shows, more than one of the site shows, a few. */
  readonly has101: boolean;
  readonly has13: boolean;
  readonly has3: boolean;
  /** How many more rows a test of queries makes. */
  readonly more: number;
  readonly refused: readonly NamedCode[];
  /** The argument that leaves out of a check what no sample data have: the files that there must be. */
  readonly unsampled: string;
  /** A field of text whose value is shown on the pages, or null. */
  readonly text: string | null;
  /** A field that a client changes, or null where there is none. */
  readonly changed: string | null;
  /** The text that is all of the rows' own, or null. */
  readonly shownBy: string | null;
}

/** The types of fields whose value a test changes by itself. */
const CHANGEABLE = [...TEXT_TYPES, ...INTEGER_TYPES, ...MOMENT_TYPES, 'float', 'decimal', 'boolean', 'choice'] as const;

/** The decorator that runs a test for each of some values; the empty text where there is none. */
function parametrize(name: string, values: readonly Py[]): string {
  if (values.length === 0) return '';
  const args = [{ value: pyText(name) }, { value: pySequence('list', values) }];
  return pyLaidOut(pyCall('@pytest.mark.parametrize', args), 0, 0);
}

/** What is wrong for each of some fields, and for the first text what is no text at all. */
function refusals(fields: readonly Field[], isForm: boolean): readonly NamedCode[] {
  const own = fields.flatMap((field) => refusedValues(field, isForm).map((code) => ({ name: field.name, code })));
  const text = fields.find((field) => isOneOf(['char', 'text'], field.type));
  if (text === undefined || isForm) return own;
  const isNullable = isOptional(text) && (!isStringLike(text) || text.unique === true);
  return [...own, ...['"nul\\x00"', '7', ...(isNullable ? [] : ['None']), '["a list"]'].map((code) => ({ name: text.name, code }))];
}

/** Says whether a client may leave a field out. */
function isFree(field: Field): boolean {
  return isOptional(field) || 'default' in field || isOneOf(['uuid', 'boolean'], field.type);
}

/** The fields by whose value a search finds just one row: a number cut to two digits stands in the longer number of another row too. */
function telling(fields: readonly Field[], resource: Resource): readonly Field[] {
  const counts = fields.map((field) => testValue(field, resource).count);
  const most = Math.max(...counts);
  return fields.filter((_field, place) => counts[place] === most);
}

function fieldLists(resource: Resource, sent: readonly Field[], plain: readonly Field[]): FieldLists {
  const isDistinct = (field: Field): boolean => isRelation(field) || testValue(field, resource).count > 1;
  const isAscending = (field: Field): boolean => !isRelation(field) && testValue(field, resource).isAscending;
  const named = (fields: readonly Field[]): string => parametrize('field', fields.map((field) => pyText(field.name)));
  const found = (names: readonly string[]): readonly Field[] => plain.filter((field) => names.includes(field.name) && isDistinct(field));
  const together = (resource.unique ?? []).flat();
  return {
    required: named(sent.filter((field) => !isFree(field))),
    optional: named(sent.filter((field) => isOptional(field) && !together.includes(field.name))),
    unique: named(plain.filter((field) => (field.unique === true || field.type === 'o2o') && !isOneOf(UPLOAD_TYPES, field.type))),
    searched: named(telling(found(searchFields(resource)), resource)),
    filtered: named(found(filterFields(resource)).filter((field) => !PARAMETERS.includes(field.name))),
    ordered: named(found(orderingFields(resource)).filter(isAscending)),
    together: togetherList(resource, plain),
  };
}

/** Fields that are unique together, without the owner, whom the server sets; only such as a client sends. */
function togetherList(resource: Resource, plain: readonly Field[]): string {
  const owner = resource.fields.find((field) => field.type === 'owner')?.name;
  const sent = plain.map((field) => field.name);
  // What is unique alone is refused alone, and no file is stored twice by one name.
  const isAlone = (name: string): boolean => plain.some((field) => field.name === name && (field.unique === true || isOneOf(['o2o', ...UPLOAD_TYPES], field.type)));
  const sets = (resource.unique ?? []).filter((names) => names.every((name) => (sent.includes(name) && !isAlone(name)) || name === owner));
  return parametrize('fields', sets.map((names) => pySequence('list', names.filter((name) => name !== owner).map(pyText))));
}

function singledOut(resource: Resource, plain: readonly Field[]): Pick<TestContext, 'text' | 'changed' | 'shownBy'> {
  const texts = plain.filter((field) => isOneOf(['char', 'text'], field.type) && !('max_length' in field && field.max_length < 30));
  const changeable = plain.filter((field) => isOneOf(CHANGEABLE, field.type));
  const [first, ...more] = textNames(resource);
  const shown = more.length > 0 ? undefined : plain.find((field) => field.name === first && isOneOf(TEXT_TYPES, field.type));
  return {
    text: texts[0]?.name ?? null,
    changed: (changeable.find((field) => field.unique !== true) ?? changeable[0])?.name ?? null,
    shownBy: shown?.name ?? null,
  };
}

/** What the tests of a resource's app are made of. */
export function testContext(resource: Resource, resources: readonly Resource[]): TestContext {
  const circular = circularFields(resource, resources);
  const sent = testedFields(resource, resources);
  const plain = sent.filter((field) => !circular.has(field.name));
  const files = plain.filter((field) => isOneOf(UPLOAD_TYPES, field.type));
  const needed = files.filter((field) => !isOptional(field)).map((field) => `"${field.name}"`);
  const most = mostRows(resource, resources);
  const { required, optional, unique, searched, filtered, ordered, together } = fieldLists(resource, sent, plain);
  const { text, changed, shownBy } = singledOut(resource, plain);
  // No spread, as in `resourceContext`.
  return {
    required,
    optional,
    unique,
    searched,
    filtered,
    ordered,
    together,
    isPlainFiltered: filtered !== '' && sent.length > plain.length,
    text,
    changed,
    shownBy,
    uploads: files.map((field) => field.name),
    has101: most >= 101,
    has13: most >= 13,
    has3: most >= 3,
    more: most >= 13 ? 10 : 2,
    refused: refusals(sent, files.length > 0),
    unsampled: needed.length === 0 ? '' : `exclude=[${needed.join(', ')}]`,
  };
}
