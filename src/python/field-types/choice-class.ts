import { type Choice, type ChoiceField, type Resource, isNumberChoice } from '../../resource/model/resource.ts';
import { pyCode, pyLaidOut, pySequence, pyText, type Py } from '../../text/py-expression.ts';
import { columnsOf } from '../../text/columns.ts';
import { freeName } from '../../text/free-name.ts';
import { pyString } from '../../text/py.ts';
import { titleCase } from '../../text/title-case.ts';
import { camelCase, labelOf } from '../../text/words.ts';

/** One member of a class of choices. */
export interface ChoiceMember {
  readonly name: string;
  readonly value: string | number;
  readonly label: string;
}

/** A class of choices inside a model. */
export interface ChoiceClass {
  readonly name: string;
  readonly base: 'TextChoices' | 'IntegerChoices';
  readonly members: readonly ChoiceMember[];
}

/** The longest name of a member; a label can be a sentence. */
const LONGEST_NAME = 30;

/** A constant's name from any text: its ASCII letters and digits, accents left out; empty where that is not a name. */
function constantName(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[^a-z0-9]+/gi, '_')
    .toUpperCase();
  const name = plain.replace(/^_/, '').slice(0, LONGEST_NAME).replace(/_$/, '');
  // ruff refuses an I or O alone, which look like digits (E741).
  return /^[A-Z]/.test(name) && !/^[IO]$/.test(name) ? name : undefined;
}

/** The name of a choice: its value's, or its label's where the value is a number or a short code; else the field's and a number. */
function wantedName({ value, label }: Choice, field: ChoiceField, place: number): string {
  const ofValue = typeof value === 'string' ? constantName(value) : undefined;
  const isCode = typeof value === 'number' || value.length < 4;
  const ofLabel = label === undefined ? undefined : constantName(label);
  const number = String(value).replace('-', 'MINUS_');
  const numbered = constantName(`${field.name}_${/^\w+$/.test(number) ? number : place}`) ?? `CHOICE_${place}`;
  return (isCode ? (ofLabel ?? ofValue) : (ofValue ?? ofLabel)) ?? numbered;
}

/** The members of a class of choices, with a name that Python takes for each: its members in their order. */
function membersOf(field: ChoiceField): readonly ChoiceMember[] {
  const taken = new Set<string>();
  return field.choices.map((choice, place) => {
    const name = freeName(wantedName(choice, field, place + 1), taken);
    taken.add(name);
    const { value } = choice;
    return {
      name,
      value,
      label: choice.label ?? (typeof value === 'number' ? String(value) : titleCase(value.replaceAll('_', ' ').trim())),
    };
  });
}

/**
 * The classes of choices of a model, by the names of their fields. A class is called as its field in camel case, unless the model has a
 * field of that name.
 * @returns one class for each choice
 */
export function choiceClasses(resource: Resource): ReadonlyMap<string, ChoiceClass> {
  const taken = new Set([
    'Meta',
    'DoesNotExist',
    'MultipleObjectsReturned',
    // As for constants: E742.
    'I',
    'O',
    ...resource.fields.map((field) => field.name),
  ]);
  const classes = new Map<string, ChoiceClass>();
  for (const field of resource.fields) {
    if (field.type !== 'choice') continue;
    const plain = camelCase(field.name);
    const name = taken.has(plain) ? freeName(`${plain}Choices`, taken, '') : plain;
    taken.add(name);
    classes.set(field.name, {
      name,
      base: isNumberChoice(field) ? 'IntegerChoices' : 'TextChoices',
      members: membersOf(field),
    });
  }
  return classes;
}

/** The member of a choice's class that has a value, such as `Status.DRAFT`. */
export function memberOf(choices: ChoiceClass, value: string | number): string {
  return `${choices.name}.${choices.members.find((member) => member.value === value)?.name ?? ''}`;
}

/** A member as a line of its class, or on several where one is too short; the label is left out where Django derives the same. */
export function memberLines(member: ChoiceMember, indent: number): string {
  const head = `${' '.repeat(indent)}${member.name} = `;
  const value: Py = typeof member.value === 'number' ? pyCode(String(member.value)) : pyText(member.value);
  if (labelOf(member.name) === member.label) return head + pyLaidOut(value, indent, head.length);
  const line = `${head}${typeof member.value === 'number' ? member.value : pyString(member.value)}, ${pyString(member.label)}`;
  return columnsOf(line) <= 88
    ? line
    : head + pyLaidOut(pySequence('tuple', [value, pyText(member.label)]), indent, 88);
}
