import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toolVirtualenv } from '../python/virtualenv.ts';
import { startBrowser, WatchedPage } from './browser.ts';
import { ComposeProject } from './compose-project.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ReadmeReader } from './readme-session.ts';

/** What a client with a name and a password sees, as real_client.py names it. */
const BY_PASSWORD = { list: 200, create: 201, refused: 401, challenge: true, delete: 204, 'in after ten guesses': false, then: 429, 'still in': 200 };

/** The statuses of ten requests at the same moment, of which one gets what all ask for. */
const ONE_OF_TEN = [200, 401, 401, 401, 401, 401, 401, 401, 401, 401];

/** How programs log in: the flags beside, what its client must see, the statuses of the README's requests, and the pages that only this policy has. */
const POLICIES = {
  session: { flags: ['--access=owner', '--database=sqlite'], seen: { ...BY_PASSWORD, refused: 403, challenge: false, 'forged by another site': 403 }, readme: [200, 302, 200, 201, 403], pages: [] },
  token: { flags: ['--access=private', '--database=sqlite'], seen: { ...BY_PASSWORD, changed: 405, me: 'admin', guessed: 401 }, readme: [200, 200, 201, 401], pages: ['/admin/authtoken/tokenproxy/'] },
  jwt: {
    flags: [],
    seen: { ...BY_PASSWORD, changed: 405, me: 'admin', 'unsigned, forged, for another use': [401, 401, 401], refreshed: [200, 401, 401], 'refreshed at once': ONE_OF_TEN },
    readme: [200, 200, 201, 401, 200],
    pages: ['/admin/token_blacklist/outstandingtoken/'],
  },
  oauth2: {
    flags: [],
    seen: {
      nobody: 401,
      'requests-oauthlib': [200, 201],
      changed: 405,
      'refreshed at once': 1,
      'exchanged at once': ONE_OF_TEN.map((status) => (status === 401 ? 400 : status)),
      'Authlib, to read': [200, 403],
      introspected: [true, 'admin', 'read'],
      refreshed: 200,
      revoked: 401,
      'another verifier': 'invalid_grant',
      'another address': 400,
    },
    readme: [200, 201],
    pages: ['/admin/oauth2_provider/application/', '/admin/oauth2_provider/accesstoken/'],
  },
  // Without a website, so that the few pages which consent needs are seen there as well.
  oauth1: {
    flags: ['--no-website'],
    seen: {
      nobody: 401,
      'requests-oauthlib': [200, 201],
      changed: 405,
      'exchanged at once': ONE_OF_TEN,
      Authlib: [200, 201],
      'replayed at once': [200, 401, 401, 401, 401, 401, 401, 401],
      'replayed later': [401],
      'replayed in another spelling': 401,
      forged: 401,
      'another callback': 400,
    },
    readme: [200, 201],
    pages: ['/admin/oauth1/client/', '/admin/oauth1/accesstoken/'],
  },
} as const;

/** Where the clients of OAuth wait for a user, who never gets there. */
const CALLBACK = 'http://127.0.0.1:8080/callback';

/** The server of production, with its two processes: neither sees what the other holds in memory. */
const OVERRIDE = `services:
  web:
    command: ['sh', '-c', 'python manage.py prepare_development && exec granian --interface wsgi --host 0.0.0.0 --workers 2 config.wsgi:application']
`;

const folder = temporaryFolder('drf-docker-policies');
let bin: string;
let browser: Browser;
let programs: string;

beforeAll(async () => {
  ({ bin } = packTool(folder.path));
  browser = await startBrowser();
  programs = toolVirtualenv('requests==2.34.2', 'requests-oauthlib==2.0.0', 'authlib==1.9.10');
});
afterAll(async () => {
  await browser.close();
  folder[Symbol.dispose]();
});

