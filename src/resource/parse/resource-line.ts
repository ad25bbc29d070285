import type { Outcome } from '../../result.ts';
import { fieldRecord, isModifierLike } from './field-syntax.ts';
import { type ResourceReading, placeholder, readingOf } from './resource-json.ts';
import type { Resource } from '../model/resource.ts';
import type { Problem } from '../../problem.ts';
import { nearestOf } from '../../text/nearest.ts';
import { modelName } from '../../text/words.ts';

const AT_WORDS = ['str', 'ordering', 'unique', 'pk'] as const;

/** What Django and others call our `@` words. */
const AT_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ...['order', 'order_by', 'orderby', 'sort', 'sort_by'].map((word) => [word, 'ordering'] as const),
  ...['string', 'text', 'title', 'display', 'label', '__str__'].map((word) => [word, 'str'] as const),
  ...['unique_together', 'constraint'].map((word) => [word, 'unique'] as const),
  ...['key', 'primary_key', 'id', 'uuid'].map((word) => [word, 'pk'] as const),
]);

const EXAMPLE = "--resource 'Book title:char:250 author:char:100'";

/** What the words behind the name said so far. */
interface Said {
  readonly keys: Map<string, unknown>;
  readonly fields: unknown[];
  /** The words of its fields. */
  readonly words: string[];
  readonly unique: (readonly string[])[];
  readonly problems: Problem[];
}

function readAtWord(word: string, said: Said, resource: string): void {
  const [key = '', ...values] = word.slice(1).split('=');
  const value = values.join('=');
  if (!AT_WORDS.some((one) => one === key)) {
    const nearest = AT_ELSEWHERE.get(key.toLowerCase()) ?? nearestOf(key, AT_WORDS);
    const next = `The words are @str=, @ordering=, @unique= and @pk=uuid.${nearest === undefined ? '' : ` Did you mean @${nearest}=?`}`;
    said.problems.push({ what: `Unknown word ${JSON.stringify(word)} in ${resource}`, next });
    return;
  }
  const names = value.split(',');
  if (names.includes(''))
    said.problems.push({
      what: `${resource} says ${JSON.stringify(word)}, where a name is missing`,
      next: `Write such as @${key}=${{ pk: 'uuid', unique: 'author,title' }[key] ?? 'title'}.`,
    });
  else if (key === 'unique') said.unique.push(names);
  else if (said.keys.has(key))
    said.problems.push({ what: `${resource} says @${key} twice`, next: 'Say it once, with commas between the names.' });
  else said.keys.set(key, key === 'pk' ? value : names);
}

/** The problem of a modifier that a space parts from its field. */
function strayProblem(word: string, field: string | undefined, resource: string): Problem {
  const what = `${JSON.stringify(word)} in ${resource} is not a field`;
  if (field === undefined) return { what, next: 'A modifier follows its field, such as title:char:100:optional.' };
  const joined = `${field}:${word}`;
  const outcome = fieldRecord(joined, resource);
  const [problem] = 'problems' in outcome ? outcome.problems : [];
  return { what, next: problem?.next ?? `Write ${joined}, for a space ends a field.` };
}

/** The words of a line, where a space beside a colon or a comma ends none. */
function joinedWords(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && (/[:,]$/.test(before) || /^[:,]/.test(word))) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

function readWord(word: string, said: Said, resource: string): void {
  if (word.startsWith('@')) {
    readAtWord(word, said, resource);
    return;
  }
  if (isModifierLike(word)) {
    said.problems.push(strayProblem(word, said.words.at(-1), resource));
    return;
  }
  said.words.push(word);
  const outcome = fieldRecord(word, resource);
  if ('value' in outcome) said.fields.push(outcome.value);
  else said.problems.push(...outcome.problems);
  if ('problems' in outcome) said.fields.push(placeholder(word.split(':')[0] ?? ''));
}

/** Reads what is JSON already: a line cannot hold every character, and this can. */
function jsonReading(text: string): ResourceReading {
  try {
    return readingOf(JSON.parse(text));
  } catch (error) {
    return {
      problems: [
        {
          what: `The resource ${text.slice(0, 40)} is not valid JSON`,
          why: error instanceof Error ? `${error.message}.` : '',
          next: `Fix it, or write a line such as ${EXAMPLE}.`,
        },
      ],
    };
  }
}

/**
 * Reads a resource from one line, such as `Book title:char:250 isbn:char:13:unique @ordering=title`, or from one JSON object, as
 * far as it can be read.
 * @param text the value of `--resource`
 * @returns the resource, and every problem of the line
 */
export function lineReading(text: string): ResourceReading {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const [first, ...rest] = words;
  if (first === undefined) {
    return { problems: [{ what: 'A resource is empty', next: `Write its name and its fields, such as ${EXAMPLE}.` }] };
  }
  if (first.startsWith('{')) return jsonReading(text);
  const [name = '', ...plural] = first.split('/');
  if (name === '' || first.startsWith('@') || first.includes(':')) {
    const why = 'The first word is the name of the model, and its plural behind a slash where it is not the usual one.';
    const what = `The resource ${JSON.stringify(first)} has no name`;
    return { problems: [{ what, why, next: `Write such as ${EXAMPLE}.` }] };
  }
  const joined = joinedWords(words);
  if (joined.length !== words.length) {
    const reading = lineReading(joined.join(' '));
    const problem = {
      what: `${modelName(name)} has a space beside a colon or a comma`,
      why: 'A space ends a field.',
      next: `Write '${joined.join(' ')}'.`,
    };
    return { ...reading, problems: [problem, ...reading.problems] };
  }
  const said: Said = { keys: new Map(), fields: [], words: [], unique: [], problems: [] };
  for (const word of rest) readWord(word, said, modelName(name));
  const reading = readingOf({
    name,
    ...(plural.length > 0 ? { plural: plural.join('/') } : {}),
    ...Object.fromEntries(said.keys),
    ...(said.unique.length > 0 ? { unique: said.unique } : {}),
    fields: said.fields,
  });
  return { ...reading, problems: [...said.problems, ...reading.problems] };
}

/**
 * Reads a resource from one line or one JSON object. It looks at the resource alone, as `readResource` does.
 * @param text the value of `--resource`
 * @returns the resource, or every problem of the line
 */
export function parseResource(text: string): Outcome<Resource> {
  const { resource, problems } = lineReading(text);
  return resource === undefined || problems.length > 0 ? { problems } : { value: resource };
}
