import type { Problem } from '../problem.ts';
import { CONTROL } from '../text/control.ts';

/** Device names that Windows reserves in every folder, with any extension (Microsoft: Naming Files, Paths, and Namespaces). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:$|\.)/i;

/** Characters that no file name has on Windows; a colon would open an alternate data stream. */
const FORBIDDEN = /[<>:"|?*]/;

/** The root of a path: a drive, or the share of a server. */
const ROOT = /^(?:[a-z]:(?=[/\\])|[/\\]{2}[^/\\]+[/\\]+[^/\\]+)/i;

/** Whether Windows reserves a file name for a device: `nul`, `AUX`, `com1.txt`. */
export function isWindowsDevice(name: string): boolean {
  return DEVICE.test(name);
}

/** Why Windows cannot have a file or folder of this name; nothing where it can. */
function reasonAgainst(name: string): string | undefined {
  const shown = JSON.stringify(name);
  if (isWindowsDevice(name)) return `${shown} is the name of a device.`;
  const forbidden = FORBIDDEN.exec(name)?.[0];
  if (forbidden !== undefined) return `A name there cannot contain ${forbidden}, as ${shown} does.`;
  if (CONTROL.test(name)) return `A name there cannot contain a control character, as ${shown} does.`;
  return /[ .]$/.test(name)
    ? `Windows removes the dot or space at the end of ${shown}, so the folder would get another name.`
    : undefined;
}

/** Why a path cannot be a project's on Windows; nothing where it can. */
function pathReason(path: string): string | undefined {
  if (/^[/\\]{2}[.?][/\\]/.test(path)) return String.raw`\\.\ and \\?\ are for devices.`;
  if (/^[a-z]:(?![/\\])/i.test(path))
    return `${path.slice(0, 2)} without a backslash is the current directory of that drive, which may be any.`;
  const names = path.replace(ROOT, '').split(/[/\\]/);
  return names
    .filter((name) => !['', '.', '..'].includes(name))
    .map(reasonAgainst)
    .find((reason) => reason !== undefined);
}

/**
 * Says why Windows cannot create a directory, or would create another one than was asked for.
 * @param path as the user gave it, relative or absolute
 * @returns the problem with the first part of the path that is refused, or nothing
 */
export function windowsPathProblem(path: string): Problem | undefined {
  const why = pathReason(path);
  return why === undefined
    ? undefined
    : {
        what: `Windows cannot create the directory ${JSON.stringify(path).replaceAll('\\\\', '\\')}`,
        why,
        next: 'Choose another directory.',
      };
}
