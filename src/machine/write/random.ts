import { randomInt } from 'node:crypto';

/**
 * A random text that cannot be guessed, each letter as likely as any other.
 * @param length how many letters
 * @param alphabet the letters
 */
export function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
