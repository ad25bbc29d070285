import { bold, cyan, green } from 'kolorist';
import { shellCommand, type Shell } from '../text/shell.ts';
import { wrap } from './wrap.ts';

/** The address of the website where nobody changed it; `compose.yaml` has the same. */
const DEFAULT_URL = 'http://127.0.0.1:8000/';

/**
 * A span of time as a person says it.
 * @param milliseconds how long
 * @returns `48 s` or `2 min 5 s`
 */
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
  const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
  if (same === 0) return green(`Created ${directory} with ${files(added)}.`);
  return green(`Added ${files(added)} to ${directory}; ${same} ${same === 1 ? 'was' : 'were'} there already, unchanged.`);
}

/**
 * The next commands, and what one must know to go on.
 * @param directory the directory as the user gave it
 * @param url where it answers, if it runs
 * @param columns how many characters a line has
 * @param shell the shell that the commands are for
 * @returns the lines, joined; where it runs, its address is the last
 */
export function nextText(directory: string, url: string | undefined, { columns, shell }: { readonly columns: number; readonly shell: Shell }): string {
  const enter = ['.', './'].includes(directory) ? [] : [shellCommand(['cd', directory], shell)];
  const commands = url === undefined ? [...enter, 'docker compose up', DEFAULT_URL] : [...enter, 'docker compose logs', 'docker compose down'];
  return [
    bold(url === undefined ? 'Next:' : 'To see what it does, and to stop it:'),
    ...commands.map((command) => `  ${cyan(command)}`),
    wrap('Log in at /admin/ as admin; the password is in .env. README.md says more, and .drf-docker.json keeps your answers.', columns),
    ...(url === undefined ? [] : [`${bold('It runs:')} ${cyan(url)}`]),
  ].join('\n');
}

/** What became of git, as far as it is told here: machine/git.ts has the same kinds. */
type GitFate =
  | { readonly kind: 'committed'; readonly commit: string }
  | { readonly kind: 'staged'; readonly next: string }
  | { readonly kind: 'inside'; readonly repository: string }
  | { readonly kind: 'failed' };

/**
 * What became of git.
 * @param fate its outcome
 * @returns a sentence; nothing for a failure, which is told as a problem
 */
export function gitText(fate: GitFate): string | undefined {
  switch (fate.kind) {
    case 'committed':
      return `Git: the first commit is ${fate.commit.slice(0, 7)}.`;
    case 'staged':
      return ['Git does not know you yet, so the files are staged and not committed. Run this in the project:', ...fate.next.split('\n').map((line) => `  ${line}`)].join('\n');
    case 'inside':
      return `Git: no new repository, for ${fate.repository} is one already; commit the files when you like.`;
    case 'failed':
      return undefined;
  }
}
