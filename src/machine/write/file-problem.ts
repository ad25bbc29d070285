import { ProblemError, type Problem } from '../../problem.ts';

/** The name of a system's error, such as ENOSPC: its code, or the empty string where it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const NOTHING_LEFT = 'Nothing of the project is left.';

/** What to say of the errors that a file system gives, by their names in POSIX (errno.h). */
const PROBLEMS: Readonly<Record<string, (target: string) => Problem>> = {
  ENOSPC: () => ({ what: 'The disk is full', next: 'Free some space, then run the same command again.' }),
  EDQUOT: () => ({
    what: 'Your share of the disk is used up',
    next: 'Delete what you no longer need, then run the same command again.',
  }),
  EROFS: (target) => ({ what: `${target} is on a read-only disk`, next: 'Choose another directory.' }),
  EACCES: (target) => ({
    what: `You may not write to ${target}`,
    next: 'Choose a directory of your own, or ask its owner for permission.',
  }),
  EPERM: (target) => ({
    what: `You may not write to ${target}`,
    next: 'Choose a directory of your own, or ask its owner for permission.',
  }),
  ENAMETOOLONG: (target) => ({
    what: `The path ${target} is too long for this system`,
    next: 'Choose a shorter directory.',
  }),
  ENOTDIR: (target) => ({
    what: `A part of the path ${target} is a file, not a folder`,
    next: 'Choose another directory.',
  }),
  EEXIST: (target) => ({
    what: `A part of the path ${target} is a file, not a folder`,
    next: 'Choose another directory.',
  }),
  ENOENT: (target) => ({
    what: `A part of the path ${target} is missing or a link to nowhere`,
    next: 'Choose another directory.',
  }),
  ELOOP: (target) => ({ what: `The links in ${target} lead in a circle`, next: 'Choose another directory.' }),
  EINVAL: (target) => ({
    what: `${target} is not a path that this system can create`,
    next: 'Choose another directory.',
  }),
  ERR_INVALID_ARG_VALUE: (target) => ({
    what: `${JSON.stringify(target)} is not a path`,
    next: 'Choose another directory.',
  }),
};

/** What the system said, without the call and the path, which may be that of our own staging folder. */
function systemWords(error: Error): string {
  return error.message.split(/, \w+ '/)[0] ?? '';
}

/**
 * Turns what a file system call threw into words.
 * @param target the folder to be written, for the message
 * @param left paths that could not be removed again
 * @returns a ProblemError with exit code 1 for an error of the system; any other error as it is, for that is a defect of ours, an ending
 * from outside, or has its words already
 */
export function inWords(error: unknown, target: string, left: readonly string[] = []): unknown {
  const code = systemCode(error);
  const remains = left.map((path): Problem => ({ what: `${path} could not be removed`, next: 'Remove it by hand.' }));
  if (error instanceof ProblemError)
    return left.length === 0 ? error : new ProblemError([...error.problems, ...remains], error.exitCode);
  if (code === '' || !(error instanceof Error)) return error;
  const told = PROBLEMS[code]?.(target) ?? {
    what: `${target} could not be written`,
    next: 'Fix the error or choose another directory.',
  };
  const why = [
    ...(PROBLEMS[code] === undefined ? [`${systemWords(error)}.`] : []),
    ...(left.length === 0 ? [NOTHING_LEFT] : []),
  ].join(' ');
  return new ProblemError([{ ...told, ...(why === '' ? {} : { why }) }, ...remains]);
}
