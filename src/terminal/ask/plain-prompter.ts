import { createInterface } from 'node:readline/promises';
import { Interruption, type Problem } from '../../problem.ts';
import { listed } from '../../text/listed.ts';
import { problemLine } from '../show/problems.ts';
import { MORE_KEY, type MaybeLater, type Prompter, type QuestionBase } from './prompter.ts';
import { whileOpen } from '../start/signals.ts';
import type { Terminal } from '../start/terminal.ts';
import { wrap } from '../show/wrap.ts';

const YES: readonly string[] = ['y', 'yes'];
const NO: readonly string[] = ['n', 'no'];

/** Reads one line; nothing is ever drawn over. */
async function readLine({ world }: Terminal, signal: AbortSignal, prompt: string): Promise<string> {
  const ended = new AbortController();
  const lines = createInterface({ input: world.stdin, output: world.screen, terminal: false });
  lines.once('close', () => {
    ended.abort();
  });
  try {
    return (
      await whileOpen(world, true, () => lines.question(prompt, { signal: AbortSignal.any([signal, ended.signal]) }))
    ).trim();
  } catch {
    signal.throwIfAborted();
    throw new Interruption(130);
  } finally {
    lines.close();
  }
}

/** A prompter for dumb terminals and screen readers: one line a question, no colour that matters, no key but Enter. */
export function plainPrompter(terminal: Terminal, signal: AbortSignal): Prompter {
  const { say, columns } = terminal;
  const put = (text: string): void => {
    say(wrap(text, columns));
  };
  /** Asks until `read` finds no problem; what the line means is kept by `read` itself. */
  const ask = async (
    question: QuestionBase,
    suggestion: string,
    check: (line: string) => MaybeLater<Problem | undefined>,
  ): Promise<string> => {
    put(`\n${question.message}\n${question.hint}`);
    for (;;) {
      const line = (await readLine(terminal, signal, `[${suggestion}] `)) || suggestion;
      if (line === MORE_KEY && question.more !== undefined) {
        put(question.more);
        continue;
      }
      const problem = await check(line);
      if (problem === undefined) return line;
      put(problemLine(problem));
    }
  };
  const oneOf =
    (words: readonly string[], next: string) =>
    (line: string): Problem | undefined =>
      words.includes(line.toLowerCase()) ? undefined : { what: `${JSON.stringify(line)} is none of the answers`, next };
  return {
    text: (question) => ask(question, question.suggestion, question.check),
    choose: async (question) => {
      const values = question.choices.map((choice) => choice.value);
      const list = question.choices.map((choice) => `- ${choice.value}: ${choice.label}, ${choice.hint}`).join('\n');
      const hint = `${question.hint}\n${list}`;
      const line = await ask(
        { ...question, hint },
        question.suggestion,
        oneOf(values, `Answer ${listed(values, 'or')}.`),
      );
      return values.find((value) => value === line.toLowerCase()) ?? question.suggestion;
    },
    confirm: async (question) => {
      const line = await ask(question, question.suggestion ? 'yes' : 'no', oneOf([...YES, ...NO], 'Answer yes or no.'));
      return YES.includes(line.toLowerCase());
    },
    show: (title, lines) => {
      put(['', title, ...lines].join('\n'));
    },
    command: say,
    warn: (problem) => {
      put(`\n${problemLine(problem)}`);
    },
  };
}
