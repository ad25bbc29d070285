import type { Preset } from './preset.ts';

/** Lab 32: permissions and PostgreSQL. The server says who wrote a post, and only they change it. */
export const lab32: Preset = {
  name: 'lab32',
  label: 'Lab 32',
  hint: 'posts that only their author changes, on PostgreSQL',
  answers: {
    resources: [
      {
        name: 'Post',
        fields: [
          { name: 'title', type: 'char', max_length: 64 },
          { name: 'body', type: 'text' },
          { name: 'author', type: 'owner' },
          { name: 'created_at', type: 'datetime', auto_now_add: true },
          { name: 'updated_at', type: 'datetime', auto_now: true },
        ],
        ordering: ['-created_at'],
      },
    ],
    description: 'Posts that only their authors change: an API.',
    database: 'postgres',
    views: 'generic',
    pagination: 'page',
    website: false,
    docs: false,
    ci: 'none',
    production: false,
  },
};
