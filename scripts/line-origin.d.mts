export class UsageError extends Error {}
export function behind(what: string, args: readonly string[], cwd: string): Promise<string>;
