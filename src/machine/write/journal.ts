import { rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { systemCode } from './file-problem.ts';

/** How each kind of thing is taken back; a folder only while it has nothing else in it. */
const REMOVE = {
  file: unlinkSync,
  folder: rmdirSync,
  tree: (path: string): void => {
    rmSync(path, { recursive: true, force: true });
  },
} as const;

/** What a run has made so far, so that exactly this, and nothing that was there before, is taken back when it fails. */
export class Journal {
  readonly #made: { readonly kind: keyof typeof REMOVE; readonly path: string }[] = [];

  /**
   * Notes what was just made.
   * @param kind a file, a folder, or a folder whose whole content is ours
   * @param path where it is, absolute
   */
  note(kind: keyof typeof REMOVE, path: string): void {
    this.#made.push({ kind, path });
  }

  /**
   * Takes everything back, the latest first. What is gone already or has got other content since stays as it is.
   * @returns the paths that the system would not let go
   */
  takeBack(): string[] {
    const left: string[] = [];
    for (const { kind, path } of this.#made.splice(0).reverse()) {
      try {
        REMOVE[kind](path);
      } catch (error) {
        if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(systemCode(error))) left.push(path);
      }
    }
    return left;
  }
}
