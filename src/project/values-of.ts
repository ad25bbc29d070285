import { LIBRARY } from '../answers/book.ts';
import type { ProjectAnswers } from '../answers/options.ts';
import { resourcesOf } from '../answers/project-resources.ts';
import { LIBRARY_VALUES } from './embedded.ts';
import type { LibraryValues } from './library-values.ts';
import { type ResourceAnswers, type ResourceValues, resourceValues } from './resource-values.ts';

function libraryValues({ access, django }: ResourceAnswers): ResourceValues {
  const { first, differences }: LibraryValues = LIBRARY_VALUES;
  const difference = differences[`${access} ${django}`];
  if (difference === undefined) throw new Error(`The build worked nothing out for ${access} and Django ${django}`);
  const { resource, ...others } = difference;
  return { ...first, ...others, resources: first.resources.map((own) => ({ ...own, ...resource })) };
}

/**
 * All that follows from the resources of a project.
 * @param answers what shaped it
 * @returns what the build worked out, or for resources of one's own what is worked out now; the code for that is loaded only then
 */
export function valuesOf(answers: ProjectAnswers): ResourceValues {
  return answers.resources === LIBRARY ? libraryValues(answers) : resourceValues(resourcesOf(answers), answers);
}
