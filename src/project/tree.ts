import { embeddedTree, SLOTS } from './embedded.ts';
import type { TemplateTree } from './template-tree.ts';

const NONE: TemplateTree = { files: {}, resourceFiles: {}, slots: {} };

/**
 * The embedded files of one folder of `templates/`.
 * @param folder such as `project` or `features/docs`
 * @returns its parts; all are empty where the folder does not exist
 */
export function templateTree(folder: string): TemplateTree {
  return embeddedTree(folder) ?? NONE;
}

/** The slots that some feature fills, whether its project has it or not: each is a place that a template of the core prints. */
export function slotNames(): readonly string[] {
  return SLOTS;
}
