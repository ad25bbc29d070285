import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../problem.ts';
import { SECRET_FILE } from '../../render/secrets.ts';
import { systemCode } from './file-problem.ts';

/** Whether bytes are UTF-16: they begin with its mark, or have the zero that each letter of English has there. */
function isUtf16(bytes: Buffer): boolean {
  return ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex')) || bytes.includes(0);
}

/**
 * Says whether the encoding of a project's `.env` keeps Docker Compose from reading it; Compose ends with the bytes of the first line,
 * and takes a letter in a code page for another one.
 * @param directory the project's folder
 * @returns the problem, or nothing where the file is UTF-8, with or without a byte order mark, or not there
 * @throws the error of the disk where the file cannot be read
 */
export async function envFileProblem(directory: string): Promise<Problem | undefined> {
  try {
    const bytes = await readFile(join(directory, SECRET_FILE));
    if (isUtf8(bytes) && !bytes.includes(0)) return undefined;
    const encoding = isUtf16(bytes) ? 'UTF-16' : 'neither UTF-8 nor UTF-16';
    return {
      what: `Docker Compose cannot read ${join(directory, SECRET_FILE)}: its encoding is ${encoding}`,
      next: 'Save it as UTF-8.',
    };
  } catch (error) {
    // Compose says itself what it may not read.
    if (['ENOENT', 'EACCES', 'EPERM'].includes(systemCode(error))) return undefined;
    throw error;
  }
}
