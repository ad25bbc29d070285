import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toolVirtualenv } from '../python/virtualenv.ts';
import { startBrowser, WatchedPage } from './browser.ts';
import { ComposeProject } from './compose-project.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ReadmeReader } from './readme-session.ts';

/** What a client with a name and a password sees, as real_client.py names it. */
const BY_PASSWORD = {
  list: 200,
  create: 201,
  me: 'admin',
  refused: 401,
  challenge: true,
  'no rights': 200,
  delete: 204,
  'guesses that were looked at': 10,
  errors: 0,
  then: 429,
  wait: true,
  'still in': 200,
};

/** How programs log in: the flags beside, what its client must see, the statuses of the README's requests, pages that only this policy has, and those that nobody sees without a login. */
const POLICIES = {
  session: { flags: ['--access=owner'], seen: { ...BY_PASSWORD, 'forged by another site': 403 }, readme: [200, 302, 200, 201, 401], pages: [], refused: ['/api/v1/', '/api/v1/books/'] },
  token: { flags: ['--access=private'], seen: { ...BY_PASSWORD, guessed: 401 }, readme: [200, 200, 201, 401], pages: ['/admin/authtoken/tokenproxy/', '/admin/authtoken/tokenproxy/add/'], refused: ['/api/v1/', '/api/v1/books/'] },
  jwt: {
    flags: [],
    seen: { ...BY_PASSWORD, 'unsigned, forged, for another use': [401, 401, 401], refreshed: [200, 401, 401] },
    readme: [200, 200, 201, 401, 200],
    pages: ['/admin/token_blacklist/blacklistedtoken/', '/admin/token_blacklist/outstandingtoken/'],
    refused: [],
  },
  oauth2: {
    flags: [],
    seen: {
      nobody: 401,
      'requests-oauthlib': [200, 201],
      'refreshed at once': [200, 400, 400, 400],
      'Authlib, to read': [200, 403],
      introspected: [true, 'admin', 'read'],
      refreshed: 200,
      revoked: 401,
      'another verifier': 'invalid_grant',
      'another address': 400,
    },
    readme: [200, 200, 201, 401],
    pages: ['/o/authorized_tokens/', '/admin/oauth2_provider/application/', '/admin/oauth2_provider/application/add/', '/admin/oauth2_provider/accesstoken/'],
    refused: [],
  },
  // Without a website, so that the few pages which consent needs are seen there as well.
  oauth1: {
    flags: ['--no-website'],
    seen: {
      nobody: 401,
      'requests-oauthlib': [200, 201],
      Authlib: [200, 201],
      'replayed at once': [200, 401, 401, 401, 401, 401, 401, 401],
      'replayed later': [401],
      'replayed in another spelling': 401,
      forged: 401,
      'another callback': 400,
    },
    readme: [201, 401],
    pages: ['/oauth1/authorized_tokens/', '/admin/oauth1/client/', '/admin/oauth1/client/add/', '/admin/oauth1/accesstoken/'],
    refused: [],
  },
} as const;

/** Who looks around, and where each begins: the rest they find by links. */
const VISITORS = ['nobody', 'member', 'admin'] as const;
const OPEN = ['/', '/api/v1/', '/api/v1/books/', '/api/docs/', '/api/redoc/', '/api-auth/login/'];
const PAGES = { nobody: [...OPEN, '/admin/login/'], member: [...OPEN, '/api/v1/me/'], admin: [...OPEN, '/api/v1/me/', '/admin/'] } as const;
/** A page that nobody knows the visitor of is refused; what Chromium says is its own word for it. */
const REFUSAL = { status: 401, wrong: ['Failed to load resource: the server responded with a status of 401 (Unauthorized)'] };
const MEMBERS_PASSWORD = 'correct horse battery';

/** The server of production, with its two processes: neither sees what the other holds in memory. */
const OVERRIDE = "services:\n  web:\n    command: ['granian', '--interface', 'wsgi', '--host', '0.0.0.0', '--workers', '2', 'config.wsgi:application']\n";

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

