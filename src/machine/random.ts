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

/** How many bytes are fetched at once: more than the secrets of a project take. */
const STORE = 512;

let store: Uint8Array = new Uint8Array();

/**
 * Random bytes that nobody can guess. They are read from the system where that can be: Node's `crypto` reads the same source, but with all
 * its ciphers and streams takes a tenth of a run to load.
 */
export function randomBytes(count: number): Uint8Array {
  if (store.length < count) {
    const size = Math.max(count, STORE);
    store = fromSource(size) ?? process.getBuiltinModule('node:crypto').randomBytes(size);
  }
  const bytes = store.subarray(0, count);
  store = store.subarray(count);
  return bytes;
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
