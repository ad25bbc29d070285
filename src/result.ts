import type { Problem } from './problem.ts';

/** What was asked for, or all that is wrong with it. */
export type Outcome<Value> = { readonly value: Value } | { readonly problems: readonly Problem[] };
