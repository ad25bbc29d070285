import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { accessTable } from '../../src/python/views/access-table.ts';
import { RenderedProject } from './rendered-project.ts';

const NOTES = {
  nobody: 'Note title:char:100',
  owner: 'Note title:char:100 owner',
  optional: 'Note title:char:100 owner:set_null',
} as const;

/** One row for each access, with each kind of note and of login among them. */
const RULES = [
  { access: 'open-read', auth: 'session', views: 'generic', note: 'nobody' },
  { access: 'open-read', auth: 'jwt', views: 'viewset', note: 'owner' },
  { access: 'private', auth: 'token', views: 'generic', note: 'nobody' },
  { access: 'owner', auth: 'session', views: 'function', note: 'optional' },
  { access: 'owner', auth: 'oauth2', views: 'generic', note: 'owner' },
  { access: 'staff', auth: 'session', views: 'viewset', note: 'nobody' },
  { access: 'staff', auth: 'jwt', views: 'generic', note: 'owner' },
] as const;

test.each(RULES)(
  'the table of who may do what is what the project answers: $access, $auth, $note, $views',
  ({ access, auth, views, note }) => {
    using project = new RenderedProject([NOTES[note]], { access, auth, views, database: 'sqlite' });
    const answers = JSON.parse(project.python('-W', 'ignore', resolve('test/python/access_api.py'), '/api/v1/notes/'));
    for (const { who, read, create, change } of accessTable({
      access,
      auth,
      isOwned: note !== 'nobody',
      mayLackOwner: note === 'optional',
    })) {
      const known = access === 'staff' && who === 'member' && note !== 'nobody' ? 'another member' : who;
      expect([who, answers[known]]).toEqual([who, [read, create, change]]);
    }
  },
);