describe.each(Object.entries(POLICIES))('a project whose programs log in by %s', (auth, { flags, seen, readme, pages }) => {
  let project: ComposeProject;
  let reader: ReadmeReader;
  let password: string;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, `by-${auth}`);
    const created = project.create(bin, '--yes', '--title=Library', `--auth=${auth}`, ...flags);
    expect(created.code, created.stderr).toBe(0);
    writeFileSync(join(project.path, 'compose.override.yaml'), OVERRIDE);
    const up = project.compose('up', '--build', '--wait');
    expect(up.code, up.stderr).toBe(0);
    reader = new ReadmeReader(project);
    password = project.secret('DJANGO_SUPERUSER_PASSWORD');
  });
  afterAll(() => {
    reader[Symbol.dispose]();
    project[Symbol.dispose]();
    expect(project.leftovers()).toEqual([]);
  });

  /** A page of the superuser. */
  async function superuser(): Promise<WatchedPage> {
    const guest = await WatchedPage.in(await browser.newContext(), project.origin);
    await guest.open('/admin/login/?next=/healthz');
    await guest.logIn('admin', password);
    guest.wrong();
    return guest;
  }

  /** Logs in where a page asks for it, allows what a program wants, and gives the address that leads back to the program. */
  async function allowed(address: string, callback: string): Promise<string> {
    const guest = await WatchedPage.in(await browser.newContext(), project.origin);
    await guest.open(address.replace(project.origin, ''));
    // Without a website, the page to log in is that of REST framework, which the Content Security Policy complains of.
    if (auth === 'oauth1') guest.wrong();
    await guest.logIn('admin', password);
    expect({ wrong: guest.wrong(), axe: await guest.axe() }).toEqual({ wrong: [], axe: [] });
    const sent = guest.page.waitForRequest((request) => request.url().startsWith(callback));
    await guest.page.click('main [type=submit][name=allow]');
    return (await sent).url();
  }

  test('the README’s lines do what they say, and a user allows it', async () => {
    const statuses = reader.run(reader.blocks('sh')[0] ?? '');
    const [python] = reader.blocks('python');
    if (python === undefined) {
      expect(statuses).toEqual(readme);
      return;
    }
    const program = spawn(join(programs, 'python'), ['-u', '-c', reader.filled(python)]);
    let said = '';
    const ended = new Promise((end) => program.on('close', end));
    for (const stream of [program.stdout, program.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    await expect.poll(() => said, { timeout: 30_000 }).toContain('Redirected to: ');
    const callback = /"(http:\/\/localhost:8080\/\S*)"/.exec(python)?.[1] ?? '';
    program.stdin.end(`${await allowed(/^http\S+/m.exec(said)?.[0] ?? said, callback)}\n`);
    expect(await ended, said).toBe(0);
    expect([...said.matchAll(/<Response \[(\d+)\]>/g)].map(([, status]) => Number(status))).toEqual(readme);
  });

  if (auth !== 'oauth1')
    test('Swagger UI gets in by it and creates a book', async () => {
      const byCookie = auth === 'session' || auth === 'oauth2';
      const guest = byCookie || auth === 'token' ? await superuser() : await WatchedPage.in(await browser.newContext(), project.origin);
      const { page } = guest;
      /** Tries an operation: fills in its body and gives the answer. */
      const tried = async (path: string, body: object): Promise<{ readonly status: number; readonly json: Record<string, string> }> => {
        const operation = page.locator('.opblock-post', { has: page.locator(`[data-path="${path}"]`) });
        await operation.locator('.opblock-summary-control').click();
        await operation.getByRole('button', { name: 'Try it out' }).click();
        await operation.locator('textarea').fill(JSON.stringify(body));
        const [answer] = await Promise.all([page.waitForResponse((one) => one.url() === project.origin + path), operation.getByRole('button', { name: 'Execute' }).click()]);
        await operation.locator('.live-responses-table td.response-col_status', { hasText: String(answer.status()) }).waitFor();
        return { status: answer.status(), json: await answer.json() };
      };
      await guest.open('/api/docs/');
      if (!byCookie) {
        const { json } = await tried('/api/v1/token/', { username: 'admin', password });
        await page.click('.auth-wrapper .authorize');
        const dialog = page.locator('.auth-container', { hasText: auth === 'token' ? 'tokenAuth' : 'jwtAuth' });
        await dialog.locator('input').fill(auth === 'token' ? `Token ${json['token']}` : String(json['access']));
        await dialog.getByRole('button', { name: 'Apply credentials' }).click();
        await page.click('.close-modal');
      }
      const created = await tried('/api/v1/books/', { title: 'Daniel Deronda', author: 'George Eliot', isbn: '9780140434279' });
      expect(created.status).toBe(201);
    });

  test('the admin shows what belongs to it', async () => {
    const guest = await superuser();
    const statuses = [];
    for (const path of pages) statuses.push(await guest.open(path));
    expect(statuses).toEqual(pages.map(() => 200));
  });

  // The last one, for its guesses use up what this address may ask in a minute.
  test('real clients get in, and what is not theirs is refused', () => {
    const script = auth.startsWith('oauth') ? ['oauth_client.py', auth, project.origin] : ['real_client.py', project.origin, auth];
    const client = auth.startsWith('oauth') ? registered(auth) : { key: '', secret: '' };
    const [name = '', ...args] = script;
    const env = { ...process.env, CLIENT_KEY: client.key, CLIENT_SECRET: client.secret };
    const said = execFileSync(join(programs, 'python'), [resolve('test/docker', name), ...args, password], { env, encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual(seen);
  });

  /** Registers a client of OAuth; with a query in the callback whose escapes a signature must cover as they are. */
  function registered(policy: string): { readonly key: string; readonly secret: string } {
    if (policy === 'oauth2') {
      const named = ['--name', 'Clients', '--redirect-uris', CALLBACK, '--client-id', 'clients', '--client-secret', 'the-secret'];
      const made = project.exec('python', 'manage.py', 'createapplication', 'confidential', 'authorization-code', ...named);
      expect(made.code, made.stderr).toBe(0);
      return { key: 'clients', secret: 'the-secret' };
    }
    const made = `Client.objects.create(name="Clients", callback="${CALLBACK}?of=a%20library%2Fof%20books")`;
    const shown = project.shell(`from oauth1.models import Client\nclient = ${made}\nprint(client.client_id, client.client_secret)`);
    const [key = '', secret = ''] = shown.split(' ');
    return { key, secret };
  }
});
