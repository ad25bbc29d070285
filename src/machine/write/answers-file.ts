import { open } from 'node:fs/promises';
import { ANSWERS_FILE } from '../../answers/answers-file.ts';
import { ProblemError, type Problem } from '../../problem.ts';
import { systemCode } from './file-problem.ts';

const NEXT = `Give the ${ANSWERS_FILE} of a project.`;

/** The first bytes of a file, a pipe or a device: at most one more than allowed, so that its length shows. */
async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(most + 1);
    let length = 0;
    while (length <= most) {
      const { bytesRead } = await file.read(buffer, length, most + 1 - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

function readProblem(error: unknown, path: string): Problem {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { what: `${path} does not exist`, next: NEXT };
    case 'EISDIR':
      return { what: `${path} is a folder, not an answers file`, next: NEXT };
    case 'EACCES':
    case 'EPERM':
      return { what: `You may not read ${path}`, next: 'Ask its owner for permission, or give another file.' };
    default:
      return {
        what: `${path} cannot be read`,
        why: error instanceof Error ? `${error.message}.` : String(error),
        next: NEXT,
      };
  }
}

/**
 * Reads the file that `--answers` names; a pipe (`--answers <(...)`) will do.
 * @param path as the user gave it
 * @param most how many bytes it may have; of a longer one no more than this is read
 * @returns its text, without a byte order mark
 * @throws ProblemError with exit code 2 where it is missing, a folder, too long, unreadable or not UTF-8
 */
export async function readText(path: string, most: number): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await firstBytes(path, most);
  } catch (error) {
    throw new ProblemError([readProblem(error, path)], 2);
  }
  if (bytes.length > most) {
    throw new ProblemError(
      [{ what: `${path} is too long for an answers file`, why: `It has more than ${most} bytes.`, next: NEXT }],
      2,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError([{ what: `${path} is not a text in UTF-8`, next: 'Save it as UTF-8.' }], 2);
  }
}
