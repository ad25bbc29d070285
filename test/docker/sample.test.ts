import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PRESETS } from '../../src/options/presets/index.ts';
import { answersOf, ROWS } from './combination-rows.ts';
import { ComposeProject } from './compose-project.ts';
import { EVERY, sampled } from './every.ts';
import { HttpSession } from './http-session.ts';
import { temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';
import { writeProject } from './written-project.ts';

interface Sample {
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The presets; the first one is the default project, which other tests start in CI. Of the rows with every pair of values two in CI, otherwise a third. */
const PRESET_SAMPLES: readonly Sample[] = PRESETS.slice(EVERY ? 0 : 1).map(({ name, answers }) => ({ name, answers }));
const PAIR_SAMPLES: readonly Sample[] = sampled(ROWS, EVERY ? ROWS.length : 2)
  .filter((_row, place) => !EVERY || place % 3 === 0)
  .map((row, place) => ({ name: `pair-${place}`, answers: answersOf(row) }));

const folder = temporaryFolder('drf-docker-sample');
afterAll(() => {
  folder[Symbol.dispose]();
});

/** What a fresh clone must answer, with a page of each kind that its options bring. */
async function expectAnswers(
  session: HttpSession,
  { website = true, docs = true, access = 'open-read' }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const status = async (path: string): Promise<number> => (await session.request(path)).status;
  expect([
    await status('/healthz'),
    await status('/readyz'),
    await status('/admin/login/'),
    await status('/api-auth/login/'),
  ]).toEqual([200, 200, 200, 200]);
  // A project whose rows nobody may see without a login answers as its authentication does.
  const open = [access === 'open-read' || access === 'staff' ? 200 : 401, 200, 403];
  expect(open).toContain(await status('/api/v1/'));
  expect(await status('/accounts/login/')).toBe(website === false ? 404 : 200);
  expect(docs === false ? [404] : [200, 401, 403]).toContain(await status('/api/docs/'));
}

describe.each([...PRESET_SAMPLES, ...PAIR_SAMPLES])('$name', ({ name, answers }) => {
  const own = `e2e-sample-${name}`;
  const path = join(folder.path, own);

  test('a fresh clone runs by one command, with its own tests green', async () => {
    writeProject(path, { ...answers, name: own });
    using project = await ComposeProject.in(folder.path, own);
    const up = project.compose('up', '--build', '--wait');
    expect(up.code, up.stderr).toBe(0);
    expect(project.compose('logs').stdout).not.toContain('The sample data was not loaded');
    const session = new HttpSession(project.origin);
    await expectAnswers(session, answers);
    expect((await session.logIn('/api-auth/login/', 'admin', 'admin')).status).toBe(302);
    expect((await session.request('/admin/')).status).toBe(200);
    expect((await session.request('/api/v1/', { headers: { accept: 'text/html' } })).status).toBe(200);
    const ended = project.exec(
      'sh',
      '-c',
      'python manage.py makemigrations --check --dry-run && ruff check . && ruff format --check . && pytest -q',
    );
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  });

  if (answers['production'] !== false)
    test('runs as in production by one command', async () => {
      writeProject(path, { ...answers, name: own });
      await using site = await ProductionSite.of(path);
      await site.start();
      await expectAnswers(await site.session(), answers);
      await site.createSuperuser('ada', 'correct-horse-7');
      const session = await site.session();
      expect((await session.logIn('/api-auth/login/', 'ada', 'correct-horse-7')).status).toBe(302);
      expect((await session.request('/admin/')).status).toBe(200);
    });
});
