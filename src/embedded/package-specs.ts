import type { PackageSpec } from '../features/package-spec.ts';

/** What `locks/packages.json` says of one package. */
type Wanted = Omit<PackageSpec, 'name'>;

/**
 * The Python packages that any project may ask for, each with the one constraint that all projects share: `locks/packages.json`.
 * `sets` holds what differs between the sets that are locked separately; each has its lock data in `locks/NAME.json`.
 */
export interface WantedPackages {
  readonly packages: Readonly<Record<string, Wanted>>;
  readonly devPackages: Readonly<Record<string, Wanted>>;
  readonly sets: Readonly<Record<string, Readonly<Record<string, Wanted>>>>;
}

/**
 * The packages of these names with their constraints.
 * @param names canonical names; what is named twice comes once
 * @param set the set of lock data that the project uses, such as `django-5.2`
 * @returns the packages, in the order of their names
 * @throws Error with the name of a package or set that has no constraint
 */
export function packageSpecs(names: Iterable<string>, wanted: WantedPackages, set: string): PackageSpec[] {
  const own = wanted.sets[set];
  if (own === undefined) throw new Error(`locks/packages.json has no set ${set}`);
  return [...new Set(names)].sort().map((name) => {
    const spec = own[name] ?? wanted.packages[name] ?? wanted.devPackages[name];
    if (spec === undefined) throw new Error(`locks/packages.json has no package ${name}`);
    return { name, ...spec };
  });
}
