import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toolVirtualenv } from '../python/virtualenv.ts';
import { startBrowser, WatchedPage } from './browser.ts';
import { ComposeProject } from './compose-project.ts';
import { OtherSite, serveSite, signature, type Credentials } from './other-site.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';
import { ReadmeReader } from './readme-session.ts';

/** What a client with a name and a password sees, as real_client.py names it. */
const BY_PASSWORD = {
  list: 200,
  create: 201,
  refused: 401,
  challenge: true,
  delete: 204,
  'in after ten guesses': false,
  then: 429,
  'still in': 200,
};

/** The statuses of ten requests at the same moment, of which one gets what all ask for. */
const ONE_OF_TEN = [200, 401, 401, 401, 401, 401, 401, 401, 401, 401];

/** What every project here has: the book, and a picture that its access guards. */
const RESOURCES = [
  '--resource=Book title:char:250 subtitle:char:250:optional author:char:100 isbn:char:13:unique',
  '--resource=Picture title:char:50 image:image',
];

/** A site whose scripts may call the projects, and one whose scripts may not. */
const listed = await serveSite();
const unlisted = await serveSite();

/** How programs log in: the flags beside, what its client must see, the statuses of the README's requests, and the pages that only this policy has. */
const POLICIES = {
  session: {
    flags: ['--access=owner', '--database=sqlite'],
    seen: { ...BY_PASSWORD, refused: 403, challenge: false, 'forged by another site': 403 },
    readme: [200, 302, 200, 201, 403],
    pages: [],
  },
  token: {
    flags: ['--access=private', '--database=sqlite'],
    seen: { ...BY_PASSWORD, changed: 405, me: 'admin', guessed: 401 },
    readme: [200, 200, 201, 401],
    pages: ['/admin/authtoken/tokenproxy/'],
  },
  jwt: {
    flags: [],
    seen: {
      ...BY_PASSWORD,
      changed: 405,
      me: 'admin',
      'unsigned, forged, for another use': [401, 401, 401],
      refreshed: [200, 401, 401],
      'refreshed at once': ONE_OF_TEN,
    },
    readme: [200, 200, 201, 401, 200],
    pages: ['/admin/token_blacklist/outstandingtoken/'],
  },
  oauth2: {
    flags: ['--access=private'],
    seen: {
      nobody: 401,
      'requests-oauthlib': [200, 201],
      changed: 405,
      'refreshed at once': [200, ...Array<number>(9).fill(400)],
      'exchanged at once': 1,
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
    flags: ['--no-website', '--access=private'],
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
  listed[Symbol.dispose]();
  unlisted[Symbol.dispose]();
  folder[Symbol.dispose]();
});

describe.each(Object.entries(POLICIES))(
  'a project whose programs log in by %s',
  (auth, { flags, seen, readme, pages }) => {
    let project: ComposeProject;
    let reader: ReadmeReader;
    let password: string;

    beforeAll(async () => {
      project = await ComposeProject.in(folder.path, `by-${auth}`);
      const created = project.create(
        bin,
        '--yes',
        '--title=Library',
        `--auth=${auth}`,
        `--cors=${listed.origin}`,
        ...RESOURCES,
        ...flags,
      );
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
      for (const stream of [program.stdout, program.stderr])
        stream.on('data', (data: Buffer) => (said += data.toString()));
      await expect.poll(() => said, { timeout: 30_000 }).toContain('Redirected to: ');
      const callback = /"(http:\/\/localhost:8080\/\S*)"/.exec(python)?.[1] ?? '';
      program.stdin.end(`${await allowed(/^http\S+/m.exec(said)?.[0] ?? said, callback)}\n`);
      expect(await ended, said).toBe(0);
      expect([...said.matchAll(/<Response \[(\d+)\]>/g)].map(([, status]) => Number(status))).toEqual(readme);
    });

    if (auth !== 'oauth1')
      test('Swagger UI gets in by it and creates a book', async () => {
        const byCookie = auth === 'session' || auth === 'oauth2';
        const guest =
          byCookie || auth === 'token'
            ? await superuser()
            : await WatchedPage.in(await browser.newContext(), project.origin);
        const { page } = guest;
        /** Tries an operation: fills in its body and gives the answer. */
        const tried = async (
          path: string,
          body: object,
        ): Promise<{ readonly status: number; readonly json: Record<string, string> }> => {
          const operation = page.locator('.opblock-post', { has: page.locator(`[data-path="${path}"]`) });
          await operation.locator('.opblock-summary-control').click();
          await operation.getByRole('button', { name: 'Try it out' }).click();
          const text = operation.locator('textarea.body-param__text');
          if ((await text.count()) > 0) await text.fill(JSON.stringify(body));
          else
            for (const [name, value] of Object.entries(body))
              await operation.locator(`[data-property-name="${name}"] input`).fill(String(value));
          const [answer] = await Promise.all([
            page.waitForResponse((one) => one.url() === project.origin + path),
            operation.getByRole('button', { name: 'Execute' }).click(),
          ]);
          await operation
            .locator('.live-responses-table td.response-col_status', { hasText: String(answer.status()) })
            .waitFor();
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
        const created = await tried('/api/v1/books/', {
          title: 'Daniel Deronda',
          author: 'George Eliot',
          isbn: '9780140434279',
        });
        expect(created.status).toBe(201);
      });

    test('the admin shows what belongs to it', async () => {
      const guest = await superuser();
      const statuses = [];
      for (const path of pages) statuses.push(await guest.open(path));
      expect(statuses).toEqual(pages.map(() => 200));
    });

    test('a script of the listed site logs in, lists, creates, and shows a picture; one of another site does not', async () => {
      const site = await OtherSite.in(await browser.newContext(), listed.origin);
      const origin = `http://localhost:${project.port}`;
      const enter = ENTRIES[auth];
      if (enter === undefined) throw new Error(`No script gets in by ${auth}`);
      const headersFor = await enter(site, origin);
      const sent = (method: 'GET' | 'POST', path: string): object => ({
        method,
        headers: headersFor(method, `${origin}${path}`),
        ...(auth === 'session' ? { credentials: 'include' } : {}),
      });
      const books = await site.call(`${origin}/api/v1/books/`, sent('GET', '/api/v1/books/'));
      expect([books.status, Object.keys(JSON.parse(books.text))]).toEqual([200, expect.arrayContaining(['results'])]);
      const created = await site.call(`${origin}/api/v1/pictures/`, {
        ...sent('POST', '/api/v1/pictures/'),
        picture: 'image',
        fields: { title: 'A pixel' },
      });
      expect(created.status, created.text).toBe(201);
      const { pathname } = new URL(String(JSON.parse(created.text).image));
      expect(await site.width(origin + pathname)).toBe(auth === 'jwt' ? 1 : 0);
      expect(await site.width(origin + pathname, sent('GET', pathname))).toBe(1);

      const other = await OtherSite.in(site.page.context(), unlisted.origin);
      expect(await other.call(`${origin}/api/v1/books/`, sent('GET', '/api/v1/books/'))).toEqual({
        text: 'TypeError: Failed to fetch',
      });
    });

    /** How a script of the listed site gets in by each policy: what it may put into the headers of its requests afterwards. */
    const ENTRIES: Readonly<
      Record<
        string,
        (site: OtherSite, origin: string) => Promise<(method: string, url: string) => Readonly<Record<string, string>>>
      >
    > = {
      // As the README shows.
      session: async (site, origin) => {
        const [block = ''] = [
          ...readFileSync(join(project.path, 'README.md'), 'utf8').matchAll(/^```js\n(.*?)^```$/gms),
        ].map(([, text]) => text);
        // The README's lines for a program have created the same book.
        project.shell('from books.models import Book; Book.objects.all().delete()');
        const script = reader.filled(block).replaceAll('http://localhost:8000', origin);
        const watched = `(async () => { const statuses = []; const own = window.fetch; window.fetch = async (...sent) => { const answer = await own(...sent); statuses.push(answer.status); return answer; };\n${script}\nwindow.fetch = own; return statuses; })()`;
        expect(await site.page.evaluate(watched)).toEqual([200, 200, 200, 201]);
        const token = await site.page.evaluate('document.cookie.match(/csrftoken=(\\w+)/)[1]');
        return () => ({ 'X-CSRFToken': String(token) });
      },
      token: async (site, origin) => {
        const json = await posted(site, `${origin}/api/v1/token/`, { username: 'admin', password });
        return () => ({ Authorization: `Token ${json['token'] ?? ''}` });
      },
      jwt: async (site, origin) => {
        const { refresh = '' } = await posted(site, `${origin}/api/v1/token/`, { username: 'admin', password });
        const { access = '' } = await posted(site, `${origin}/api/v1/token/refresh/`, { refresh });
        return () => ({ Authorization: `Bearer ${access}` });
      },
      oauth2: async (site, origin) => {
        const made = project.exec(
          'python',
          'manage.py',
          'createapplication',
          'public',
          'authorization-code',
          '--client-id',
          'front-end',
          '--redirect-uris',
          `${listed.origin}/`,
        );
        expect(made.code, made.stderr).toBe(0);
        const verifier = 'v'.repeat(50);
        const question = {
          response_type: 'code',
          client_id: 'front-end',
          redirect_uri: `${listed.origin}/`,
          scope: 'read write',
          code_challenge_method: 'S256',
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        };
        const { searchParams } = await answered(
          site,
          `${origin}/o/authorize/?${new URLSearchParams(question).toString()}`,
        );
        const code = {
          grant_type: 'authorization_code',
          client_id: 'front-end',
          redirect_uri: `${listed.origin}/`,
          code: searchParams.get('code') ?? '',
          code_verifier: verifier,
        };
        const json = await posted(site, `${origin}/o/token/`, code);
        return () => ({ Authorization: `Bearer ${json['access_token'] ?? ''}` });
      },
      oauth1: async (site, origin) => {
        const shown = project.shell(
          `from oauth1.models import Client\nclient = Client.objects.create(name="Front end", callback="${listed.origin}/")\nprint(client.client_id, client.client_secret)`,
        );
        const [key = '', secret = ''] = shown.split(' ');
        const client = { key, secret };
        const fetched = async (path: string, token?: Credentials, verifier?: string): Promise<Credentials> => {
          const answer = await site.call(origin + path, {
            method: 'POST',
            headers: { Authorization: signature('POST', origin + path, client, token, verifier) },
          });
          const pairs = new URLSearchParams(answer.text);
          return { key: pairs.get('oauth_token') ?? answer.text, secret: pairs.get('oauth_token_secret') ?? '' };
        };
        const request = await fetched('/oauth1/request-token/');
        const { searchParams } = await answered(site, `${origin}/oauth1/authorize/?oauth_token=${request.key}`);
        const access = await fetched('/oauth1/access-token/', request, searchParams.get('oauth_verifier') ?? '');
        return (method, url) => ({ Authorization: signature(method, url, client, access) });
      },
    };

    /** What a script of another site gets in JSON for a form. */
    async function posted(
      site: OtherSite,
      url: string,
      form: Readonly<Record<string, string>>,
    ): Promise<Readonly<Record<string, string>>> {
      const answer = await site.call(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      expect(answer).toMatchObject({ status: 200 });
      return JSON.parse(answer.text);
    }

    /** Leaves another site for a question of this one, logs in and allows it, and gives the address of the other site that this ends at. */
    async function answered(site: OtherSite, question: string): Promise<URL> {
      const { page } = site;
      await page.goto(question);
      await page.fill('[name=username]', 'admin');
      await page.fill('[name=password]', password);
      await page.click('main [type=submit], form [type=submit][name=submit]');
      await page.click('main [type=submit][name=allow]');
      await page.waitForURL(`${listed.origin}/**`);
      return new URL(page.url());
    }

    // The last one, for its guesses use up what this address may ask in a minute.
    test('real clients get in, and what is not theirs is refused', () => {
      const script = auth.startsWith('oauth')
        ? ['oauth_client.py', auth, project.origin]
        : ['real_client.py', project.origin, auth];
      const client = auth.startsWith('oauth') ? registered(auth) : { key: '', secret: '' };
      const [name = '', ...args] = script;
      const env = { ...process.env, CLIENT_KEY: client.key, CLIENT_SECRET: client.secret };
      const said = execFileSync(join(programs, 'python'), [resolve('test/docker', name), ...args, password], {
        env,
        encoding: 'utf8',
      });
      expect(JSON.parse(said)).toEqual(seen);
    });

    /** Registers a client of OAuth; with a query in the callback whose escapes a signature must cover as they are. */
    function registered(policy: string): { readonly key: string; readonly secret: string } {
      if (policy === 'oauth2') {
        const named = [
          '--name',
          'Clients',
          '--redirect-uris',
          CALLBACK,
          '--client-id',
          'clients',
          '--client-secret',
          'the-secret',
        ];
        const made = project.exec(
          'python',
          'manage.py',
          'createapplication',
          'confidential',
          'authorization-code',
          ...named,
        );
        expect(made.code, made.stderr).toBe(0);
        return { key: 'clients', secret: 'the-secret' };
      }
      const made = `Client.objects.create(name="Clients", callback="${CALLBACK}?of=a%20library%2Fof%20books")`;
      const shown = project.shell(
        `from oauth1.models import Client\nclient = ${made}\nprint(client.client_id, client.client_secret)`,
      );
      const [key = '', secret = ''] = shown.split(' ');
      return { key, secret };
    }
  },
);
