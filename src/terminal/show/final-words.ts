import { bold, cyan, dim, green } from 'kolorist';
import { counted } from '../../text/counted.ts';
import { enterCommand, shellCommand, type Shell } from '../../text/shell.ts';
import type { Terminal, World } from '../start/terminal.ts';
import { wrap } from './wrap.ts';

/** The default address of the website; `compose.yaml` has the same. */
const DEFAULT_URL = 'http://127.0.0.1:8000/';

/** A rule across a wide window would only be in the way. */
const LONGEST_RULE = 72;

/** A span of milliseconds as a person says it: `48 s` or `2 min 5 s`. */
export function spanText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * What was written and where.
 * @param directory the directory as the user gave it
 * @param added how many files are new
 * @param same how many were there already, and stayed as they were
 * @returns one sentence
 */
export function writtenText(directory: string, added: number, same: number): string {
  if (same === 0) return green(`Created ${directory} with ${counted(added, 'file')}.`);
  return green(
    `Added ${counted(added, 'file')} to ${directory}; ${same} ${same === 1 ? 'was' : 'were'} there already, unchanged.`,
  );
}

/** The command that shows an address on this system. Where nothing can be seen, it is fetched. */
function openCommand(
  url: string,
  { environment, platform }: Pick<World, 'environment' | 'platform'>,
  shell: Shell,
): string {
  const has = (name: string): boolean => (environment[name] ?? '') !== '';
  if (platform === 'darwin') return shellCommand(['open', url], shell);
  if (platform === 'win32') return shellCommand(['start', url], shell);
  if (has('WSL_DISTRO_NAME')) return shellCommand(['explorer.exe', url], shell);
  return shellCommand([has('DISPLAY') || has('WAYLAND_DISPLAY') ? 'xdg-open' : 'curl', url], shell);
}

/** Lines under a title, between two rules where those may be drawn: no frame, so that a line can be copied. */
function boxed(
  title: string,
  lines: readonly string[],
  { columns, drawn, unicode }: Pick<Terminal, 'columns' | 'drawn' | 'unicode'>,
): string[] {
  if (!drawn) return [bold(`${title}:`), ...lines];
  const width = Math.min(columns, LONGEST_RULE);
  const rule = (length: number): string => dim((unicode ? '─' : '-').repeat(Math.max(length, 0)));
  return [`${rule(2)} ${bold(title)} ${rule(width - title.length - 4)}`, ...lines, rule(width)];
}

/**
 * The next commands, and what one must know to go on.
 * @param directory the directory as the user gave it
 * @param url where it answers, if it runs
 * @param terminal where the person sits, for whose shell and system the commands are
 * @param failed whether a start has failed: it may be a database with another password
 * @returns the lines, joined; where it runs, its address is the last
 */
export function nextText(
  directory: string,
  url: string | undefined,
  terminal: Pick<Terminal, 'columns' | 'drawn' | 'shell' | 'unicode' | 'world'>,
  failed = false,
): string {
  const { columns, shell, world } = terminal;
  const enter = ['.', './'].includes(directory) ? [] : [enterCommand(directory, shell)];
  const commands =
    url === undefined
      ? [...enter, 'docker compose up --wait', openCommand(DEFAULT_URL, world, shell)]
      : [...enter, 'docker compose logs', 'docker compose down'];
  return [
    ...boxed(
      url === undefined ? 'Next' : 'To see what it does, and to stop it',
      commands.map((command) => `  ${cyan(command)}`),
      terminal,
    ),
    wrap(
      `${failed ? '' : 'Log in at /admin/ as admin; the password is in .env. '}README.md says more, and .drf-docker.json keeps your answers.`,
      columns,
    ),
    ...(url === undefined ? [] : [`${bold('It runs:')} ${cyan(url)}`]),
  ].join('\n');
}

/** What became of git, as far as it is told here: machine/git.ts has the same kinds. */
type GitFate =
  | { readonly kind: 'committed'; readonly commit: string }
  | { readonly kind: 'staged'; readonly next: string }
  | { readonly kind: 'inside'; readonly repository: string }
  | { readonly kind: 'failed' };

/** What became of git: a sentence; nothing for a failure, which is told as a problem. */
export function gitText(fate: GitFate): string | undefined {
  switch (fate.kind) {
    case 'committed':
      return `Git: the first commit is ${fate.commit.slice(0, 7)}.`;
    case 'staged':
      return [
        'Git does not know you yet, so the files are staged and not committed. Run this in the project:',
        ...fate.next.split('\n').map((line) => `  ${line}`),
      ].join('\n');
    case 'inside':
      return `Git: no new repository, for ${fate.repository} is one already; commit the files when you like.`;
    case 'failed':
      return undefined;
  }
}
