import type { Values } from '../../answers/sources.ts';
import type { Option } from '../../options/option.ts';
import { OPTIONS } from '../../options/table.ts';
import { readResources } from '../../resource/resources.ts';
import type { Problem } from '../../problem.ts';
import type { MaybeLater, Prompter } from './prompter.ts';
import { askResources } from './resource-questions.ts';
import type { Terminal } from '../start/terminal.ts';
import { moreOf } from '../start/usage.ts';

/** What the conversation does not know by itself. */
export interface Conversation {
  readonly prompter: Prompter;
  /** What flags or a file have said; it is not asked. */
  readonly given: Values;
  /** The value of an option that is not asked, from the answers before it. */
  readonly fallback: (option: Option, before: Values) => unknown;
  /** What more is wrong with an answer than its own entry knows, beside the other answers. */
  readonly refuse: (option: Option, answer: unknown, others: Values) => MaybeLater<Problem | undefined>;
  /** Why an option cannot be asked here at all; its answer is then no. */
  readonly unaskable: (option: Option) => MaybeLater<Problem | undefined>;
  /** What the values are in words, a line each, and the command that gives them again. */
  readonly summary: (values: Values) => { readonly lines: readonly string[]; readonly command: string };
}

const TABLE: readonly Option[] = OPTIONS;

/** Asks until nothing is wrong with the answer. */
async function untilRight<Answer>(
  question: () => Promise<Answer>,
  prompter: Prompter,
  refuse: (answer: Answer) => MaybeLater<Problem | undefined>,
): Promise<Answer> {
  for (;;) {
    const answer = await question();
    const problem = await refuse(answer);
    if (problem === undefined) return answer;
    prompter.warn(problem);
  }
}

/** Asks one option; Enter alone keeps what was said before, or else takes what is suggested. */
async function ask(
  option: Option,
  before: Values,
  { prompter, fallback, refuse, unaskable }: Conversation,
  said: ReadonlyMap<string, unknown>,
): Promise<unknown> {
  const kept = said.get(option.key);
  const others = { ...Object.fromEntries(said), ...before };
  const isWrong = (answer: unknown): MaybeLater<Problem | undefined> => refuse(option, answer, others);
  const words = { message: option.question ?? option.help, hint: option.hint ?? '', more: moreOf(option) };
  const enter = kept ?? fallback(option, before);
  if (option.kind === 'resources') {
    const suggested = readResources(enter);
    const resources = 'value' in suggested ? suggested.value : option.fallback(before);
    return untilRight(() => askResources(prompter, words, resources), prompter, isWrong);
  }
  if (option.kind === 'choice')
    return untilRight(
      () => prompter.choose({ ...words, choices: option.choices, suggestion: String(enter) }),
      prompter,
      isWrong,
    );
  if (option.kind === 'text') {
    const check = (answer: string): MaybeLater<Problem | undefined> => option.check(answer) ?? isWrong(answer);
    return prompter.text({ ...words, suggestion: String(enter), check });
  }
  const problem = await unaskable(option);
  if (problem === undefined)
    return prompter.confirm({
      ...words,
      suggestion: kept === undefined ? (option.suggested ?? enter === true) : kept === true,
    });
  prompter.warn(problem);
  return false;
}

/**
 * Goes through the table once: what is given stays, what can be asked and was not is asked, the rest falls back.
 * @param conversation what is given, and whom to ask
 * @param said what the person said before; a text that is the fallback is not kept, so that it follows the answers before it
 * @param again the option to ask once more; without it, all are asked
 */
async function goThrough(conversation: Conversation, said: Map<string, unknown>, again?: Option): Promise<Values> {
  const { given, fallback } = conversation;
  const values: Record<string, unknown> = {};
  for (const option of TABLE) {
    const { key } = option;
    const isAsked = again === undefined ? option.question !== undefined && !(key in given) : option === again;
    if (isAsked) {
      const answer = await ask(option, values, conversation, said);
      if (option.kind === 'text' && answer === fallback(option, values)) said.delete(key);
      else said.set(key, answer);
    }
    const kept = key in given ? given[key] : said.get(key);
    values[key] = kept ?? fallback(option, values);
  }
  // What is not asked may follow from a later answer.
  for (const option of TABLE.filter((one) => one.question === undefined && !(one.key in given)))
    values[option.key] = fallback(option, values);
  return values;
}

/**
 * Asks every option of the table that has a question and no answer yet, in the table's order; then shows the summary until the
 * person agrees, who can change any of those answers.
 * @param conversation whom to ask, and what else counts
 * @returns a value for each option
 * @throws Interruption when the person leaves
 */
export async function converse(conversation: Conversation): Promise<Values> {
  const { prompter, given } = conversation;
  const said = new Map<string, unknown>();
  const asked = TABLE.filter((option) => option.question !== undefined && !(option.key in given));
  if (asked.length > 0)
    prompter.show('Enter takes what is shown, ? says more. Ctrl-C leaves, and nothing is written.', []);
  let values = await goThrough(conversation, said);
  while (asked.length > 0) {
    const { lines, command } = conversation.summary(values);
    prompter.show('Your answers:', [...lines, '', 'The same again, without a question:']);
    prompter.command(command);
    const verdict = await prompter.choose({
      message: 'Create it?',
      hint: 'Nothing has been written yet.',
      suggestion: 'create',
      choices: [
        { value: 'create', label: 'Yes', hint: 'write the project' },
        { value: 'change', label: 'Change an answer', hint: 'one of those above' },
      ],
    });
    if (verdict === 'create') break;
    const key = await prompter.choose({
      message: 'Which answer?',
      hint: 'The others stay.',
      suggestion: asked[0]?.key ?? '',
      choices: asked.map((option) => ({ value: option.key, label: option.key, hint: option.help })),
    });
    values = await goThrough(
      conversation,
      said,
      TABLE.find((option) => option.key === key),
    );
  }
  return values;
}

/** The prompter for a terminal: one that does not draw on a dumb terminal or for a screen reader. */
export async function prompterFor(terminal: Terminal, signal: AbortSignal): Promise<Prompter> {
  return terminal.plain
    ? (await import('./plain-prompter.ts')).plainPrompter(terminal, signal)
    : (await import('./drawn-prompter.ts')).drawnPrompter(terminal, signal);
}
