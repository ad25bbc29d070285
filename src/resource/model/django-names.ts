import names from './django-names.json' with { type: 'json' };

/** What Django itself takes or limits; `scripts/django-names.py` asks it, and a test compares. */
export const DJANGO = names;
