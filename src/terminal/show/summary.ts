import { dim } from 'kolorist';
import { argvOf } from '../../answers/argv-of.ts';
import type { Option } from '../../options/option.ts';
import { OPTIONS, type Answers } from '../../options/table.ts';
import { readResources } from '../../resource/resources.ts';
import { counted } from '../../text/counted.ts';
import { shellCommand } from '../../text/shell.ts';
import { runnerCommand } from '../start/runner.ts';
import type { Terminal } from '../start/terminal.ts';

/** The command that gives the same answers again, without a question, by what started the tool, such as `npm create drf-docker@latest library -- --database=sqlite --yes`. */
export function equivalentCommand(answers: Answers, { runner, shell }: Pick<Terminal, 'runner' | 'shell'>): string {
  const [directory = '', ...flags] = argvOf(answers);
  return shellCommand(runnerCommand(runner, [directory], [...flags, '--yes']), shell);
}

/** The names of resources with the number of their fields: `Book (4 fields)`. */
function resourceNames(value: unknown): string {
  const outcome = readResources(value);
  if ('problems' in outcome) return '';
  return outcome.value.map(({ name, fields }) => `${name} (${counted(fields.length, 'field')})`).join(', ');
}

/** A value as a person says it. */
function spoken(option: Option, value: unknown): string {
  if (option.kind === 'resources') return resourceNames(value);
  if (option.kind === 'switch') return value === true ? 'yes' : 'no';
  if (option.kind === 'choice') return option.choices.find((choice) => choice.value === value)?.label ?? String(value);
  return value === '' ? 'none' : String(value);
}

/** The answers in words, a line each: those that were asked, and any other that is not its default. */
export function summaryLines(answers: Answers): string[] {
  const byKey: Readonly<Record<string, unknown>> = answers;
  const table: readonly Option[] = OPTIONS;
  const width = Math.max(...table.map((option) => option.key.length));
  return table
    .filter(
      (option) =>
        option.question !== undefined || JSON.stringify(byKey[option.key]) !== JSON.stringify(option.fallback(byKey)),
    )
    .map((option) => `${dim(option.key.padEnd(width))}  ${spoken(option, byKey[option.key])}`);
}
