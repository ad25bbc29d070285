import type { PackageSpec } from '../../features/package-spec.ts';
import { type LockData, closure, fileHashes, lockedPackage } from '../../embedded/lock-data.ts';
import { pipfileHash } from './pipfile-hash.ts';
import { pipfileEntry, pipfileSource, type PipfileInput } from './pipfile.ts';
import { pythonJson, type Json } from './python-json.ts';

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
 * The text of the Pipfile.lock that pipenv would write for a Pipfile, if the stored releases were the newest: every package that is needed,
 * each with the hashes of all its files. The format is `pipfile-spec` 6 in the bytes of pipenv's own writer.
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
