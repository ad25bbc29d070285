import { HELP_TOPICS } from './groups.ts';
import type { ChoiceOption, Option, ValueOf } from './option.ts';
import { PRESETS } from './presets/index.ts';
import { library } from './presets/library.ts';

const COMPLETED_SHELLS: ChoiceOption['choices'] = [
  { value: 'bash', label: 'Bash', hint: 'source <(create-drf-docker --completion=bash)' },
  { value: 'zsh', label: 'Zsh', hint: 'source <(create-drf-docker --completion=zsh)' },
  { value: 'fish', label: 'Fish', hint: 'create-drf-docker --completion=fish | source' },
];

/** Options of the tool itself, in the same form, so that parsing, help and nearest matches treat them alike. */
export const CONTROLS = [
  {
    key: 'yes',
    kind: 'switch',
    scope: 'control',
    group: 'general',
    isCommon: true,
    help: 'take the defaults',
    fallback: () => false,
  },
  {
    key: 'answers',
    kind: 'text',
    scope: 'control',
    group: 'general',
    isCommon: true,
    placeholder: 'FILE',
    help: 'replay .drf-docker.json',
    fallback: () => '',
    check: () => undefined,
  },
  {
    key: 'preset',
    kind: 'choice',
    scope: 'control',
    group: 'general',
    isCommon: true,
    placeholder: 'NAME',
    help: 'prepared answers',
    choices: PRESETS.map(({ name, label, hint }) => ({ value: name, label, hint })),
    fallback: () => library.name,
  },
  {
    key: 'dryRun',
    kind: 'switch',
    scope: 'control',
    group: 'general',
    help: 'show it, write nothing',
    fallback: () => false,
  },
  {
    key: 'json',
    kind: 'switch',
    scope: 'control',
    group: 'general',
    help: 'print one JSON document',
    fallback: () => false,
  },
  {
    key: 'completion',
    kind: 'choice',
    scope: 'control',
    group: 'general',
    placeholder: 'SHELL',
    help: 'bash, zsh, fish',
    choices: COMPLETED_SHELLS,
    fallback: () => 'bash',
  },
  { key: 'debug', kind: 'switch', scope: 'control', group: 'general', help: 'show the stack', fallback: () => false },
  {
    key: 'help',
    kind: 'switch',
    scope: 'control',
    group: 'general',
    isCommon: true,
    help: 'show this',
    topics: HELP_TOPICS,
    fallback: () => false,
  },
  {
    key: 'version',
    kind: 'switch',
    scope: 'control',
    group: 'general',
    isCommon: true,
    help: 'show the version',
    fallback: () => false,
  },
] as const satisfies readonly Option[];

type ControlEntry = (typeof CONTROLS)[number];

/** The values of the control flags, complete. */
export type Controls = { readonly [E in ControlEntry as E['key']]: ValueOf<E> };
