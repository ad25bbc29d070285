import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './compose-project.ts';
import type { Answer, HttpSession } from './http-session.ts';
import { ProductionSite } from './production-site.ts';

export const BOOKS = '/api/v1/books/';
export const PAGE = '/accounts/login/';

/** Disks in memory that are soon full. The holder keeps them while the database restarts, and fills them. */
const SMALL_DISKS = `services:
  holder:
    image: postgres:18
    entrypoint: ['sleep', 'infinity']
    init: true
    volumes: ['db-18:/db', 'media:/media']
volumes:
  db-18:
    driver_opts: {type: tmpfs, device: tmpfs, o: size=160m}
  media:
    driver_opts: {type: tmpfs, device: tmpfs, o: 'size=8m,mode=1777'}
`;

/** A site as in production, on small disks, and a member of it who remembers what the site has said it stored. */
export class StressedSite implements AsyncDisposable {
  readonly site: ProductionSite;
  readonly member: HttpSession;
  readonly #name: string;
  readonly #stored: string[] = [];
  #last = 0;

  private constructor(name: string, site: ProductionSite, member: HttpSession) {
    this.#name = name;
    this.site = site;
    this.member = member;
  }

  /**
   * Creates the project, starts it and logs a member in.
   * @param bin the tool's script
   * @param folder an existing folder
   * @param server the application server
   */
  static async start(bin: string, folder: string, server: string): Promise<StressedSite> {
    const name = `e2e-stress-${server}`;
    const site = await ProductionSite.create(bin, folder, name, `--server=${server}`, '--resource=Book title:char:250 isbn:char:13:unique paper:file:optional');
    writeFileSync(join(site.path, 'disks.yaml'), SMALL_DISKS);
    await site.compose('run', '--rm', 'secrets');
    const ended = await site.compose('--file', 'disks.yaml', 'up', '--build', '--wait');
    if (ended.code !== 0) throw new Error(ended.stderr);
    const variables = ['DJANGO_SUPERUSER_PASSWORD=correct-horse-7', 'DJANGO_SUPERUSER_USERNAME=ada', 'DJANGO_SUPERUSER_EMAIL=ada@example.org'];
    await site.compose('exec', '-T', ...variables.flatMap((one) => ['--env', one]), 'web', 'python', 'manage.py', 'createsuperuser', '--no-input');
    const member = await site.session();
    await member.logIn(PAGE, 'ada', 'correct-horse-7');
    return new StressedSite(name, site, member);
  }

  /** Runs a line of shell in a service, as a user of its own where one is named. */
  async shell(service: string, line: string, user = '0'): Promise<string> {
    const ended = await this.site.compose('--file', 'disks.yaml', 'exec', '-T', '--user', user, service, 'sh', '-c', line);
    return ended.stdout;
  }

  /** Kills the database's process, as no order to Docker does: its restart policy holds. */
  async killDatabase(): Promise<void> {
    await this.shell('db', 'kill -9 $(head -1 /var/lib/postgresql/18/docker/postmaster.pid)', 'postgres');
  }

  /** Sends a book by the API, with a file of so many bytes or none. */
  async store(bytes = 0): Promise<Answer> {
    this.#last += 1;
    const isbn = String(this.#last).padStart(13, '0');
    const book = { title: 'x'.repeat(250), isbn };
    const form = new FormData();
    for (const [key, value] of Object.entries(book)) form.set(key, value);
    form.set('paper', new Blob(['x'.repeat(bytes)]), 'words.txt');
    const answer = await this.member.request(BOOKS, bytes === 0 ? { json: book } : { multipart: form });
    if (answer.status === 201) this.#stored.push(isbn);
    return answer;
  }

  /** Waits until pages are shown and books stored again, and gives the books of earlier that are lost. */
  async lostWhenRecovered(seconds = 60): Promise<string[]> {
    await until('recovery', async () => (await this.member.request('/books/')).status === 200 && (await this.store()).status === 201, seconds);
    const rows = new Set((await this.shell('db', `psql -U ${this.#name} -d ${this.#name} -tAc 'SELECT isbn FROM books_book'`)).split('\n'));
    return this.#stored.filter((isbn) => !rows.has(isbn));
  }

  /** Takes everything down and removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.site.compose('--file', 'disks.yaml', 'down', '--volumes', '--timeout', '5');
    await this.site[Symbol.asyncDispose]();
  }
}
