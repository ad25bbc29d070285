import { parseResources } from '../../resource/resources.ts';
import { lineReading } from '../../resource/parse/resource-line.ts';
import { resourceNotes } from '../../resource/notes.ts';
import { resourceText } from '../../resource/parse/resource-text.ts';
import type { Resource } from '../../resource/model/resource.ts';
import type { Problem } from '../../problem.ts';
import type { Prompter } from './prompter.ts';

/** What takes the last line back. */
const TAKE_BACK = '-';

const FIELD_HINT = `name:type, such as title:char:200, born:date:optional, pages:positiveinteger, author:fk:Person. Enter alone ends, ${TAKE_BACK} takes the last back.`;

/** The first problem of a line, as far as the line alone can tell. */
function lineProblem(line: string): Problem | undefined {
  return lineReading(line).problems[0];
}

/** What is wrong with a name: it is tried with a field that is always right. */
function nameProblem(name: string): Problem | undefined {
  if (/^\S+$/.test(name)) return lineProblem(`${name} note:char:50`);
  return { what: 'A name is one word', next: 'Write it in the singular, such as Book or Person/people.' };
}

/** Asks for one resource: its name, then its fields until Enter alone; gives its line. */
async function askResource(prompter: Prompter, others: readonly string[]): Promise<string> {
  const name = await prompter.text({
    message: others.length === 0 ? 'What is one of them called?' : 'What is one of the next called?',
    hint: 'The name of the model, in the singular: Book. An unusual plural follows a slash: Person/people.',
    suggestion: others.length === 0 ? 'Book' : '',
    check: nameProblem,
  });
  const words: string[] = [];
  for (;;) {
    const answer = await prompter.text({
      message: words.length === 0 ? `${name}: its first field` : `${name} ${words.join(' ')}: the next field`,
      hint: FIELD_HINT,
      suggestion: '',
      check: (word) => {
        if (word === TAKE_BACK) return words.length === 0 ? { what: 'There is no field to take back' } : undefined;
        if (word === '')
          return words.length === 0
            ? { what: `${name} has no field yet`, next: 'Give it one, such as title:char:200.' }
            : undefined;
        return lineProblem([name, ...words, word].join(' '));
      },
    });
    if (answer === '') return [name, ...words].join(' ');
    if (answer === TAKE_BACK) words.pop();
    else words.push(...answer.split(/\s+/));
  }
}

/** Lets the person take one resource out, because together they do not fit. */
async function takeOut(prompter: Prompter, lines: readonly string[]): Promise<string[]> {
  // By their numbers, for those are typed where nothing is drawn.
  const number = await prompter.choose({
    message: 'Which one do you want to write anew?',
    hint: 'The others stay.',
    suggestion: String(lines.length),
    choices: lines.map((line, place) => ({ value: String(place + 1), label: line.split(' ')[0] ?? line, hint: line })),
  });
  return lines.toSpliced(Number(number) - 1, 1);
}

/**
 * Asks for the resources of a project: the suggested ones, or one's own, each with its fields. What was understood is shown.
 * @param words the question and its hint, from the option table
 * @param suggested what Enter alone gives
 * @returns the resources, checked together
 * @throws Interruption when the person leaves
 */
export async function askResources(
  prompter: Prompter,
  words: { readonly message: string; readonly hint: string },
  suggested: readonly Resource[],
): Promise<readonly Resource[]> {
  const names = suggested.map((resource) => resource.name).join(', ');
  const choice = await prompter.choose({
    ...words,
    suggestion: 'suggested',
    choices: [
      { value: 'suggested', label: names, hint: suggested.map(resourceText).join('; ') },
      { value: 'own', label: 'Things of my own', hint: 'each with a name and fields' },
    ],
  });
  if (choice === 'suggested') return suggested;
  let lines: string[] = [];
  for (;;) {
    lines.push(await askResource(prompter, lines));
    const more = await prompter.confirm({
      message: 'Another one beside these?',
      hint: `So far: ${lines.map((line) => line.split(' ')[0]).join(', ')}.`,
      suggestion: false,
    });
    if (more) continue;
    const outcome = parseResources(lines);
    if ('value' in outcome) {
      prompter.show('What you have now:', [...outcome.value.map(resourceText), ...resourceNotes(lines)]);
      return outcome.value;
    }
    for (const problem of outcome.problems) prompter.warn(problem);
    lines = await takeOut(prompter, lines);
  }
}
