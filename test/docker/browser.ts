import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's and Ubuntu's Chromium, and the Chrome that GitHub's runners have. */
const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The browser's program, from Debian where there is none yet. */
function program(): string {
  const found = (): string | undefined => PROGRAMS.find((path) => existsSync(path));
  if (found() === undefined) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const packages = ['chromium', 'fonts-dejavu-core'];
    execFileSync('apt-get', ['install', '-qq', '--yes', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const path = found();
  if (path === undefined) throw new Error('There is no Chromium. Install it: apt-get install chromium');
  return path;
}

/** Starts Chromium without a window. It finds nothing but this machine. */
export async function startBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--proxy-server=127.0.0.1:9'];
  return chromium.launch({ executablePath: program(), args });
}

/** One page that keeps what went wrong in it. */
export class WatchedPage {
  readonly page: Page;
  readonly #origin: string;
  readonly #wrong: string[] = [];
  /** How many requests ended because Docker made or removed a network, which is no fault of the page. */
  #disturbed = 0;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
    page.on('console', (message) => {
      if (message.text().includes('ERR_NETWORK_CHANGED')) this.#disturbed += 1;
      else if (['error', 'warning'].includes(message.type())) this.#wrong.push(message.text());
    });
    page.on('pageerror', (error) => this.#wrong.push(error.message));
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(origin))
        this.#wrong.push(`asked for ${request.url()}`);
    });
  }

  /**
   * Opens an empty page.
   * @param context whose cookies it has
   * @param origin the site that it stays on, such as `http://127.0.0.1:8000`
   */
  static async in(context: BrowserContext, origin: string): Promise<WatchedPage> {
    return WatchedPage.of(await context.newPage(), origin);
  }

  /**
   * Watches a window from now on.
   * @param page the window
   * @param origin the site that it stays on
   */
  static of(page: Page, origin: string): WatchedPage {
    return new WatchedPage(page, origin);
  }

  /**
   * Opens an address and waits until all is loaded.
   * @param path from the root
   * @returns the status
   */
  async open(path: string): Promise<number> {
    const before = this.#wrong.length;
    for (;;) {
      const disturbed = this.#disturbed;
      const answer = await this.page.goto(this.#origin + path, { waitUntil: 'networkidle' });
      if (this.#disturbed === disturbed) return answer?.status() ?? 0;
      this.#wrong.splice(before);
    }
  }

  /** What went wrong since it was last asked: console messages, errors, requests to other hosts. */
  wrong(): string[] {
    return this.#wrong.splice(0);
  }

  /** The rules of axe that the page breaks, with the first element of each. */
  async axe(): Promise<string[]> {
    // By the debugger, for the page's policy lets no other script in.
    await this.page.evaluate(AXE);
    const found: unknown = await this.page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`))',
    );
    return Array.isArray(found) ? found.map(String) : [];
  }

  /** Logs in by a page with Django's login form. */
  async logIn(username: string, password: string): Promise<void> {
    await this.page.fill('[name=username]', username);
    await this.page.fill('[name=password]', password);
    await this.page.click('main [type=submit], form [type=submit][name=submit]');
    await this.page.waitForLoadState('networkidle');
  }
}
