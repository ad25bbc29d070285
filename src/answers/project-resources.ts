import { LIBRARY } from './book.ts';
import type { Resource } from './resource.ts';

/**
 * The resources of a project.
 * @param answers what shaped the files
 * @returns those that the answers name, or the book
 */
export function resourcesOf(answers: { readonly resources?: readonly Resource[] }): readonly Resource[] {
  return answers.resources ?? LIBRARY;
}
