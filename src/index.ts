/**
 * The face for programs. A project is a pure function of its answers: complete them, then render them. Nothing here touches a
 * disk, a clock, a network or a process, so it runs in a browser too.
 * @module
 */
export { answersSchema, type AnswersSchema } from './answers/schema.ts';
export { completeProjectAnswers } from './answers/complete.ts';
export { CONTROLS } from './answers/controls.ts';
export { OPTIONS, PROJECT_OPTIONS, type Answers, type ProjectAnswers } from './answers/options.ts';
export type { Outcome } from './answers/outcome.ts';
export { PRESETS } from './answers/presets/index.ts';
export type { Preset } from './answers/presets/preset.ts';
export type { AnswersSoFar, ChoiceOption, Option, SwitchOption, TextOption } from './answers/option.ts';
export { ProblemError, type ExitCode, type Problem } from './problem.ts';
export type { Files } from './project/files.ts';
export { render } from './project/render.ts';
export type { Secrets } from './project/secrets.ts';
export { VERSION } from './project/version.ts';
