import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import process from 'node:process';

/** Where systems other than Windows give random bytes that are fit for secrets. */
const SOURCE = '/dev/urandom';

/** Reads the system's source; nothing where there is none. */
function fromSource(count: number): Uint8Array | undefined {
  try {
    const source = openSync(SOURCE, 'r');
    try {
      const bytes = new Uint8Array(count);
      return fstatSync(source).isCharacterDevice() && readSync(source, bytes) === count ? bytes : undefined;
    } finally {
      closeSync(source);
    }
  } catch {
    return undefined;
  }
}

/**
 * Random bytes that nobody can guess. They are read from the system where that can be: Node's `crypto` reads the same source, but with all
 * its ciphers and streams takes a tenth of a run to load.
 */
export function randomBytes(count: number): Uint8Array {
  return fromSource(count) ?? process.getBuiltinModule('node:crypto').randomBytes(count);
}

/**
 * A random text, each letter as likely as any other.
 * @param length how many letters
 * @param alphabet the letters, at most 256
 */
export function randomText(length: number, alphabet: string): string {
  // A byte above the last whole multiple would make the first letters likelier.
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(2 * length)) {
      if (byte < fair && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
