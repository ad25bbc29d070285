import { DEFAULT_INDEX } from '../../options/default-index.ts';
import type { PackageSpec } from '../../features/package-spec.ts';
import { tomlString } from '../../text/toml.ts';

/** What a Pipfile says. */
export interface PipfileInput {
  /** The address of the package index. */
  readonly index: string;
  /** The Python version without its patch level: `3.14`. pipenv enforces it, so it is that of the image too. */
  readonly python: string;
  readonly packages: readonly PackageSpec[];
  readonly devPackages: readonly PackageSpec[];
}

/**
 * The `[[source]]` of a Pipfile. It is always written: without one pipenv hashes the index of the machine's own pip configuration,
 * and the lock fails wherever that differs.
 * @param index the address of the package index
 * @returns the table's keys and values
 */
export function pipfileSource(index: string): {
  readonly name: string;
  readonly url: string;
  readonly verify_ssl: boolean;
} {
  return { name: index === DEFAULT_INDEX ? 'pypi' : 'mirror', url: index, verify_ssl: true };
}

/** What a Pipfile says of one package under its key: the version alone, or a table where there is more to say. */
export function pipfileEntry(spec: PackageSpec): string | Omit<PackageSpec, 'name'> {
  const { version, extras, markers } = spec;
  if (extras === undefined && markers === undefined) return version;
  return { version, ...(extras && { extras }), ...(markers !== undefined && { markers }) };
}

function tomlEntry(spec: PackageSpec): string {
  const entry = pipfileEntry(spec);
  if (typeof entry === 'string') return `${spec.name} = ${tomlString(entry)}`;
  const pairs = [`version = ${tomlString(entry.version)}`];
  if (entry.extras) pairs.push(`extras = [${entry.extras.map(tomlString).join(', ')}]`);
  if (entry.markers !== undefined) pairs.push(`markers = ${tomlString(entry.markers)}`);
  return `${spec.name} = {${pairs.join(', ')}}`;
}

/** The text of a Pipfile, with the packages in the order given. */
export function pipfileText(input: PipfileInput): string {
  const source = pipfileSource(input.index);
  return [
    '[[source]]',
    `url = ${tomlString(source.url)}`,
    `verify_ssl = ${String(source.verify_ssl)}`,
    `name = ${tomlString(source.name)}`,
    '',
    '[packages]',
    ...input.packages.map(tomlEntry),
    '',
    '[dev-packages]',
    ...input.devPackages.map(tomlEntry),
    '',
    '[requires]',
    `python_version = ${tomlString(input.python)}`,
    '',
  ].join('\n');
}
