import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';

/** The smallest PNG. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What a script sends. */
interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A form with a picture in this field. */
  readonly picture?: string;
  /** What else the form has. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly credentials?: 'include';
}

/** What a script may read of an answer; without a status where the browser keeps it from the script. */
export interface Read {
  readonly status?: number;
  readonly text: string;
}

/** Serves an empty page on this machine, on a port of its own, until it is disposed of. */
export async function serveSite(): Promise<Disposable & { readonly origin: string }> {
  const server = createServer((_request, answer) => {
    answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Another site</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const { port }: Pick<AddressInfo, 'port'> = typeof address === 'object' && address !== null ? address : { port: 0 };
  return {
    origin: `http://localhost:${port}`,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page of another site, whose scripts call the project. */
export class OtherSite {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * Opens the page.
   * @param context whose cookies it has
   * @param origin the site
   */
  static async in(context: BrowserContext, origin: string): Promise<OtherSite> {
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    return new OtherSite(page);
  }

  /** Calls an address as a script of the page. */
  async call(url: string, sent: Sent = {}): Promise<Read> {
    return this.page.evaluate(
      async ({ address, options: { picture, fields = {}, ...options }, pixel }): Promise<Read> => {
        const init: RequestInit = { ...options };
        if (picture !== undefined) {
          const form = new FormData();
          for (const [name, value] of Object.entries(fields)) form.set(name, value);
          form.set(
            picture,
            new Blob([Uint8Array.from(atob(pixel), (sign) => sign.codePointAt(0) ?? 0)], { type: 'image/png' }),
            'pixel.png',
          );
          init.body = form;
        }
        try {
          const answer = await fetch(address, init);
          return { status: answer.status, text: await answer.text() };
        } catch (error) {
          return { text: String(error) };
        }
      },
      { address: url, options: sent, pixel: PIXEL },
    );
  }

  /**
   * Fetches a picture and shows it.
   * @returns its width; 0 where it cannot be shown
   */
  async width(url: string, sent: Sent = {}): Promise<number> {
    const script = `(async () => {
      const answer = await fetch(${JSON.stringify(url)}, ${JSON.stringify(sent)}).catch(() => undefined);
      if (!answer?.ok) return 0;
      const image = new Image();
      image.src = URL.createObjectURL(await answer.blob());
      await image.decode();
      return image.naturalWidth;
    })()`;
    return Number(await this.page.evaluate(script));
  }
}

/**
 * The header that signs a request by OAuth 1.0a.
 * @param method the method of the request
 * @param url its address, without a query
 * @param client who sends it
 * @param token what the client has been given; without one it asks for one
 * @param verifier what the user who allows it has brought back
 */
export function signature(
  method: string,
  url: string,
  client: Credentials,
  token?: Credentials,
  verifier?: string,
): string {
  const escape = (text: string): string =>
    encodeURIComponent(text).replaceAll(
      /[!'()*]/g,
      (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`,
    );
  const pairs = {
    oauth_consumer_key: client.key,
    oauth_nonce: randomUUID(),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_version: '1.0',
    ...(token === undefined ? { oauth_callback: 'oob' } : { oauth_token: token.key }),
    ...(verifier === undefined ? {} : { oauth_verifier: verifier }),
  };
  const parameters = Object.entries(pairs)
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .sort()
    .join('&');
  const signed = createHmac('sha1', `${escape(client.secret)}&${escape(token?.secret ?? '')}`)
    .update([method, url, parameters].map(escape).join('&'))
    .digest('base64');
  return `OAuth ${Object.entries({ ...pairs, oauth_signature: signed })
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(', ')}`;
}

/** A name and its secret. */
export interface Credentials {
  readonly key: string;
  readonly secret: string;
}