/** The address of a window once it is at a client's own page, which is not there. */
async function sentTo(page: Page, start: string): Promise<string> {
  return (await page.waitForRequest((request) => request.isNavigationRequest() && request.url().startsWith(start))).url();
}

describe.each(Object.entries(POLICIES))('a project whose programs log in by %s', (auth, { flags, seen, readme, pages, refused }) => {
  let project: ComposeProject;
  let reader: ReadmeReader;
  let password: string;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, `by-${auth}`);
    const created = project.create(bin, '--yes', '--title=Library', '--database=sqlite', `--auth=${auth}`, ...flags);
    expect(created.code, created.stderr).toBe(0);
    writeFileSync(join(project.path, 'compose.override.yaml'), OVERRIDE);
    const up = project.compose('up', '--build', '--wait');
    expect(up.code, up.stderr).toBe(0);
    reader = new ReadmeReader(project);
    password = project.secret('DJANGO_SUPERUSER_PASSWORD');
    const member = project.exec('python', 'manage.py', 'shell', '-c', `from accounts.models import User; User.objects.create_user('member', password='${MEMBERS_PASSWORD}')`);
    expect(member.code, member.stderr).toBe(0);
  });
  afterAll(() => {
    reader[Symbol.dispose]();
    project[Symbol.dispose]();
    expect(project.leftovers()).toEqual([]);
  });

  /** A page of the superuser, or of somebody who is about to log in. */
  async function visitor(): Promise<WatchedPage> {
    return WatchedPage.in(await browser.newContext(), project.origin);
  }

  /** Logs in where a page asks for it, and allows what a program wants. */
  async function allow(page: Page): Promise<void> {
    const guest = WatchedPage.of(page, project.origin);
    await guest.logIn('admin', password);
    await page.waitForSelector('button:text("Allow")');
    expect(guest.wrong()).toEqual([]);
    await page.click('button:text("Allow")');
  }

  test('the README’s lines do what they say', async () => {
    const [shell = ''] = reader.blocks('sh');
    const statuses = reader.run(shell);
    const [python] = reader.blocks('python');
    if (python === undefined) {
      expect(statuses).toEqual(readme);
      return;
    }
    const program = spawn(join(programs, 'python'), ['-u', '-c', reader.filled(python)], { env: { ...process.env, OAUTHLIB_INSECURE_TRANSPORT: '1' } });
    let said = '';
    const ended = new Promise((end) => program.on('close', end));
    for (const stream of [program.stdout, program.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    await expect.poll(() => said, { timeout: 30_000 }).toContain('You came to: ');
    const page = await (await browser.newContext()).newPage();
    const came = sentTo(page, 'http://127.0.0.1:8080/');
    await page.goto(/^http\S+/m.exec(said)?.[0] ?? said);
    await allow(page);
    program.stdin.end(`${await came}\n`);
    expect(await ended, said).toBe(0);
    expect([...said.matchAll(/<Response \[(\d+)\]>/g)].map(([, status]) => Number(status))).toEqual(readme);
  });

  test('Swagger UI gets in by it and creates a book', async () => {
    const guest = await visitor();
    const { page } = guest;
    /** Tries an operation: fills in its body and gives the answer. */
    const tried = async (path: string, body: object): Promise<{ readonly status: number; readonly json: Record<string, string> }> => {
      const operation = page.locator('.opblock-post', { has: page.locator(`[data-path="${path}"]`) });
      await operation.locator('.opblock-summary-control').click();
      await operation.getByRole('button', { name: 'Try it out' }).click();
      const types = operation.locator('.opblock-section-request-body select.content-type');
      if ((await types.count()) > 0) await types.selectOption('application/json');
      await operation.locator('textarea').fill(JSON.stringify(body));
      const [answer] = await Promise.all([page.waitForResponse((one) => one.url() === project.origin + path), operation.getByRole('button', { name: 'Execute' }).click()]);
      await operation.locator('.live-responses-table td.response-col_status', { hasText: String(answer.status()) }).waitFor();
      return { status: answer.status(), json: await answer.json() };
    };
    /** Gives Swagger UI what it sends along from then on. */
    const authorize = async (value: string): Promise<void> => {
      await page.click('.auth-wrapper .authorize');
      const dialog = page.locator('.auth-container', { hasText: auth === 'token' ? 'tokenAuth' : 'jwtAuth' });
      await dialog.locator('input').fill(value);
      await dialog.getByRole('button', { name: 'Apply credentials' }).click();
      await page.click('.close-modal');
    };

    if (auth === 'oauth2') reader.run(reader.blocks('sh')[1] ?? '');
    await guest.open('/api/docs/');
    if (auth === 'session' || auth === 'oauth1') {
      await page.click('header a:text("Log in")');
      await guest.logIn('admin', password);
    } else if (auth === 'oauth2') {
      await page.click('.auth-wrapper .authorize');
      const dialog = page.locator('.auth-container', { hasText: 'authorizationCode' });
      await dialog.getByText('select all').click();
      const [popup] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click()]);
      await allow(popup);
      await page.locator('.auth-container', { hasText: 'Logout' }).first().waitFor();
      await page.click('.close-modal');
    } else {
      const { json } = await tried('/api/v1/token/', { username: 'admin', password });
      await authorize(auth === 'token' ? `Token ${json['token']}` : String(json['access']));
    }
    const created = await tried('/api/v1/books/', { title: 'Daniel Deronda', author: 'George Eliot', isbn: '9780140434279' });
    expect([created.status, guest.wrong()]).toEqual([201, []]);
  });

  // Side by side, for most of the time each waits until nothing more is loaded.
  test.concurrent.each(VISITORS)('no page that %s comes to has a console message, breaks the policy or asks another host', async (who) => {
    const guest = await visitor();
    if (who !== 'nobody') {
      await guest.open('/api-auth/login/?next=/api/v1/me/');
      await guest.logIn(who, who === 'admin' ? password : MEMBERS_PASSWORD);
    }
    const opened = await guest.walk([...PAGES[who], ...(who === 'admin' ? pages : [])]);
    const refusals = who === 'nobody' ? refused.map((path) => ({ path, ...REFUSAL })) : [];
    expect(opened.filter(({ status, wrong }) => status !== 200 || wrong.length > 0)).toEqual(refusals);
    // What a client was allowed above can be ended here.
    const ends = opened.filter(({ path }) => /authorized_tokens\/\d+\/delete/.test(path)).length;
    expect(ends).toBe(who === 'admin' && auth.startsWith('oauth') ? 1 : 0);
  });

  test('axe finds nothing on the first page and where one logs in', async () => {
    const guest = await visitor();
    for (const path of ['/api-auth/login/', '/']) {
      await guest.open(path);
      expect({ path, axe: await guest.axe() }).toEqual({ path, axe: [] });
    }
  });

  // The last one, for its thousand guesses use up what this address may ask in a minute.
  test('real clients get in, and what is not theirs is refused', () => {
    const isOAuth = auth.startsWith('oauth');
    // With a query whose escapes a signature must cover as they are.
    const callback = auth === 'oauth1' ? ['--callback', 'http://127.0.0.1:8080/callback?of=a%20library%2Fof%20books'] : [];
    const client = isOAuth ? project.exec('python', 'manage.py', `create_${auth}_client`, ...callback).stdout : '';
    const shown = (label: string): string => new RegExp(`^client ${label}\\s+(\\S+)$`, 'm').exec(client)?.[1] ?? '';
    const args = isOAuth ? ['test/docker/oauth_client.py', auth, project.origin] : ['test/docker/real_client.py', project.origin, auth];
    const env = { ...process.env, CLIENT_KEY: shown('(?:key|id)'), CLIENT_SECRET: shown('secret') };
    const said = execFileSync(join(programs, 'python'), [...args.map((arg) => (arg.endsWith('.py') ? resolve(arg) : arg)), password], { env, encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual(seen);
  });
});
