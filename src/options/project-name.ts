import type { Problem } from '../problem.ts';
import { counted } from '../text/counted.ts';
import { isWindowsDevice } from './windows-path.ts';

/** The longest name: PostgreSQL cuts identifiers at 63 bytes and Compose adds `-web-1` and the like. */
const LONGEST = 50;

/**
 * What a repository in an image's name may be (the grammar of the distribution reference): runs of lower-case letters and digits,
 * joined by one or two underscores or by hyphens. Compose's own rule for a project is wider, but it names the images after it.
 */
const IMAGE_NAME = /^(?!.*(?:___|_-|-_))[a-z0-9][a-z0-9_-]*(?<![_-])$/;

/** The last part of a path as both kinds of system write it: `library` of `work/library`, `C:\work\library` and `library/`; empty of a root. */
export function lastPart(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
}

/** The nearest name that the rules allow: `my-shop` for `My Shop!`, or nothing where no letter is left. */
export function nearestName(name: string): string | undefined {
  const nearest = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]+/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .replaceAll(/-*_[_-]*/g, '_')
    .replaceAll(/^[_-]+|[_-]+$/g, '')
    .slice(0, LONGEST)
    .replace(/[_-]+$/, '');
  return nearest === '' || isWindowsDevice(nearest) ? undefined : nearest;
}

function reasonAgainst(name: string): string | undefined {
  if (name === '') return 'A project needs a name: it becomes the Compose project, the image and the database.';
  if (/[/\\]/.test(name)) return 'A name is not a path.';
  if (isWindowsDevice(name))
    return 'Windows reserves this name for a device, so the project could not be checked out there.';
  if (name.length > LONGEST)
    return `It has ${counted(name.length, 'character')}; at most ${LONGEST} fit a container's and a database's name.`;
  if (/[A-Z]/.test(name)) return 'Docker allows no capital letters in the name of an image.';
  if (!IMAGE_NAME.test(name)) {
    return 'Docker allows lower-case letters and digits, with single hyphens or underscores between them.';
  }
  return undefined;
}

/**
 * Says what is wrong with a project's name. Only what would break is refused: `class`, `test` and `django` are fine,
 * for no Python module bears the name.
 * @param name as given by `--name`, by an answers file, or taken from the directory
 * @returns the problem with the nearest allowed name, or nothing
 */
export function projectNameProblem(name: string): Problem | undefined {
  const why = reasonAgainst(name);
  if (why === undefined) return undefined;
  const nearest = nearestName(name);
  return {
    what: `The project cannot be named ${JSON.stringify(name)}`,
    why,
    next: nearest === undefined ? 'Give another with --name.' : `Take --name ${nearest}, or another.`,
  };
}

/** A readable title from a valid name: `My shop` from `my-shop`. */
export function titleFromName(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
