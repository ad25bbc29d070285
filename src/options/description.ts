import { LIBRARY } from '../resource/model/book.ts';
import type { AnswersSoFar } from './option.ts';
import { namesOf } from '../resource/model/names.ts';
import { readResources } from '../resource/resources.ts';
import { listed } from '../text/listed.ts';

/** So many kinds of things are named in a sentence. */
const MOST = 3;

/** What a project is about, in words: `movies, actors and reviews`. */
function subject(resources: unknown): string {
  if (resources === undefined || JSON.stringify(resources) === JSON.stringify(LIBRARY)) return 'a library of books';
  const outcome = readResources(resources);
  const plurals = 'value' in outcome ? outcome.value.map((resource) => namesOf(resource).verbosePlural) : [];
  return listed(plurals.length > MOST ? [...plurals.slice(0, MOST), 'more'] : plurals, 'and');
}

/** One sentence about a project, from what it is about and whether it has web pages: `Movies and actors: website and API.` */
export function descriptionOf({ resources, website }: AnswersSoFar): string {
  const words = subject(resources);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${website === false ? 'an API' : 'website and API'}.`;
}
