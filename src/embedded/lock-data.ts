import type { PackageSpec } from '../features/package-spec.ts';

/** One release, as `npm run locks` stored it. A requirement is a canonical name, with extras in brackets: `kombu[redis]`. */
interface LockedPackage {
  readonly version: string;
  /** The environment marker that pipenv writes for the Python versions of the release. */
  readonly markers?: string;
  /** What it always needs. */
  readonly requires?: readonly string[];
  /** What each of its extras needs besides. */
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  /** The SHA-256 of every file of the release, in order, in hexadecimal digits, joined. */
  readonly hashes: string;
}

/** The releases of one set, of which every combination of answers takes its part: one version a package, by canonical name. */
export interface LockData {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

function parsed(requirement: string): { name: string; extras: string[] } {
  const [name = '', extras] = requirement.replace(']', '').split('[');
  return { name, extras: extras?.split(',') ?? [] };
}

/**
 * The release of a package.
 * @throws Error with the name of a package that the data lack
 */
export function lockedPackage(name: string, data: LockData): LockedPackage {
  const locked = data.packages[name];
  if (locked === undefined) throw new Error(`The lock data has no package ${name}; name it in locks/packages.json and run: npm run locks`);
  return locked;
}

function requirementsOfExtra(name: string, extra: string, data: LockData): readonly string[] {
  const requirements = lockedPackage(name, data).extras?.[extra];
  if (requirements === undefined) throw new Error(`The lock data has no package ${name}[${extra}]; name it in locks/packages.json and run: npm run locks`);
  return requirements;
}

/**
 * Everything that the packages need, directly or not, with the extras that are asked of it.
 * @returns the extras by the names of the packages
 * @throws Error with the name of a package or extra that the data lack
 */
export function closure(specs: readonly PackageSpec[], data: LockData): Map<string, Set<string>> {
  const reached = new Map<string, Set<string>>();
  const pending = specs.map(({ name, extras }) => ({ name, extras: [...(extras ?? [])] }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { name } = next;
    const known = reached.get(name);
    const extras = known ?? new Set();
    const requirements = known === undefined ? [...(lockedPackage(name, data).requires ?? [])] : [];
    reached.set(name, extras);
    for (const extra of next.extras.filter((one) => !extras.has(one))) {
      extras.add(extra);
      requirements.push(...requirementsOfExtra(name, extra, data));
    }
    pending.push(...requirements.map(parsed));
  }
  return reached;
}

/** The hexadecimal digits of one SHA-256. */
const HASH_DIGITS = 64;

/** The hashes of a release as a lock lists them: each with its algorithm: `sha256:…`. */
export function fileHashes({ hashes }: LockedPackage): string[] {
  return Array.from({ length: hashes.length / HASH_DIGITS }, (_, place) => `sha256:${hashes.slice(place * HASH_DIGITS, (place + 1) * HASH_DIGITS)}`);
}
