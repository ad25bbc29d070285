import type { PackageSpec } from '../features/package-spec.ts';
import { pipfileHash } from './pipfile-hash.ts';
import { pipfileEntry, pipfileSource, type PipfileInput } from './pipfile.ts';
import { pythonJson, type Json } from './python-json.ts';

/** One release, as `npm run locks` stored it. A requirement is a canonical name, with extras in brackets: `kombu[redis]`. */
interface LockedPackage {
  readonly version: string;
  /** The environment marker that pipenv writes for the Python versions of the release. */
  readonly markers?: string;
  /** What it always needs. */
  readonly requires?: readonly string[];
  /** What each of its extras needs besides. */
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  /** The SHA-256 of every file of the release, in order, 32 bytes each, joined and in Base64: half the size of hexadecimal. */
  readonly hashes: string;
}

/** The releases of one set, of which every combination of answers takes its part: one version a package, by canonical name. */
export interface LockData {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** A requirement's name and extras. */
function parsed(requirement: string): { name: string; extras: string[] } {
  const [name = '', extras] = requirement.replace(']', '').split('[');
  return { name, extras: extras?.split(',') ?? [] };
}

function lockedPackage(name: string, data: LockData): LockedPackage {
  const locked = data.packages[name];
  if (locked === undefined) throw new Error(`The lock data has no package ${name}; name it in locks/packages.json and run: npm run locks`);
  return locked;
}

function requirementsOfExtra(name: string, extra: string, data: LockData): readonly string[] {
  const requirements = lockedPackage(name, data).extras?.[extra];
  if (requirements === undefined) throw new Error(`The lock data has no package ${name}[${extra}]; name it in locks/packages.json and run: npm run locks`);
  return requirements;
}

/** Everything that the packages need, directly or not, with the extras that are asked of it. */
function closure(specs: readonly PackageSpec[], data: LockData): Map<string, Set<string>> {
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

/** Each byte as two hexadecimal digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The bytes of one SHA-256. */
const HASH_BYTES = 32;

/** The hashes of a release as a lock lists them; written by a table, for a project has a thousand of them. */
function fileHashes(locked: LockedPackage): string[] {
  const bytes = atob(locked.hashes);
  const hashes: string[] = [];
  for (let start = 0; start < bytes.length; start += HASH_BYTES) {
    let hash = 'sha256:';
    for (let place = start; place < start + HASH_BYTES; place += 1) hash += HEX[bytes.charCodeAt(place)] ?? '';
    hashes.push(hash);
  }
  return hashes;
}

/** One section of the lock: the packages that the Pipfile's section names, and all that they need. */
function lockedSection(specs: readonly PackageSpec[], source: string, data: LockData): Json {
  const named = new Map(specs.map((spec) => [spec.name, spec]));
  const entries = [...closure(specs, data)].map(([name, extras]): [string, Json] => {
    const locked = lockedPackage(name, data);
    const spec = named.get(name);
    const entry = {
      extras: extras.size > 0 ? [...extras].sort() : undefined,
      hashes: fileHashes(locked),
      // pipenv says the index of a package only where the Pipfile gives its version alone.
      index: spec !== undefined && typeof pipfileEntry(spec) === 'string' ? source : undefined,
      // The Pipfile's marker takes the place of the release's own.
      markers: spec?.markers ?? locked.markers,
      version: `==${locked.version}`,
    };
    return [name, entry];
  });
  return Object.fromEntries(entries);
}

/**
 * The text of the Pipfile.lock that pipenv would write for a Pipfile, if the stored releases were the newest: every package that is
 * needed, each with the hashes of all its files. The format is `pipfile-spec` 6 in the bytes of pipenv's own writer.
 * @param input what the Pipfile says
 * @param data the stored releases
 * @returns JSON, ended by a line feed
 * @throws Error with the name of the package that the data lacks: pipenv installs only what a lock names, and would not notice
 */
export function pipfileLockText(input: PipfileInput, data: LockData): string {
  const source = pipfileSource(input.index);
  const lock = {
    _meta: {
      hash: { sha256: pipfileHash(input) },
      'pipfile-spec': 6,
      requires: { python_version: input.python },
      sources: [source],
    },
    default: lockedSection(input.packages, source.name, data),
    develop: lockedSection(input.devPackages, source.name, data),
  };
  return `${pythonJson(lock, 4)}\n`;
}
