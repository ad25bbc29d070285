import { type Stats, fstatSync, statSync, writeSync } from 'node:fs';
import type { Sink } from './terminal.ts';

/** Where nobody may look any more: whoever read our output stopped (`| head -1`), or the terminal was closed. */
const GONE: readonly unknown[] = ['EPIPE', 'EIO'];

/** What is thrown away. */
const NOWHERE = '/dev/null';

/** Whether writing to it waits until it is done, so that no stream is needed: a file, a pipe (Node makes sockets for them), or nowhere. */
function waits(found: Stats): boolean {
  return found.isFile() || found.isFIFO() || found.isSocket() || (found.isCharacterDevice() && found.rdev === statSync(NOWHERE, { throwIfNoEntry: false })?.rdev);
}

/**
 * Where a process writes: straight to the descriptor where that is a file or a pipe, for Node's streams take 6 % of a run to load; through
 * the stream where it may be a terminal, and on Windows, where pipes do not wait.
 * @param descriptor such as 1 for stdout
 * @param stream opens the stream
 * @returns where to write
 */
export function plainSink(descriptor: number, platform: NodeJS.Platform, stream: () => Sink): Sink {
  let opened: Sink | undefined;
  try {
    if (platform === 'win32' || !waits(fstatSync(descriptor))) return stream();
  } catch {
    return stream();
  }
  return {
    write: (text) => {
      let rest = Buffer.from(text);
      try {
        while (opened === undefined && rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (GONE.includes(code)) return;
        // A full pipe that another process made not to wait; the stream does.
        if (code !== 'EAGAIN') throw error;
        opened = stream();
      }
      opened?.write(rest);
    },
  };
}
