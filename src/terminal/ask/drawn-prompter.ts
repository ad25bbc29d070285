import { confirm, isCancel, log, S_BAR, select, text, type CANCEL_SYMBOL } from '@clack/prompts';
import { dim, gray, options as colours } from 'kolorist';
import { Interruption, type Problem } from '../../problem.ts';
import { takeLateEnter } from './late-enter.ts';
import { problemLine } from '../show/problems.ts';
import { MORE_KEY, type Prompter, type QuestionBase } from './prompter.ts';
import { whileOpen } from '../start/signals.ts';
import type { Terminal } from '../start/terminal.ts';
import { wrap } from '../show/wrap.ts';

interface Streams {
  readonly input: Terminal['world']['stdin'];
  readonly output: Terminal['world']['screen'];
  readonly signal: AbortSignal;
  /** Whether Ctrl-C was pressed meanwhile. */
  readonly hasLeft: () => boolean;
}

interface Key {
  readonly ctrl?: boolean;
  readonly name?: string;
}

/**
 * Asks one question of clack's. It forgets its promise when Ctrl-D closes the readline below it, and the process would then end
 * with nothing made; so that key cancels the question. The input itself ends only with the terminal.
 * It does not hear a Ctrl-C either while it looks at an answer or closes the question, as when both are typed at once.
 */
async function answered<Value>(
  terminal: Terminal,
  signal: AbortSignal,
  ask: (streams: Streams) => Promise<Value | typeof CANCEL_SYMBOL>,
  sayMore: () => void = () => undefined,
): Promise<Value> {
  const ended = new AbortController();
  let left = false;
  let last: unknown;
  const key = (text: unknown, pressed: Key): void => {
    if (pressed.ctrl === true && pressed.name === 'd') ended.abort();
    if (pressed.ctrl === true && pressed.name === 'c') left = true;
    last = text;
    // Clack's own listener comes after this one, and draws.
    if (text === MORE_KEY) sayMore();
  };
  const { stdin, screen } = terminal.world;
  stdin.on('keypress', key);
  try {
    return await whileOpen(terminal.world, false, async () => {
      const streams = {
        input: stdin,
        output: screen,
        signal: AbortSignal.any([signal, ended.signal]),
        hasLeft: () => left,
      };
      const answer = await ask(streams);
      signal.throwIfAborted();
      if (streams.hasLeft() || isCancel(answer)) throw new Interruption(130);
      if (/^[yn]$/i.test(String(last))) await takeLateEnter(stdin);
      return answer;
    });
  } finally {
    stdin.off('keypress', key);
  }
}

/** A question with its hint under it, and what else was asked for. */
function message(question: QuestionBase, width: number, more = ''): string {
  const under = more === '' ? question.hint : `${question.hint}\n${more}`;
  return [wrap(question.message, width), wrap(under, width).split('\n').map(dim).join('\n')].join('\n');
}

/** Shows one of clack's prompts that take no text. */
type Ask<Value> = (streams: Streams & { readonly message: string }) => Promise<Value | typeof CANCEL_SYMBOL>;

/** Asks where a key is no text. Clack reads the message whenever it draws, so it can say more as soon as the key is pressed. */
function openlyAnswered<Value>(
  terminal: Terminal,
  signal: AbortSignal,
  words: (more: string) => string,
  help: string | undefined,
  ask: Ask<Value>,
): Promise<Value> {
  let more = '';
  return answered(
    terminal,
    signal,
    (streams) =>
      ask({
        ...streams,
        get message() {
          return words(more);
        },
      }),
    () => {
      more = help ?? '';
    },
  );
}

/** A prompter that draws: clack's prompts, with the hint under each question. */
export function drawnPrompter(terminal: Terminal, signal: AbortSignal): Prompter {
  // Clack is given words with their colours already in them.
  colours.enabled = terminal.colourful;
  const width = Math.max(terminal.columns - 4, 16);
  const openable = <Value>(question: QuestionBase, ask: Ask<Value>): Promise<Value> =>
    openlyAnswered(terminal, signal, (more) => message(question, width, more), question.more, ask);
  const underPrompt = (problem: Problem | undefined): string | undefined =>
    problem === undefined ? undefined : wrap(problemLine(problem), width, '   ');
  return {
    text: (question) =>
      answered(terminal, signal, (streams) =>
        text({
          ...streams,
          // Of its three prompts, only this one does not put the bar before a message's further lines.
          message: message(question, width).replaceAll('\n', `\n${gray(S_BAR)}  `),
          placeholder: question.suggestion,
          defaultValue: question.suggestion,
          validate: (answer) => {
            if (answer === MORE_KEY && question.more !== undefined) return wrap(question.more, width, '   ');
            const problem = question.check(answer === undefined || answer === '' ? question.suggestion : answer);
            // A promise shows that something is being looked at, so it is one only where that is so.
            return problem instanceof Promise
              ? problem.then((found) => (streams.hasLeft() ? undefined : underPrompt(found)))
              : underPrompt(problem);
          },
        }),
      ),
    choose: (question) =>
      openable(question, (shown) =>
        select(
          Object.assign(shown, {
            options: [...question.choices],
            initialValue: question.suggestion,
            showInstructions: false,
          }),
        ),
      ),
    confirm: (question) =>
      openable(question, (shown) => confirm(Object.assign(shown, { initialValue: question.suggestion }))),
    show: (title, lines) => {
      log.message([title, ...lines].map((line) => wrap(line, width)).join('\n'), { output: terminal.world.screen });
    },
    command: (line) => {
      terminal.world.screen.write(`${gray(S_BAR)}\n${line}\n`);
    },
    warn: (problem) => {
      log.warn(wrap(problemLine(problem), width), { output: terminal.world.screen });
    },
  };
}
