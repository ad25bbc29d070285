/** A rendered project: the path of each file, with forward slashes, and its text, which ends its lines in LF. */
export type Files = ReadonlyMap<string, string>;
