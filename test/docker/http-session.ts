/** An answer as the tests read it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; throws where it is none. */
  json(): unknown;
}

/** What a request may carry. */
export interface RequestOptions {
  readonly method?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as a form with files. */
  readonly multipart?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What of `fetch` a session uses. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Headers;
    readonly redirect: 'manual';
    readonly body?: string | Uint8Array<ArrayBuffer>;
  },
) => Promise<Response>;

/** A browser-like client of one server: keeps cookies, sends Django's CSRF token back, follows no redirect. */
export class HttpSession {
  readonly #origin: string;
  readonly #fetch: Fetch;
  readonly #cookies = new Map<string, string>();

  /**
   * @param origin such as `http://127.0.0.1:8000`
   * @param send another `fetch` than Node's, such as one that trusts an authority
   */
  constructor(origin: string, send: Fetch = fetch) {
    this.#origin = origin;
    this.#fetch = send;
  }

  /**
   * Sends one request.
   * @param path from the root, with its query
   * @param options method (GET, or POST where there is a body), body and headers
   * @returns the answer, its body read
   */
  async request(path: string, options: RequestOptions = {}): Promise<Answer> {
    const headers = new Headers(options.headers);
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookies !== '') headers.set('cookie', cookies);
    const token = this.#cookies.get('csrftoken');
    if (token !== undefined) headers.set('x-csrftoken', token);
    headers.set('referer', `${this.#origin}/`);
    let body: string | Uint8Array<ArrayBuffer> | undefined;
    if (options.json !== undefined) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(options.json);
    } else if (options.form !== undefined) {
      headers.set('content-type', 'application/x-www-form-urlencoded');
      body = new URLSearchParams(options.form).toString();
    } else if (options.multipart !== undefined) {
      const encoded = new Response(options.multipart);
      headers.set('content-type', encoded.headers.get('content-type') ?? '');
      body = new Uint8Array(await encoded.arrayBuffer());
    }
    const method = options.method ?? (body === undefined ? 'GET' : 'POST');
    const response = await this.#fetch(this.#origin + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  }

  /**
   * Logs in by a page with Django's login form.
   * @param path the page, such as `/api-auth/login/`
   * @param username the user
   * @param password the password
   * @returns the answer to the form: 302 where it was right
   */
  async logIn(path: string, username: string, password: string): Promise<Answer> {
    const page = await this.request(path);
    const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return this.request(path, { form: { csrfmiddlewaretoken: token, username, password, next: '/' } });
  }
}
