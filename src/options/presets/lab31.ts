import type { Preset } from './preset.ts';

/** Lab 31: an API of one's own model with generic views, on SQLite. The server sets the author of a post; no permission looks at it yet. */
export const lab31: Preset = {
  name: 'lab31',
  label: 'Lab 31',
  hint: 'posts, on SQLite',
  answers: {
    resources: [
      {
        name: 'Post',
        fields: [
          { name: 'title', type: 'char', max_length: 64 },
          { name: 'body', type: 'text' },
          { name: 'author', type: 'fk', to: 'user' },
          { name: 'created_at', type: 'datetime', auto_now_add: true },
          { name: 'updated_at', type: 'datetime', auto_now: true },
        ],
        ordering: ['-created_at'],
      },
    ],
    description: 'Posts and who wrote them: an API.',
    database: 'sqlite',
    views: 'generic',
    pagination: 'page',
    website: false,
    docs: false,
    ci: 'none',
    production: false,
  },
};
