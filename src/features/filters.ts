import type { ProjectAnswers } from '../options/table.ts';
import type { Feature } from './feature.ts';

/**
 * True for the API of a first evening: no pages, no documentation, no login for programs, no tasks, no cursors (which need the filter for ordering) and nothing for a server. It has no filters, search or figures either.
 * @param answers the project's answers
 */
export function isBare(
  answers: Pick<ProjectAnswers, 'auth' | 'docs' | 'pagination' | 'production' | 'services' | 'website'>,
): boolean {
  return (
    !answers.production &&
    !answers.website &&
    !answers.docs &&
    answers.auth === 'session' &&
    answers.services !== 'celery' &&
    answers.pagination === 'page'
  );
}

/** Filters, search and ordering of the API, and the tests that all but a bare project have. */
export const FILTERS: readonly Feature[] = [
  {
    name: 'filters',
    applies: (answers) => !isBare(answers),
    packages: ['django-filter'],
    thirdPartyApps: ['django_filters'],
  },
  { name: 'bare', applies: isBare },
];
