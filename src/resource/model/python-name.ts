import { DJANGO } from './django-names.ts';
import { counted } from '../../text/counted.ts';

/** The longest name: with it, no line of the project is longer than 88 characters, and PostgreSQL cuts no identifier at 63. */
const LONGEST = 40;

/** Says why a name is hard to read; gives the reason, or nothing. */
export function ambiguousReason(name: string): string | undefined {
  return /^[lIO]$/.test(name) ? 'It looks like a digit, and ruff refuses it (E741, E742).' : undefined;
}

/** Says why a name cannot be one of a model or a field; gives the reason, or nothing. */
export function pythonNameReason(name: string): string | undefined {
  if (name === '') return 'It is empty.';
  if (!/^[a-z_]\w*$/i.test(name))
    return 'A name holds ASCII letters, digits and underscores, and starts with a letter.';
  if (DJANGO.keywords.includes(name)) return 'Python keeps this word for itself.';
  if (name.startsWith('_')) return 'To Python such a name is private, and a template of Django cannot read it.';
  if (name.endsWith('_'))
    return 'Django refuses an underscore at the end, which would read as the start of a lookup (fields.E001, models.E023).';
  if (name.includes('__'))
    return 'Django refuses a double underscore, which parts the words of a lookup (fields.E002, models.E024).';
  if (name.length > LONGEST)
    return `It has ${counted(name.length, 'character')}, and ${LONGEST} fit the lines of the code and the columns of a database.`;
  return undefined;
}

/**
 * The nearest name that Python and Django take.
 * @param instead what stands for a name without a letter
 * @returns the name without accents, with single underscores between its words
 */
export function nearestPythonName(name: string, instead: string): string {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[^a-z0-9]+/gi, '_')
    .replace(/^[_\d]+/, '')
    .slice(0, LONGEST)
    .replace(/_$/, '');
  return plain === '' ? instead : plain;
}
