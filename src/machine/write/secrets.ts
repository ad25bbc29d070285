import process from 'node:process';
import type { Secrets } from '../../render/secrets.ts';
import { randomText } from './random.ts';

/** No sign has a meaning in a shell, a URL, YAML or an `.env` file. */
const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What a person can copy from a screen: without 0 and o, 1, i and l. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The first user of most Linux systems; the engine of Docker Desktop maps any number to the one user. */
const ORDINARY_USER = 1000;

/**
 * Whom containers run as where root creates a project, for they never run as root: a number that no account has, as in the production
 * image. An ordinary user's number would hand that user the code that root runs.
 */
const NOBODYS_NUMBER = 10_001;

/**
 * The group that a project's files must be shared with, so that its containers can read the secrets and write into the folder.
 * @returns the number of the group, where root creates; nothing where the user's own number serves
 */
export function containersGroup(): number | undefined {
  return process.getuid?.() === 0 ? NOBODYS_NUMBER : undefined;
}

/**
 * What goes into the `.env` of a new project: a random key of 297 bits, a password of 99 bits, and the numbers that containers run as.
 * @returns new secrets each time; the numbers are the user's own, 1000 where there are none (Windows), and those of an unprivileged user for root
 */
export function newSecrets(): Secrets {
  const group = containersGroup();
  return {
    secretKey: randomText(50, LETTERS_AND_DIGITS),
    adminPassword: randomText(20, READABLE),
    uid: group ?? process.getuid?.() ?? ORDINARY_USER,
    gid: group ?? process.getgid?.() ?? ORDINARY_USER,
  };
}
