import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ComposeProject, until, type Ended } from './compose-project.ts';
import { HttpSession } from './http-session.ts';
import { packTool, temporaryFolder, type PackedTool } from './packed-tool.ts';
import { POWERLESS, processesOf } from './process-status.ts';
import { ProductionSite } from './production-site.ts';

const folder = temporaryFolder('drf-docker-services');
let tool: PackedTool;

beforeAll(() => {
  tool = packTool(folder.path);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

/** Tasks of the test's own that say when they begin and when they are done: one takes some seconds, the other kills its process, but only once. */
const TASKS = `

@app.task
def slow(name, seconds):
    import time

    print(f"slow {name} begins", flush=True)
    time.sleep(seconds)
    print(f"slow {name} is done", flush=True)


@app.task
def fatal():
    import os, pathlib, signal

    print("fatal begins", flush=True)
    been = pathlib.Path("/tmp/been")
    if not been.exists():
        been.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    print("fatal is done", flush=True)
`;

function addTasks(project: string): void {
  const file = join(project, 'accounts/tasks.py');
  writeFileSync(file, readFileSync(file, 'utf8') + TASKS);
}

/** How often a line of the worker's log ends in some words. */
function timesIn(log: string, words: string): number {
  return log.split('\n').filter((line) => line.endsWith(words)).length;
}

const ADDRESS = 'ada@example.com';

/** Makes a user who has an address, and asks by the page for a new password. */
async function askForPassword(session: HttpSession, manage: (...args: readonly string[]) => Promise<Ended> | Ended): Promise<void> {
  const made = await manage('shell', '--no-imports', '-c', `from accounts.models import User; User.objects.create_user('ada', '${ADDRESS}', 'a long way home')`);
  expect(made.code, made.stderr).toBe(0);
  const page = await session.request('/accounts/reset/');
  const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const sent = await session.request('/accounts/reset/', { form: { csrfmiddlewaretoken: token, email: ADDRESS } });
  expect(sent.status).toBe(302);
}

describe('a project with a worker', () => {
  let project: ComposeProject;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, 'e2e-services');
    const created = project.create(tool.bin, '--yes', '--services=celery', '--database=sqlite', '--auth=jwt');
    expect(created.code, created.stderr).toBe(0);
    addTasks(project.path);
    writeFileSync(join(project.path, '.env'), `${readFileSync(join(project.path, '.env'), 'utf8')}CELERY_TASK_TIME_LIMIT=15\n`);
  });
  afterAll(() => {
    project[Symbol.dispose]();
    expect(project.leftovers()).toEqual([]);
  });

  const log = (): string => project.compose('logs', '--no-log-prefix', 'worker').stdout;
  const ask = (call: string): void => {
    const ended = project.exec('python', 'manage.py', 'shell', '--no-imports', '-c', `from accounts import tasks; ${call}`);
    expect(ended.code, ended.stderr).toBe(0);
  };

  test('starts by one command, with its worker and its scheduler well', () => {
    const ended = project.compose('up', '--build', '--wait');
    expect(ended.code, ended.stderr).toBe(0);
    const { stdout } = project.compose('ps', '--format', '{{.Service}} {{.Health}}');
    expect(stdout.trim().split('\n').sort()).toEqual(['redis healthy', 'scheduler healthy', 'web healthy', 'worker healthy']);
  });

  test('passes its own tests in the container, where tasks are done at once', () => {
    const ended = project.exec('python', '-m', 'pytest', '-q', 'accounts', 'config');
    expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  });

  test('sends the mail that resets a password from the worker', async () => {
    await askForPassword(new HttpSession(project.origin), (...args) => project.exec('python', 'manage.py', ...args));
    await until('the mail', () => Promise.resolve(log().includes(`To: ${ADDRESS}`)));
    expect(log()).toContain(`http://127.0.0.1:${project.port}/accounts/`);
    expect(project.compose('logs', 'web').stdout).not.toContain(`To: ${ADDRESS}`);
  });

  test('removes what has expired when the scheduler asks', async () => {
    ask('tasks.clean_up.delay()');
    await until('the task', () => Promise.resolve(/accounts\.tasks\.clean_up\[\S+\] succeeded/.test(log())));
  });

  test('lets a task that is being done end before the worker stops', async () => {
    ask("tasks.slow.delay('one', 6)");
    await until('its beginning', () => Promise.resolve(timesIn(log(), 'slow one begins') === 1));
    const ended = project.compose('stop', 'worker');
    expect(ended.code, ended.stderr).toBe(0);
    expect(timesIn(log(), 'slow one is done')).toBe(1);
    expect(project.compose('ps', '--all', '--format', '{{.ExitCode}}', 'worker').stdout.trim()).toBe('0');
    expect(project.compose('up', '--detach', '--wait').code).toBe(0);
    expect(timesIn(log(), 'slow one begins')).toBe(1);
  });

  test('does a task again whose process was killed', async () => {
    ask('tasks.fatal.delay()');
    await until('its end', () => Promise.resolve(timesIn(log(), 'fatal is done') === 1));
    expect(timesIn(log(), 'fatal begins')).toBe(2);
  });

  test('does a task again whose worker was killed', async () => {
    ask("tasks.slow.delay('two', 6)");
    await until('its beginning', () => Promise.resolve(timesIn(log(), 'slow two begins') === 1));
    expect(project.compose('kill', 'worker').code).toBe(0);
    expect(project.compose('up', '--detach', '--wait').code).toBe(0);
    await until('its end', () => Promise.resolve(timesIn(log(), 'slow two is done') === 1), 180);
    expect(timesIn(log(), 'slow two begins')).toBe(2);
  });
});

