import { bold, dim } from 'kolorist';

/** One file of a tree. */
export interface TreeFile {
  /** Its path from the root of the tree, with forward slashes. */
  readonly path: string;
  /** What follows its name, such as its size. */
  readonly note: string;
}

/** A folder while the tree is drawn: what is below each name, where a file has its note. */
type Folder = Map<string, Folder | string>;

function folderOf(files: readonly TreeFile[]): Folder {
  const root: Folder = new Map();
  for (const { path, note } of files) {
    const parts = path.split('/');
    const name = parts.pop() ?? path;
    let folder = root;
    for (const part of parts) {
      const below = folder.get(part);
      const next = typeof below === 'object' ? below : new Map<string, Folder | string>();
      folder.set(part, next);
      folder = next;
    }
    folder.set(name, note);
  }
  return root;
}

/** What stands before a name: before the last of a folder, before another, and the same above what is below it. */
interface Branches {
  readonly last: string;
  readonly other: string;
  readonly belowLast: string;
  readonly belowOther: string;
}

const UNICODE: Branches = { last: '└── ', other: '├── ', belowLast: '    ', belowOther: '│   ' };
const ASCII: Branches = { last: '`-- ', other: '|-- ', belowLast: '    ', belowOther: '|   ' };

function* linesOf(folder: Folder, before: string, branches: Branches): Generator<string> {
  const entries = [...folder];
  for (const [place, [name, below]] of entries.entries()) {
    const isLast = place === entries.length - 1;
    const branch = dim(`${before}${isLast ? branches.last : branches.other}`);
    if (typeof below === 'string') {
      yield `${branch}${name}  ${dim(below)}`;
    } else {
      yield `${branch}${bold(`${name}/`)}`;
      yield* linesOf(below, `${before}${isLast ? branches.belowLast : branches.belowOther}`, branches);
    }
  }
}

/**
 * Draws files as a tree.
 * @param root the name at its top
 * @param files what stands below it, in the order they have
 * @param unicode whether its branches may be signs beyond ASCII
 */
export function treeText(root: string, files: readonly TreeFile[], unicode: boolean): string {
  return [bold(root), ...linesOf(folderOf(files), '', unicode ? UNICODE : ASCII)].join('\n');
}

/** A number of bytes as a person reads it: `812 B` or `12.3 kB`. */
export function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
