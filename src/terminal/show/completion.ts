import { SHORT_FLAGS } from '../../answers/argv.ts';
import type { Option } from '../../options/option.ts';
import { CONTROLS } from '../../options/cli-flags.ts';
import { COMMANDS } from '../../options/commands.ts';
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

/** The words of which one may follow a flag; for a text none are known. */
function valuesOf({ option }: Flag): readonly string[] {
  if (option.kind === 'choice') return option.choices.map((choice) => choice.value);
  return option.kind === 'switch' ? (option.topics ?? []) : [];
}

/** The flag as it is typed, and its one letter. */
function formsOf({ name, short }: Flag): string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

/** The script for bash. Where it knows no words, bash completes paths by itself; in version 3.2, which macOS has, so it does for commands. */
function bash(): string {
  const known = FLAGS.filter((flag) => valuesOf(flag).length > 0);
  const texts = FLAGS.filter((flag) => flag.takesValue && !known.includes(flag));
  const cases = [
    ...known.map((flag) => {
      const words = `words=${shellWord(valuesOf(flag).join(' '), 'posix')}`;
      // Where none must follow, another flag may.
      const action = flag.takesValue ? words : `case $word in -*) words=$flags ;; *) ${words} ;; esac`;
      return `    ${formsOf(flag).join(' | ')}) ${action} ;;`;
    }),
    `    ${texts.map((flag) => `--${flag.name}`).join(' | ')}) ;;`,
  ];
  return `# Completion of ${COMMAND} for bash. In ~/.bashrc: source <(${COMMAND} --completion=bash)
_create_drf_docker() {
  local word=\${COMP_WORDS[COMP_CWORD]} flag=\${COMP_WORDS[COMP_CWORD-1]} words=
  local flags='${FLAGS.flatMap(formsOf).join(' ')}'
  # Bash reads --flag=value as three words.
  if [ "$word" = "=" ]; then word=; elif [ "$flag" = "=" ]; then flag=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case $flag in
${cases.join('\n')}
    *) case $word in -*) words=$flags ;; esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ "$COMP_CWORD" = 1 ] && [ -z "$words" ] && compopt -o filenames 2>/dev/null; then
    local IFS=$'\\n'
    COMPREPLY=($(compgen -W '${Object.keys(COMMANDS).join('\n')}' -- "$word"; compgen -d -- "$word"))
  fi
}
complete -o default -F _create_drf_docker ${COMMAND}
`;
}

/** What follows a flag; behind two colons, it may. */
function zshValue(flag: Flag): string {
  const values = valuesOf(flag);
  if (values.length > 0) return `${flag.takesValue ? '' : ':'}:${flag.name}:(${values.join(' ')})`;
  if (!flag.takesValue) return '';
  return flag.name === 'answers' ? ':file:_files' : ':value:';
}

function zsh(): string {
  const lines = FLAGS.flatMap((flag) => {
    // A bracket ends the help in zsh's own words, and a colon the whole.
    const help = flag.help.replaceAll(/[\\[\]:]/g, String.raw`\$&`);
    const repeats = flag.option.kind === 'resources' ? '*' : '';
    const value = zshValue(flag);
    return formsOf(flag).map((form) => {
      const equals = value !== '' && form.startsWith('--') ? '=' : '';
      return `    ${shellWord(`${repeats}${form}${equals}[${help}]${value}`, 'posix')} \\`;
    });
  });
  return `# Completion of ${COMMAND} for zsh. In ~/.zshrc, behind compinit: source <(${COMMAND} --completion=zsh)
_create_drf_docker() {
  _arguments \\
${lines.join('\n')}
    '1:directory:_create_drf_docker_first' \\
    '*:directory:_files -/'
}
_create_drf_docker_first() {
  _alternative ${shellWord(`commands:command:(${Object.keys(COMMANDS).join(' ')})`, 'posix')} 'directories:directory:_files -/'
}
compdef _create_drf_docker ${COMMAND}
`;
}

/** A word for fish: between single quotes, only a backslash and a single quote have a meaning. */
function fishWord(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}

function fish(): string {
  const commands = Object.entries(COMMANDS).map(
    ([name, { help }]) => `complete -c ${COMMAND} -f -n __fish_use_subcommand -a ${name} -d ${fishWord(help)}`,
  );
  const topics = FLAGS.filter((flag) => !flag.takesValue && valuesOf(flag).length > 0).map(
    (flag) =>
      `complete -c ${COMMAND} -f -n ${fishWord(`__fish_prev_arg_in ${formsOf(flag).join(' ')}`)} -a ${fishWord(valuesOf(flag).join(' '))}`,
  );
  const lines = FLAGS.map((flag) => {
    const values = valuesOf(flag);
    const isFile = flag.name === 'answers' ? ' -r -F' : ' -x';
    const value = flag.takesValue ? isFile : '';
    return `complete -c ${COMMAND}${flag.short === undefined ? '' : ` -s ${flag.short}`} -l ${flag.name}${value}${values.length === 0 ? '' : ` -a ${fishWord(values.join(' '))}`} -d ${fishWord(flag.help)}`;
  });
  return `# Completion of ${COMMAND} for fish. In config.fish: ${COMMAND} --completion=fish | source
complete -c ${COMMAND} -f -a '(__fish_complete_directories)'
${[...commands, ...lines, ...topics].join('\n')}
`;
}

const SCRIPTS = { bash, zsh, fish } as const;

/** A shell whose tab key can be taught. */
export type CompletedShell = keyof typeof SCRIPTS;

/**
 * Whether there is a script for a shell.
 * @param name the name of the shell, as it was given
 * @returns true for one of `SCRIPTS`
 */
export function isCompletedShell(name: string): name is CompletedShell {
  return Object.hasOwn(SCRIPTS, name);
}

/**
 * What a shell reads so that its tab key completes commands, flags and their choices; made from their tables.
 * @param shell which shell reads it
 * @returns the script
 */
export function completionScript(shell: CompletedShell): string {
  return SCRIPTS[shell]();
}
