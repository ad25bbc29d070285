import type { Problem } from '../../problem.ts';

/** A value that is there at once, or later. */
export type MaybeLater<Value> = Value | Promise<Value>;

/** What shows more about a question. */
export const MORE_KEY = '?';

/** What every question has. */
export interface QuestionBase {
  /** The question itself, one short line. */
  readonly message: string;
  /** What it means, for who sees it the first time. */
  readonly hint: string;
  /** What a question mark shows: how else it is answered, and where one can read about it. */
  readonly more?: string;
}

interface TextQuestion extends QuestionBase {
  /** What Enter alone gives. */
  readonly suggestion: string;
  /** What is wrong with an answer, or nothing. */
  readonly check: (answer: string) => MaybeLater<Problem | undefined>;
}

interface ChoiceQuestion extends QuestionBase {
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  readonly suggestion: string;
}

interface SwitchQuestion extends QuestionBase {
  readonly suggestion: boolean;
}

/**
 * Asks questions, each until its answer is right.
 * Every method that asks throws an `Interruption` when the person leaves: by Ctrl-C, by Escape, or by the end of the input.
 */
export interface Prompter {
  readonly text: (question: TextQuestion) => Promise<string>;
  readonly choose: (question: ChoiceQuestion) => Promise<string>;
  readonly confirm: (question: SwitchQuestion) => Promise<boolean>;
  /** Shows lines between two questions, under a title. */
  readonly show: (title: string, lines: readonly string[]) => void;
  /** Shows a command as it is, with nothing around it, so that it can be copied. */
  readonly command: (line: string) => void;
  /** Shows a problem that does not stop the conversation. */
  readonly warn: (problem: Problem) => void;
}
