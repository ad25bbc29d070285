import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser, WatchedPage } from './browser.ts';
import { ComposeProject } from './compose-project.ts';
import { temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';
import { writeProject } from './written-project.ts';

/** Pages whose templates are the project's own: nothing may go wrong there. */
const OWN = ['/', '/books/', '/books/?q=austen', '/books/1/', '/accounts/login/', '/accounts/sign-up/'];
const MEMBERS = ['/books/add/'];

/** Pages that packages bring. What their own markup and scripts do is theirs; the pages must work. */
const OTHERS = [
  '/admin/login/',
  '/accounts/password_reset/',
  '/api-auth/login/',
  '/api/v1/',
  '/api/v1/books/',
  '/api/v1/books/?search=austen&ordering=title',
  '/api/v1/statistics/',
];
const ADMIN = [
  '/admin/',
  '/admin/books/book/',
  '/admin/books/book/add/',
  '/admin/accounts/user/',
  '/accounts/password_change/',
];

/** What the browser says of pages that packages bring, and no setting changes: inline styles, an address without icon, fonts and a logo of elsewhere. */
const OF_OTHERS = [
  /^Applying inline style violates/,
  /status of 404/,
  /fonts\.g\w+\.com/,
  /cdn\.redoc\.ly/,
  /^Executing inline event handler violates/,
];

const PASSWORD = 'correct-horse-7';

const folder = temporaryFolder('drf-docker-browser');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  folder[Symbol.dispose]();
});

/** A running site, with the superuser `admin`. */
interface Site {
  readonly origin: string;
  readonly options: BrowserContextOptions;
  readonly password: string;
  readonly end: () => Promise<void>;
}

/** Both forms of a project. */
const FORMS: Readonly<Record<string, (path: string, name: string) => Promise<Site>>> = {
  development: async (path, name) => {
    writeProject(path, { name, title: 'Library' });
    const project = await ComposeProject.in(folder.path, name);
    const up = project.compose('up', '--build', '--wait');
    expect(up.code, up.stderr).toBe(0);
    const end = (): Promise<void> => {
      project[Symbol.dispose]();
      return Promise.resolve();
    };
    return { origin: project.origin, options: {}, password: 'admin', end };
  },
  // The other version of Django, which has a policy of its own.
  production: async (path, name) => {
    writeProject(path, { name, title: 'Library', django: '6.1' });
    const site = await ProductionSite.of(path);
    await site.start();
    await site.createSuperuser('admin', PASSWORD);
    // Development has such rows from the start.
    await site.shell(
      "from books.models import Book; Book.objects.create(title='Emma', author='Jane Austen', isbn='9780141439587')",
    );
    return {
      origin: site.origin,
      options: { ignoreHTTPSErrors: true },
      password: PASSWORD,
      end: async () => site[Symbol.asyncDispose](),
    };
  },
};

describe.each(Object.entries(FORMS))('in %s', (form, start) => {
  let site: Site;

  beforeAll(async () => {
    const name = `e2e-browser-${form}`;
    site = await start(`${folder.path}/${name}`, name);
  });
  afterAll(async () => {
    await site.end();
  });

  /** A page of a fresh visitor, or of the superuser. */
  async function visitor(who: 'nobody' | 'admin', options: BrowserContextOptions = {}): Promise<WatchedPage> {
    const guest = await WatchedPage.in(await browser.newContext({ ...site.options, ...options }), site.origin);
    if (who === 'admin') {
      await guest.open('/accounts/login/');
      await guest.logIn('admin', site.password);
    }
    return guest;
  }

  test('a member adds, changes and deletes a book', async () => {
    const guest = await visitor('admin');
    const { page } = guest;
    await guest.open('/books/add/');
    for (const [name, value] of Object.entries({ title: 'Middlemarch', author: 'George Eliot', isbn: '9780141439549' }))
      await page.fill(`[name=${name}]`, value);
    const book = async (): Promise<string> => {
      await page.click('main [type=submit]');
      await page.waitForLoadState('networkidle');
      return page.innerText('main');
    };
    expect(await book()).toContain('Middlemarch');
    await page.click('main a[href$="/edit/"]');
    await page.fill('[name=title]', 'Daniel Deronda');
    expect(await book()).toContain('Daniel Deronda');
    await page.click('main a[href$="/delete/"]');
    expect(await book()).not.toContain('Daniel Deronda');
    expect(guest.wrong()).toEqual([]);
  });

  test.each([
    ['nobody', OWN],
    ['admin', [...OWN, ...MEMBERS]],
  ] as const)(
    'no page of the project that %s comes to has a console message, breaks the policy or asks another host',
    async (who, paths) => {
      const guest = await visitor(who);
      for (const path of paths) {
        const status = await guest.open(path);
        expect({ path, status, wrong: guest.wrong() }).toEqual({ path, status: 200, wrong: [] });
      }
    },
  );

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('axe finds nothing on the pages of the project, %s and %i pixels wide', async (colorScheme, width) => {
    const guest = await visitor('admin', { colorScheme, viewport: { width, height: 800 } });
    for (const path of [...OWN, ...MEMBERS]) {
      await guest.open(path);
      expect({ path, axe: await guest.axe() }).toEqual({ path, axe: [] });
    }
  });

  test('the pages that packages bring work', async () => {
    const guest = await visitor('admin');
    for (const path of [...OTHERS, ...ADMIN]) {
      const status = await guest.open(path);
      const wrong = guest.wrong().filter((message) => !OF_OTHERS.some((known) => known.test(message)));
      expect({ path, status, wrong }).toEqual({ path, status: 200, wrong: [] });
    }
  });

  test('Swagger UI and Redoc show the API', async () => {
    const guest = await visitor('nobody');
    for (const [path, element] of [
      ['/api/docs/', '.opblock-post'],
      ['/api/redoc/', '[data-section-id] h2'],
    ] as const) {
      await guest.open(path);
      await guest.page.waitForSelector(element);
      const wrong = guest
        .wrong()
        .filter(
          (message) => !OF_OTHERS.some((known) => known.test(message)) && !message.startsWith('asked for https://'),
        );
      expect({ path, wrong }).toEqual({ path, wrong: [] });
    }
  });

  test('Swagger UI creates a book for a user who is logged in', async () => {
    const guest = await visitor('admin');
    await guest.open('/api/docs/');
    const create = guest.page.locator('.opblock-post', { has: guest.page.locator('[data-path="/api/v1/books/"]') });
    await create.locator('.opblock-summary-control').click();
    await create.getByRole('button', { name: 'Try it out' }).click();
    await create
      .locator('textarea')
      .fill(JSON.stringify({ title: 'Romola', author: 'George Eliot', isbn: '9780140434705' }));
    await create.getByRole('button', { name: 'Execute' }).click();
    await create.locator('.live-responses-table td.response-col_status', { hasText: '201' }).waitFor();
  });

  if (form === 'production')
    test('a script that got into a page does not run', async () => {
      const guest = await visitor('nobody');
      await guest.open('/books/');
      await guest.page.evaluate(
        'document.body.insertAdjacentHTML("beforeend", "<img src=/nothing onerror=\'document.title = 1\'>")',
      );
      await expect.poll(() => guest.wrong().join()).toContain('Content Security Policy');
      expect(await guest.page.title()).not.toBe('1');
    });
});
