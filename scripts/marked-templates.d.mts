import type { TemplateTrees } from '../src/templates/tree.ts';

export function markedTemplates(): Promise<{
  files: readonly { readonly path: string; readonly text: string }[];
  trees: TemplateTrees;
}>;
export function originsOf(text: string): readonly {
  readonly line: string;
  readonly origins: readonly { readonly template: number; readonly line: number }[];
}[];
