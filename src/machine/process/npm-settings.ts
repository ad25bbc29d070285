import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variables by which npm 7 and newer tells a child where its settings are. */
const FILES = ['npm_config_userconfig', 'npm_config_globalconfig'];

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * What npm's own files set: the user's `.npmrc`, the machine's, and that of the project around. npm hands it on in the same variables as the
 * flags of its command line.
 * @param environment the variables of this process
 * @returns the values by their names, with hyphens between the words; none where npm does not say where its files are
 */
export function npmSettings(environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const around = environment['npm_config_local_prefix'];
  const paths = [
    ...FILES.flatMap((name) => environment[name] ?? []),
    ...(around === undefined ? [] : [join(around, '.npmrc')]),
  ];
  const lines = paths.flatMap((path) => textOf(path).split(/\r?\n/));
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [name = '', ...value] = line.split('=').map((part) => part.trim());
      // A name alone is a switch that is on.
      const text = value.length === 0 ? 'true' : value.join('=').replaceAll(/^["']|["']$/g, '');
      return /^[\w-]+$/.test(name) ? [[name.replaceAll('_', '-'), text]] : [];
    }),
  );
}
