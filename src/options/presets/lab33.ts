import { lab32 } from './lab32.ts';
import type { Preset } from './preset.ts';

/** Lab 33: the same API for members only, whose programs log in by JSON Web Tokens. */
export const lab33: Preset = {
  name: 'lab33',
  label: 'Lab 33',
  hint: 'the same, for programs that log in',
  answers: {
    ...lab32.answers,
    description: 'Posts that only their authors change: website and API.',
    auth: 'jwt',
    access: 'owner',
    website: true,
    docs: true,
    ci: 'github',
    production: true,
    server: 'gunicorn',
  },
};
