/**
 * The face for programs. A project is a pure function of its answers: complete them, then render them. Nothing here touches a
 * disk, a clock, a network or a process, so it runs in a browser too.
 * @module
 */
export { answersSchema, type AnswersSchema } from './options/json-schema.ts';
export { completeProjectAnswers } from './answers/complete.ts';
export { CONTROLS } from './options/cli-flags.ts';
export { OPTIONS, PROJECT_OPTIONS, type Answers, type ProjectAnswers } from './options/table.ts';
export type { Outcome } from './result.ts';
export { PRESETS } from './options/presets/index.ts';
export type { Preset } from './options/presets/preset.ts';
export type { AnswersSoFar, ChoiceOption, Option, SwitchOption, TextOption } from './options/option.ts';
export { ProblemError, type ExitCode, type Problem } from './problem.ts';
export type { Files } from './project-files.ts';
export { render } from './render/render.ts';
export type { Secrets } from './render/secrets.ts';
export { VERSION } from './embedded/version.ts';
