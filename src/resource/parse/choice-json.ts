import { type KeyReader, isJsonRecord, unstorableReason } from './json-object-reader.ts';
import type { Choice } from '../model/resource.ts';

function textReason(text: string, what: string): string | undefined {
  if (text.trim() === '') return `A choice needs a ${what}.`;
  return unstorableReason(text);
}

/** One choice; a bare value is one without a label. Gives the reason where it is none. */
function readChoice(raw: unknown): Choice | string {
  const record = isJsonRecord(raw) ? raw : { value: raw };
  const { value, label } = record;
  const strange = Object.keys(record).find((key) => key !== 'value' && key !== 'label');
  if (strange !== undefined) return `It says ${JSON.stringify(strange)}, and a choice has a value and a label.`;
  if (typeof value !== 'string' && typeof value !== 'number') return 'A value is a text or a whole number.';
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    return 'A number is whole and at most 9007199254740991, which is as far as JSON counts.';
  const wrong = typeof value === 'string' ? textReason(value, 'value') : undefined;
  if (wrong !== undefined) return wrong;
  if (label === undefined) return { value };
  if (typeof label !== 'string') return 'A label is a text.';
  return textReason(label, 'label') ?? { value, label };
}

/** Reads the choices of a field; gives nothing where it told the reader what is wrong. */
export function readChoices(reader: KeyReader, name: string): readonly Choice[] | undefined {
  const raw = reader.record['choices'];
  if (!Array.isArray(raw) || raw.length === 0) {
    reader.problems.push({
      what: `${reader.where} has no choices`,
      next: `Write such as ${name}:choice:draft,published.`,
    });
    return undefined;
  }
  const choices: Choice[] = [];
  const before = reader.problems.length;
  for (const one of raw) {
    const choice = readChoice(one);
    if (typeof choice === 'string')
      reader.problems.push({
        what: `${reader.where} cannot have the choice ${JSON.stringify(one)}`,
        why: choice,
        next: `Write such as ${name}:choice:draft,published.`,
      });
    else if (choices.some((other) => other.value === choice.value))
      reader.problems.push({
        what: `${reader.where} has the choice ${JSON.stringify(choice.value)} twice`,
        next: 'Leave one out.',
      });
    else choices.push(choice);
  }
  if (new Set(choices.map((choice) => typeof choice.value)).size > 1) {
    reader.problems.push({
      what: `${reader.where} mixes numbers and texts in its choices`,
      why: 'All its values go into one column.',
      next: 'Put the numbers in quotes, or make all of them numbers.',
    });
  }
  return reader.problems.length > before ? undefined : choices;
}
