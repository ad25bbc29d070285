import type { GroupName } from './groups.ts';
import type { Problem } from '../problem.ts';
import type { Resource } from '../resource/model/resource.ts';

/** What is known of the answers while a later one is asked or defaulted; keys are those of the option table. */
export type AnswersSoFar = Readonly<Record<string, unknown>>;

/** What every option has, whatever its kind. */
interface OptionBase {
  /** The key in the answers and, in kebab case, the long flag. */
  readonly key: string;
  /** The long flag where it is another word than the key, without its dashes. */
  readonly flag?: string;
  /**
   * `project` shapes the files and is kept in `.drf-docker.json`; `run` says what happens around them (where, git, Docker);
   * `control` steers the tool itself and is no answer.
   */
  readonly scope: 'project' | 'run' | 'control';
  /** One line for `--help`, without a full stop. */
  readonly help: string;
  /** Its group in `--help` and the README. */
  readonly group: GroupName;
  /** True where `--help` without a topic shows it, as it does those that are asked. */
  readonly isCommon?: true;
  /** The question of the prompt. Options without one are not asked: they have their flag and a good default. */
  readonly question?: string;
  /** One line under the question that tells a beginner what it means. */
  readonly hint?: string;
}

/** Free text. */
export interface TextOption extends OptionBase {
  readonly kind: 'text';
  /** The placeholder of the value in `--help`, such as TEXT. */
  readonly placeholder: string;
  /** The value where none is given, from the answers before it. */
  readonly fallback: (answers: AnswersSoFar) => string;
  /** What is wrong with a value, or nothing. */
  readonly check: (value: string) => Problem | undefined;
  /** True for the option that is said by its place in the command, not by a flag. */
  readonly positional?: boolean;
}

/** One of a few values. */
export interface ChoiceOption extends OptionBase {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  /** The placeholder of the values in `--help`, where listing them all would take too much room. */
  readonly placeholder?: string;
  readonly fallback: (answers: AnswersSoFar) => string;
}

/** Yes or no: `--flag` and `--no-flag`. */
export interface SwitchOption extends OptionBase {
  readonly kind: 'switch';
  /** The value where the option is not asked. */
  readonly fallback: (answers: AnswersSoFar) => boolean;
  /** The words of which one may follow the flag: `--help database`. */
  readonly topics?: readonly string[];
  /** What Enter means at the prompt, where that is not the fallback: a person sees the question, a script must ask for it. */
  readonly suggested?: boolean;
}

/** The resources of the project: a repeatable flag, each value one line of their grammar; objects in the answers file. */
export interface ResourcesOption extends OptionBase {
  readonly kind: 'resources';
  readonly placeholder: string;
  readonly fallback: (answers: AnswersSoFar) => readonly Resource[];
}

/** One entry of the option table: flag, prompt, help line, validation and JSON schema all come from it. */
export type Option = TextOption | ChoiceOption | SwitchOption | ResourcesOption;

/** The type of the value that an option's entry declares. */
export type ValueOf<O> = O extends { kind: 'switch' }
  ? boolean
  : O extends { kind: 'resources' }
    ? readonly Resource[]
    : O extends { choices: readonly { value: infer Value }[] }
      ? Value
      : string;
