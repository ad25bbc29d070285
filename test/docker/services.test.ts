import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ComposeProject, until } from './compose-project.ts';
import { EVERY } from './every.ts';
import { HttpSession } from './http-session.ts';
import { temporaryFolder } from './packed-tool.ts';
import { POWERLESS, processesOf } from './process-status.ts';
import { ProductionSite } from './production-site.ts';
import { writeProject } from './written-project.ts';

/** Tasks of the test's own that write when they begin and when they are done. The number of the process leads to its end. */
const TASKS = `

@shared_task
def slow(name, seconds):
    import os, time

    print(f"slow {name} begins in {os.getpid()}", flush=True)
    time.sleep(seconds)
    print(f"slow {name} is done", flush=True)
`;

const ADDRESS = 'ada@example.com';
const MAKE_USER = `from accounts.models import User; User.objects.create_user('ada', '${ADDRESS}', 'a long way home')`;

/** Asks by the page for a new password. */
async function askForPassword(session: HttpSession): Promise<void> {
  const page = await session.request('/accounts/password_reset/');
  const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const sent = await session.request('/accounts/password_reset/', {
    form: { csrfmiddlewaretoken: token, email: ADDRESS },
  });
  expect(sent.status).toBe(302);
}

const folder = temporaryFolder('drf-docker-services');
let project: ComposeProject;

beforeAll(async () => {
  project = await ComposeProject.in(folder.path, 'e2e-services');
  writeProject(project.path, { name: project.name, services: 'celery', database: 'sqlite', auth: 'jwt' });
  const file = join(project.path, 'accounts/tasks.py');
  writeFileSync(file, readFileSync(file, 'utf8') + TASKS);
  const ended = project.compose('up', '--build', '--wait');
  expect(ended.code, ended.stderr).toBe(0);
});
afterAll(() => {
  project[Symbol.dispose]();
  expect(project.leftovers()).toEqual([]);
  folder[Symbol.dispose]();
});

const log = (): string => project.compose('logs', '--no-log-prefix', 'worker').stdout;
const logHas = async (text: string | RegExp, seconds?: number): Promise<void> =>
  until(
    String(text),
    () => Promise.resolve(typeof text === 'string' ? log().includes(text) : text.test(log())),
    seconds,
  );
const ask = (call: string): string => project.shell(`from accounts import tasks; ${call}`);
const times = (words: string): number => log().split(words).length - 1;

test('starts by one command, with its worker well', () => {
  const { stdout } = project.compose('ps', '--format', '{{.Service}} {{.Health}}');
  expect(stdout.trim().split('\n').sort()).toEqual(['redis healthy', 'web healthy', 'worker healthy']);
});

test('passes its own tests in the container, where tasks run at once', () => {
  const ended = project.exec('pytest', '-q', 'accounts');
  expect(ended.code, ended.stdout + ended.stderr).toBe(0);
});

test('the worker sends the mail that resets a password', async () => {
  project.shell(MAKE_USER);
  await askForPassword(new HttpSession(project.origin));
  await logHas(`To: ${ADDRESS}`);
  expect(log()).toContain(`http://127.0.0.1:${project.port}/accounts/`);
  expect(project.compose('logs', 'web').stdout).not.toContain(`To: ${ADDRESS}`);
});

test('the schedule removes every night what has expired', async () => {
  expect(
    project.shell(
      'from django.conf import settings; print([entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()])',
    ),
  ).toBe("['accounts.tasks.clean_up']");
  await logHas('beat: Starting...');
  ask('tasks.clean_up.delay()');
  await logHas(/accounts\.tasks\.clean_up\[\S+\] succeeded/);
});

test('a task that has begun ends before the worker stops', async () => {
  ask("tasks.slow.delay('one', 5)");
  await logHas('slow one begins');
  expect(project.compose('stop', 'worker').code).toBe(0);
  expect([times('slow one begins'), times('slow one is done')]).toEqual([1, 1]);
});

test('what is asked for while the worker is away is done when it is back', async () => {
  ask("tasks.slow.delay('two', 0)");
  expect(project.compose('up', '--detach', '--wait').code).toBe(0);
  await logHas('slow two is done');
});

// Redis gives it to another worker after two minutes, and looks for such tasks every hundred seconds.
test.runIf(EVERY)('a task whose worker was killed is done again', async () => {
  ask("tasks.slow.delay('three', 5)");
  await logHas('slow three begins');
  expect(project.compose('kill', 'worker').code).toBe(0);
  expect(project.compose('up', '--detach', '--wait').code).toBe(0);
  await logHas('slow three is done', 300);
  expect(times('slow three begins')).toBe(2);
});

test('as in production, the worker runs as an unprivileged user and sends the mail', async () => {
  project.compose('down', '--volumes', '--rmi', 'local', '--timeout', '5');
  await using site = await ProductionSite.of(project.path);
  await site.start();
  const processes = await processesOf(site, 'worker');
  expect(processes.length).toBeGreaterThan(1);
  for (const one of processes) expect(one).toMatchObject(POWERLESS);
  expect((await site.compose('exec', '-T', 'worker', 'touch', '/app/x')).stderr).toContain('Read-only file system');
  await site.shell(MAKE_USER);
  await askForPassword(await site.session());
  await until('the mail', async () =>
    (await site.compose('logs', '--no-log-prefix', 'worker')).stdout.includes(`To: ${ADDRESS}`),
  );
});
