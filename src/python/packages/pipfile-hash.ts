import type { PackageSpec } from '../../features/package-spec.ts';
import { pipfileEntry, pipfileSource, type PipfileInput } from './pipfile.ts';
import { pythonJson, type Json } from './python-json.ts';
import { sha256 } from './sha256.ts';

function section(specs: readonly PackageSpec[]): Json {
  return Object.fromEntries(specs.map((spec) => [spec.name, pipfileEntry(spec)]));
}

/**
 * The hash by which pipenv tells whether a lock belongs to a Pipfile: `calculate_hash` of pipenv 2026.4 and later
 * (`pipenv/utils/pipfile.py`), and for canonical names also `Pipfile.get_hash` of plette, which older ones use.
 * @returns SHA-256 in hexadecimal
 */
export function pipfileHash(input: PipfileInput): string {
  const content = pythonJson({
    _meta: { sources: [pipfileSource(input.index)], requires: { python_version: input.python } },
    default: section(input.packages),
    develop: section(input.devPackages),
  });
  return sha256(content);
}
