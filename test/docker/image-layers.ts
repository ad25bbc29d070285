import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets, the repository, and what pip downloads. */
const NEEDLESS = /(?:^|\/)(?:\.env|\.git|pip|pipenv|uv)(?:\/|$)|\.cache\//;

/** Programs that only building needs, also by a longer name such as `x86_64-linux-gnu-g++-14`, and what they call. */
const BUILDING =
  /(?:^|\/)s?bin\/(?:[\w.-]+-)?(?:gcc|g\+\+|cc|c\+\+|c89|c99|cpp|clang(?:\+\+)?|ld(?:\.bfd|\.gold)?|lld|as|ar|make|cmake|ninja|gfortran|go|rustc|cargo|pip|pipenv|uvx?)(?:-?\d[\d.]*)?$|\/(?:cc1(?:plus)?|collect2|lto1)$/;

/** The layers and descriptions of an image, as files of a folder. */
function save(image: string, folder: string): string {
  mkdirSync(folder);
  execFileSync('sh', ['-c', 'docker image save "$0" | tar --extract --directory "$1"', image, folder]);
  return join(folder, 'blobs/sha256');
}

/** The paths in a layer, which may be compressed; none where the blob is no layer. */
function pathsOf(blob: string): string[] {
  const start = readFileSync(blob).subarray(0, 262);
  const isLayer = start.subarray(257).toString() === 'ustar' || start.readUInt16BE() === 0x1f8b;
  return isLayer
    ? execFileSync('tar', ['--list', '--file', blob], { encoding: 'utf8', maxBuffer: 1 << 26 })
        .trim()
        .split('\n')
    : [];
}

/** What an image adds to its base: also what a later layer removes or hides. */
export interface Added {
  /** The paths of all its layers. */
  readonly paths: readonly string[];
  /** Those that no image for production may have. */
  readonly unwanted: readonly string[];
  /** Which of these texts stand in a layer or in the image's description and history. */
  readonly texts: readonly string[];
}

/**
 * Looks into every layer of an image.
 * @param image its name
 * @param base the image that it is made from
 * @param folder an existing folder, left as it was
 * @param texts what to look for in the files themselves
 */
export function addedTo(base: string, image: string, folder: string, texts: readonly string[] = []): Added {
  const kept = join(folder, 'layers');
  mkdirSync(kept);
  const known = new Set(readdirSync(save(base, join(kept, 'base'))));
  const own = save(image, join(kept, 'image'));
  const blobs = readdirSync(own)
    .filter((name) => !known.has(name))
    .map((name) => join(own, name));
  const paths = blobs.flatMap(pathsOf);
  const found = texts.filter((text) => blobs.some((blob) => readFileSync(blob).includes(text)));
  rmSync(kept, { recursive: true });
  return { paths, unwanted: paths.filter((path) => NEEDLESS.test(path) || BUILDING.test(path)), texts: found };
}
