/** The shells whose quoting is known: any POSIX shell (so also Git Bash), Windows' command prompt, and PowerShell. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/** Words that a shell takes unquoted. */
const PLAIN: Readonly<Record<Shell, RegExp>> = {
  // A word that starts with an equals sign is a path to zsh.
  posix: /^[\w./:@+-][\w./:=@+-]*$/,
  cmd: /^[\w./:@+\\-][\w./:@+\\=-]*$/,
  // PowerShell keeps a bare -- for itself, and cuts a word that starts with a hyphen at its first point or colon.
  powershell: /^(?!--$)(?!-.*[.:])[\w./:+\\-][\w./:@+\\=-]*$/,
};

/** The command prompt's own characters; a caret before each takes its meaning away. */
const CMD_META = /[()[\]%!^"`<>&|;, *?]/g;

/** Puts a caret before each of the command prompt's own characters. */
function withCarets(text: string): string {
  return text.replaceAll(CMD_META, '^$&');
}

/**
 * A word for the command prompt: quoted by the rules of the C run-time, which reads it in the end. Where quotes do not keep it
 * together (a quote or a percent sign in it), everything is behind carets, twice, for npm.cmd reads its arguments once more.
 */
function cmdQuoted(text: string): string {
  const quoted = `"${text.replaceAll(/(\\*)"/g, String.raw`$1$1\"`).replace(/(\\+)$/, '$1$1')}"`;
  return /["%]/.test(text) ? withCarets(withCarets(quoted)) : quoted;
}

/** How each shell quotes a word. */
const QUOTED: Readonly<Record<Shell, (text: string) => string>> = {
  // POSIX, XCU 2.2.2: between single quotes nothing has a meaning, and a single quote cannot occur there.
  posix: (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`,
  cmd: cmdQuoted,
  // about_Quoting_Rules: between single quotes nothing has a meaning, and a single quote is doubled; curly ones count as such too.
  powershell: (text) => `'${text.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`,
};

/** One word of a command as a person types it at a prompt: quoted only where it must be. */
export function shellWord(text: string, shell: Shell): string {
  return PLAIN[shell].test(text) ? text : QUOTED[shell](text);
}

/** A whole command as a person types it at a prompt: its words, quoted where they must be. */
export function shellCommand(words: readonly string[], shell: Shell): string {
  return words.map((word) => shellWord(word, shell)).join(' ');
}

/** A folder for a command of the command prompt's own, which reads its words once, and options behind slashes. */
function cmdFolder(directory: string): string {
  const path = directory.replaceAll('/', '\\');
  if (PLAIN.cmd.test(path)) return path;
  return path.includes('%') ? withCarets(`"${path}"`) : `"${path}"`;
}

/** A folder that is not taken for an option. */
function notAnOption(directory: string): string {
  return directory.startsWith('-') ? `./${directory}` : directory;
}

/** How each shell is told to go into a folder. */
const ENTER: Readonly<Record<Shell, (directory: string) => string>> = {
  posix: (directory) => shellCommand(['cd', notAnOption(directory)], 'posix'),
  // cd alone changes the folder of another drive without going there, and goes to no share of another machine.
  cmd: (directory) => {
    if (/^[\\/]{2}/.test(directory)) return `pushd ${cmdFolder(directory)}`;
    return `${/^[a-z]:/i.test(directory) ? 'cd /d' : 'cd'} ${cmdFolder(directory)}`;
  },
  // Brackets are a pattern there, also between quotes.
  powershell: (directory) =>
    shellCommand(['cd', ...(/[[\]]/.test(directory) ? ['-LiteralPath'] : []), notAnOption(directory)], 'powershell'),
};

/** The command that goes into a folder, as a person types it at a prompt. */
export function enterCommand(directory: string, shell: Shell): string {
  return ENTER[shell](directory);
}
