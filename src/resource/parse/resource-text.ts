import type { Choice, Field, Resource } from '../model/resource.ts';
import { isNumberChoice } from '../model/resource.ts';
import { WHOLE_NUMBER } from './field-default.ts';
import { CONTROL } from '../../text/control.ts';

/** Whether a word of a line can hold a text: no space, and none of the characters that part it. */
function isSayable(text: string): boolean {
  return /^[^\s:,=]+$/.test(text) && !CONTROL.test(text);
}

/** A choice as a line says it, or nothing where it cannot. */
function choiceWord(choice: Choice): string | undefined {
  const value = String(choice.value);
  if (!isSayable(value)) return undefined;
  if (choice.label === undefined) return value;
  const label = choice.label.replaceAll(' ', '_');
  return choice.label.includes('_') || !isSayable(label) ? undefined : `${value}=${label}`;
}

function choicesWord(field: Extract<Field, { type: 'choice' }>): string | undefined {
  const words = field.choices.map(choiceWord);
  if (!words.every((word) => word !== undefined)) return undefined;
  const wouldBeNumbers = field.choices.every((choice) => WHOLE_NUMBER.test(String(choice.value)));
  return wouldBeNumbers === isNumberChoice(field) ? words.join(',') : undefined;
}

/** The words between the type and the modifiers; nothing where a line cannot say them. */
function argumentWords(field: Field): readonly string[] | undefined {
  switch (field.type) {
    case 'decimal':
      return [`${field.max_digits},${field.decimal_places}`];
    case 'choice': {
      const word = choicesWord(field);
      return word === undefined ? undefined : [word];
    }
    case 'fk':
    case 'o2o':
    case 'm2m':
      return isSayable(field.to) ? [field.to] : undefined;
    default:
      return 'max_length' in field ? [String(field.max_length)] : [];
  }
}

function valuedWord(key: string, value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === '' || isSayable(text) ? `${key}=${text}` : undefined;
}

function fieldWord(field: Field): string | undefined {
  const between = argumentWords(field);
  if (between === undefined || !isSayable(field.name) || field.name.startsWith('@')) return undefined;
  const modifiers = Object.entries(field).flatMap(([key, value]: [string, unknown]): (string | undefined)[] => {
    if (['name', 'type', 'max_length', 'max_digits', 'decimal_places', 'choices', 'to'].includes(key)) return [];
    if (key === 'on_delete') return [String(value)];
    return [value === true && key !== 'default' ? key : valuedWord(key, value)];
  });
  if (!modifiers.every((word) => word !== undefined)) return undefined;
  const type = field.type === 'owner' && field.name === 'owner' ? [] : [field.type];
  return [field.name, ...type, ...between, ...modifiers].join(':');
}

function atWord(key: string, names: readonly string[]): string | undefined {
  return names.every((name) => isSayable(name)) ? `@${key}=${names.join(',')}` : undefined;
}

/** Writes a resource so that `parseResource` reads the same again: as a line where a line can say it, otherwise as JSON. */
export function resourceText(resource: Resource): string {
  const { name, plural, fields, str, ordering, unique, pk } = resource;
  const head = plural === undefined ? name : `${name}/${plural}`;
  const words: readonly (string | undefined)[] = [
    isSayable(head) && !/^[@{/]/.test(head) && !name.includes('/') ? head : undefined,
    ...fields.map(fieldWord),
    ...(ordering === undefined ? [] : [atWord('ordering', ordering)]),
    ...(str === undefined ? [] : [atWord('str', str)]),
    ...(unique ?? []).map((names) => atWord('unique', names)),
    ...(pk === undefined ? [] : [`@pk=${pk}`]),
  ];
  return words.every((word) => word !== undefined) ? words.join(' ') : JSON.stringify(resource);
}
