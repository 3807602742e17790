/** What came back. */
export interface Came {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  /** Where it leads on to. */
  readonly location: string | undefined;
}

export interface Asking {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody's browser, as far as signing in goes: it keeps cookies as a browser does, and says where it writes from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The lines that set a cookie, as they came last. */
  lastSet: readonly string[] = [];

  constructor(
    private readonly address: string,
    readonly origin: string = address,
  ) {}

  get = (path: string, asking: Asking = {}): Promise<Came> => this.#ask('GET', path, asking);
  post = (path: string, body: unknown = {}, asking: Asking = {}): Promise<Came> =>
    this.#ask('POST', path, { ...asking, body });
  put = (path: string, body: unknown): Promise<Came> => this.#ask('PUT', path, { body });
  delete = (path: string, body?: unknown): Promise<Came> =>
    this.#ask('DELETE', path, body === undefined ? {} : { body });

  /** Goes to a page anywhere, as a link does: without saying where from. */
  goTo(url: string): Promise<Came> {
    return this.#ask('GET', url, {});
  }

  /** The cookie that holds the session. */
  get session(): string | undefined {
    return [...this.cookies].find(([name]) => name.endsWith('session_token'))?.[1];
  }

  /** Another browser that has stolen this one's cookies. */
  copy(): Browser {
    const other = new Browser(this.address, this.origin);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  async #ask(method: string, path: string, { body, headers }: Asking): Promise<Came> {
    const url = new URL(path, this.address);
    const ours = url.origin === new URL(this.address).origin;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(ours && cookie !== '' ? { cookie } : {}),
        ...(method === 'GET' ? {} : { origin: this.origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (ours) this.#keep(answer.headers.getSetCookie());
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return {
      status: answer.status,
      body: isJson ? (JSON.parse(text) as unknown) : text,
      headers: answer.headers,
      location: answer.headers.get('location') ?? undefined,
    };
  }

  #keep(lines: readonly string[]): void {
    this.lastSet = lines;
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
      if (gone) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