/** What a process of the project says of itself in /proc. */
describe('production with a worker', () => {
  let site: ProductionSite;

  beforeAll(async () => {
    site = await ProductionSite.create(tool.bin, folder.path, 'e2e-services-production', '--services=celery', '--django=6.1', '--server=gunicorn', '--dependencies=requirements');
    const made = await site.compose('run', '--rm', 'secrets');
    expect(made.code, made.stderr).toBe(0);
    expect(made.stdout).toContain('redis_password: made');
    const ended = await site.compose('up', '--build', '--wait');
    expect(ended.code, ended.stderr).toBe(0);
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
  });

  test.each(['worker', 'scheduler'])('the %s runs as nobody in particular, who has no right and no place to write', async (service) => {
    const processes = await processesOf(site, service);
    expect(processes.length).toBeGreaterThan(1);
    for (const one of processes) expect(one).toMatchObject(POWERLESS);
    expect((await site.compose('exec', '-T', service, 'touch', '/app/x')).stderr).toContain('Read-only file system');
  });

  test('Redis lets nobody in without the password, and shows it nobody', async () => {
    const refused = await site.compose('exec', '-T', 'redis', 'redis-cli', 'keys', '*');
    expect(refused.stdout).toContain('NOAUTH');
    const password = readFileSync(join(site.path, '.secrets/redis_password'), 'utf8');
    const processes = await site.compose('exec', '-T', 'redis', 'sh', '-c', 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ');
    expect(processes.stdout).toContain('redis-server');
    expect(processes.stdout).not.toContain(password);
  });

  test('the page that resets a password asks whoever it is to come back later while Redis is away', async () => {
    expect((await site.compose('stop', 'redis')).code).toBe(0);
    const session = await site.session();
    const page = await session.request('/accounts/reset/');
    const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const answers = [];
    for (const email of ['nobody@example.com', 'somebody@example.com']) answers.push(await session.request('/accounts/reset/', { form: { csrfmiddlewaretoken: token, email } }));
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(answers[0]?.text).toContain('Try again later.');
    expect((await site.compose('up', '--detach', '--wait')).code).toBe(0);
  });

  test('a mail that is asked for while the worker is away is sent when it is back, and Redis may restart meanwhile', async () => {
    expect((await site.compose('stop', 'worker')).code).toBe(0);
    await askForPassword(await site.session(), async (...args) => site.compose('exec', '-T', 'web', 'python', 'manage.py', ...args));
    expect((await site.compose('restart', 'redis')).code).toBe(0);
    expect((await site.compose('up', '--detach', '--wait')).code).toBe(0);
    // There is no mail server here, so it is tried again.
    const log = async (): Promise<string> => (await site.compose('logs', '--no-log-prefix', 'worker')).stdout;
    await until('the try', async () => /accounts\.tasks\.send_reset_mail\[\S+\] retry: Retry in 10s/.test(await log()));
    // That it stops, Celery says in plain words.
    const lines = (await log()).split('\n').filter((line) => line.startsWith('{')).map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ logger: 'celery.worker.strategy' }));
  });
});
