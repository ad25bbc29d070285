import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

interface Page {
  readonly files: readonly { readonly filename: string; readonly url: string }[];
}

const parsePage: (text: string) => Page = JSON.parse;

/**
 * A mirror of the public package index on this machine. It says of pages and files how long they may be kept, word for word as PyPI does, which mirrors
 * often do not, and remembers which files were downloaded. Its address is new each time, so no cache knows it.
 */
export class PackageIndex implements AsyncDisposable {
  readonly #server: Server;
  readonly #folder = `/${randomUUID()}`;
  #downloads: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(502).end(String(error));
      });
    });
  }

  /** Starts it on a free port. */
  static async start(): Promise<PackageIndex> {
    const index = new PackageIndex();
    await new Promise<void>((resolve) => index.#server.listen(0, '127.0.0.1', resolve));
    return index;
  }

  /** What `--index` takes. */
  get url(): string {
    return `${this.#base}/simple`;
  }

  /** The names of the files that were downloaded since it was asked last. */
  downloads(): readonly string[] {
    const names = this.#downloads;
    this.#downloads = [];
    return names;
  }

  /** Stops it. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #base(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return `http://localhost:${address.port}${this.#folder}`;
  }

  async #answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , kind = '', name = '', origin = ''] = url.split('/');
    if (kind === 'simple') {
      const page = parsePage(
        await (await fetch(`https://pypi.org/simple/${name}/`, { headers: { accept: JSON_TYPE } })).text(),
      );
      const files = page.files.map((file) => ({
        ...file,
        'core-metadata': false,
        url: `${this.#base}/files/${encodeURIComponent(file.url)}/${file.filename}`,
      }));
      response
        .writeHead(200, { 'Content-Type': JSON_TYPE, 'Cache-Control': 'max-age=600, public' })
        .end(JSON.stringify({ ...page, files }));
      return;
    }
    this.#downloads.push(origin);
    const body = Buffer.from(await (await fetch(decodeURIComponent(name))).arrayBuffer());
    response
      .writeHead(200, { 'Content-Length': body.length, 'Cache-Control': 'max-age=365000000, immutable, public' })
      .end(body);
  }
}
