import { SHORT_FLAGS } from '../../answers/argv.ts';
import type { Option } from '../../options/option.ts';
import { CONTROLS } from '../../options/cli-flags.ts';
import { OPTIONS, flagOf } from '../../options/table.ts';
import { shellWord } from '../../text/shell.ts';

/** The installed command; what npm is called with, only npm's own completion could know. */
const COMMAND = 'create-drf-docker';

interface Flag {
  readonly option: Option;
  /** Without its dashes. */
  readonly name: string;
  readonly help: string;
  readonly short: string | undefined;
  readonly takesValue: boolean;
}

const ALL: readonly Option[] = [...OPTIONS, ...CONTROLS];

const FLAGS: readonly Flag[] = ALL.filter((option) => option.key !== 'directory').flatMap((option): Flag[] => {
  const name = flagOf(option);
  const flag = {
    option,
    name,
    help: option.help,
    short: SHORT_FLAGS[option.key],
    takesValue: option.kind !== 'switch',
  };
  const hasNegation = option.kind === 'switch' && option.scope !== 'control';
  return hasNegation ? [flag, { ...flag, name: `no-${name}`, help: `not: ${option.help}` }] : [flag];
});

/** The values of a choice; of any other option none are known. */
function valuesOf({ option }: Flag): readonly string[] {
  return option.kind === 'choice' ? option.choices.map((choice) => choice.value) : [];
}

/** The script for bash; it serves version 3.2 too, which macOS has. Where it knows no words, bash completes paths by itself. */
function bash(): string {
  const withValue = FLAGS.filter((flag) => flag.takesValue);
  const choices = withValue.filter((flag) => valuesOf(flag).length > 0);
  const texts = withValue.filter((flag) => !choices.includes(flag));
  const cases = [
    ...choices.map((flag) => `    --${flag.name}) words=${shellWord(valuesOf(flag).join(' '), 'posix')} ;;`),
    `    ${texts.map((flag) => `--${flag.name}`).join(' | ')}) ;;`,
  ];
  const flags = FLAGS.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]);
  return `# Completion of ${COMMAND} for bash. In ~/.bashrc: source <(${COMMAND} --completion=bash)
_create_drf_docker() {
  local word=\${COMP_WORDS[COMP_CWORD]} flag=\${COMP_WORDS[COMP_CWORD-1]} words=
  # Bash reads --flag=value as three words.
  if [ "$word" = "=" ]; then word=; elif [ "$flag" = "=" ]; then flag=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case $flag in
${cases.join('\n')}
    *) case $word in -*) words='${flags.join(' ')}' ;; esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _create_drf_docker ${COMMAND}
`;
}

function zshValue(flag: Flag): string {
  if (!flag.takesValue) return '';
  if (flag.option.kind === 'choice') return `:${flag.name}:(${valuesOf(flag).join(' ')})`;
  return flag.name === 'answers' ? ':file:_files' : ':value:';
}

function zsh(): string {
  const lines = FLAGS.flatMap((flag) => {
    // A bracket ends the help in zsh's own words, and a colon the whole.
    const help = flag.help.replaceAll(/[\\[\]:]/g, String.raw`\$&`);
    const repeats = flag.option.kind === 'resources' ? '*' : '';
    const spec = `${repeats}--${flag.name}${flag.takesValue ? '=' : ''}[${help}]${zshValue(flag)}`;
    return [spec, ...(flag.short === undefined ? [] : [`-${flag.short}[${help}]`])].map(
      (one) => `    ${shellWord(one, 'posix')} \\`,
    );
  });
  return `# Completion of ${COMMAND} for zsh. In ~/.zshrc, behind compinit: source <(${COMMAND} --completion=zsh)
_create_drf_docker() {
  _arguments \\
${lines.join('\n')}
    '1:directory:_files -/'
}
compdef _create_drf_docker ${COMMAND}
`;
}

/** A word for fish: between single quotes, only a backslash and a single quote have a meaning. */
function fishWord(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}

function fish(): string {
  const lines = FLAGS.map((flag) => {
    const values = valuesOf(flag);
    const isFile = flag.name === 'answers' ? ' -r -F' : ' -x';
    const value = flag.takesValue ? isFile : '';
    return `complete -c ${COMMAND}${flag.short === undefined ? '' : ` -s ${flag.short}`} -l ${flag.name}${value}${values.length === 0 ? '' : ` -a ${fishWord(values.join(' '))}`} -d ${fishWord(flag.help)}`;
  });
  return `# Completion of ${COMMAND} for fish. In config.fish: ${COMMAND} --completion=fish | source
complete -c ${COMMAND} -f -a '(__fish_complete_directories)'
${lines.join('\n')}
`;
}

const SCRIPTS = { bash, zsh, fish } as const;

/** A shell whose tab key can be taught. */
export type CompletedShell = keyof typeof SCRIPTS;

/** Whether there is a script for a shell of that name. */
export function isCompletedShell(name: string): name is CompletedShell {
  return Object.hasOwn(SCRIPTS, name);
}

/** What a shell reads so that its tab key completes all flags and their choices; made from the option table. */
export function completionScript(shell: CompletedShell): string {
  return SCRIPTS[shell]();
}
