import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, WatchedPage } from './browser.ts';
import { ComposeProject, until } from './compose-project.ts';
import { packTool, temporaryFolder } from './packed-tool.ts';

/** Pages whose templates are the project's own. */
const OWN = ['/', '/books/', '/books/?q=austen', '/books/?page=2', '/books/1/', '/accounts/login/', '/accounts/sign-up/', '/accounts/reset/', '/accounts/reset/sent/', '/accounts/reset/MQ/used-up/'];

/** Those of somebody who has logged in. */
const MEMBERS = ['/accounts/password/', '/accounts/password/changed/'];

/** Pages whose templates Django, REST framework, Swagger UI and Redoc bring. */
const OTHERS = ['/admin/login/', '/api-auth/login/', '/api/v1/', '/api/v1/books/', '/api/v1/books/?search=austen&ordering=title', '/api/v1/books/1/', '/api/v1/statistics/', '/api/docs/', '/api/redoc/'];

/**
 * Rules of axe that pages of others break, and that no setting, no block and no template of a few lines cures: their scripts make those elements.
 * By what the addresses begin with.
 */
const UNCURED: readonly (readonly [addresses: string, rules: readonly string[], why: string])[] = [
  ['/api/docs/', ['heading-order', 'nested-interactive', 'region'], 'Swagger UI heads its groups by h3, puts a link into each button, and its own main part leaves its introduction out'],
  ['/api/redoc/', ['heading-order'], 'Redoc heads the parts of an operation by h5'],
  ['/admin/', ['aria-input-field-name', 'aria-prohibited-attr'], 'Select2 names no box that searches a related row, and Django gives a name to the icon of the box that narrows two lists'],
];

/** Pages that only staff sees. */
const ADMIN = ['/admin/', '/admin/books/book/', '/admin/books/book/add/', '/admin/books/book/1/change/', '/admin/books/book/1/delete/', '/admin/accounts/user/', '/admin/accounts/user/1/change/', '/admin/password_change/'];

/** A member, who signs up. */
const GRACE = { email: 'grace@example.com', password: 'a long way home' };

const folder = temporaryFolder('drf-docker-browser');
let project: ComposeProject;
let browser: Browser;

beforeAll(async () => {
  project = await ComposeProject.in(folder.path, 'browser-library');
  const created = project.create(packTool(folder.path).bin, '--yes', '--up', '--title=Library');
  expect(created.code, created.stderr).toBe(0);
  browser = await startBrowser();
  const guest = await visitor('nobody');
  await guest.open('/accounts/sign-up/');
  for (const [name, value] of Object.entries({ username: 'grace', email: GRACE.email, password1: GRACE.password, password2: GRACE.password })) {
    await guest.page.fill(`[name=${name}]`, value);
  }
  await guest.page.click('main [type=submit]');
});
afterAll(async () => {
  await browser.close();
  project[Symbol.dispose]();
  expect(project.leftovers()).toEqual([]);
  folder[Symbol.dispose]();
});

/** A page of a fresh visitor, of a member, or of the superuser. */
async function visitor(who: 'nobody' | 'grace' | 'admin', options: object = {}): Promise<WatchedPage> {
  const visitor = await WatchedPage.in(await browser.newContext(options), project.origin);
  if (who !== 'nobody') {
    await visitor.open('/accounts/login/');
    await visitor.logIn(who, who === 'admin' ? project.secret('DJANGO_SUPERUSER_PASSWORD') : GRACE.password);
  }
  return visitor;
}

test.each([
  ['nobody', [...OWN, ...OTHERS]],
  ['grace', [...OWN, ...MEMBERS, ...OTHERS]],
  ['admin', [...OWN, ...MEMBERS, ...OTHERS, ...ADMIN]],
] as const)('no page that %s comes to has a console message, breaks the policy or asks another host', async (who, paths) => {
  const opened = await (await visitor(who)).walk(paths);
  expect(opened.filter(({ status, wrong }) => status !== 200 || wrong.length > 0)).toEqual([]);
  expect(opened.length).toBeGreaterThan(paths.length);
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('axe finds nothing on the site, %s and %i pixels wide', async (colorScheme, width) => {
  const guest = await visitor('nobody', { colorScheme, viewport: { width, height: 800 } });
  for (const path of [...OWN, '/books/999999/', '/admin/login/', '/api-auth/login/', '/api/v1/', '/api/v1/books/']) {
    await guest.open(path);
    expect({ path, axe: await guest.axe() }).toEqual({ path, axe: [] });
  }
});

test('axe finds nothing on the pages of others for somebody who has logged in, but what only they can cure', async () => {
  const guest = await visitor('admin');
  for (const path of [...MEMBERS, ...OTHERS, ...ADMIN]) {
    await guest.open(path);
    const uncured = UNCURED.filter(([addresses]) => path.startsWith(addresses)).flatMap(([, rules]) => rules);
    const axe = (await guest.axe()).filter((found) => !uncured.includes(found.split(':')[0] ?? ''));
    expect({ path, axe }).toEqual({ path, axe: [] });
  }
});

test('a script that got into a page does not run', async () => {
  const guest = await visitor('nobody');
  await guest.open('/');
  await guest.page.evaluate('document.body.insertAdjacentHTML("beforeend", "<img src=/nothing onerror=\'document.title = 1\'>")');
  await expect.poll(() => guest.wrong().join()).toContain('Content Security Policy');
  expect(await guest.page.title()).not.toBe('1');
});

test('Swagger UI logs in and creates a book; the browsable API shows it and logs out', async () => {
  const guest = await visitor('nobody');
  await guest.open('/api/docs/');
  await guest.page.click('header a:text("Log in")');
  await guest.logIn('admin', project.secret('DJANGO_SUPERUSER_PASSWORD'));
  expect(new URL(guest.page.url()).pathname).toBe('/api/docs/');

  const create = guest.page.locator('.opblock-post', { hasText: '/api/v1/books/' });
  await create.click();
  await create.getByRole('button', { name: 'Try it out' }).click();
  await create.locator('textarea').fill(JSON.stringify({ title: 'Middlemarch', author: 'George Eliot', isbn: '9780141439549' }));
  await create.getByRole('button', { name: 'Execute' }).click();
  await create.locator('.live-responses-table td.response-col_status', { hasText: '201' }).waitFor();

  await guest.open('/api/v1/books/?search=middlemarch');
  expect(await guest.page.textContent('body')).toContain('9780141439549');
  await guest.page.click('button:text("Log out")');
  await guest.page.waitForSelector('a:text("Log in")');
  expect(guest.wrong()).toEqual([]);
});

test('the mail that resets a password comes to the console, and no page tells who has an account', async () => {
  const guest = await visitor('nobody');
  const told: string[] = [];
  for (const email of [GRACE.email, 'nobody@example.com']) {
    await guest.open('/accounts/reset/');
    await guest.page.fill('[name=email]', email);
    await guest.page.click('main [type=submit]');
    await guest.page.waitForURL('**/accounts/reset/sent/');
    told.push(await guest.page.innerText('main'));
  }
  expect(told[0]).toBe(told[1]);
  const log = (): string => project.compose('logs', '--no-log-prefix', 'web').stdout;
  await until('the mail', () => Promise.resolve(log().includes(`To: ${GRACE.email}`)));
  const [link = ''] = /http:\S+\/accounts\/reset\/\S+/.exec(log()) ?? [];
  await guest.open(new URL(link).pathname);
  expect(await guest.page.innerText('main')).toContain('Choose a new password');
  expect([log().includes('To: nobody@example.com'), guest.wrong()]).toEqual([false, []]);
});
