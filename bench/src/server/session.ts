import { Agent, type IncomingMessage, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly string[];
}

/**
 * One person's browser, behind a proxy as a server on the network has one: it keeps its cookies, says where it comes
 * from, and has an address of its own.
 */
export class Session {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly address: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return this.#good(await this.ask('GET', path)) as T;
  }

  /** Rejects where it is not done. */
  async post<T>(path: string, body: unknown): Promise<T> {
    return this.#good(await this.ask('POST', path, body)) as T;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const type = payload === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await this.#send(method, path, type, payload === undefined ? undefined : Buffer.from(payload));
    const text = await textOf(answer);
    const cookies = answer.headers['set-cookie'] ?? [];
    for (const cookie of cookies) this.#keep(cookie);
    return { status: answer.statusCode ?? 0, body: text === '' ? undefined : (JSON.parse(text) as unknown), cookies };
  }

  /** A form with a file in it. */
  async upload<T>(path: string, fields: Readonly<Record<string, string>>, name: string, text: string): Promise<T> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([text]), name);
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    const answer = await this.#send('POST', path, { 'content-type': encoded.headers.get('content-type') ?? '' }, body);
    const said = await textOf(answer);
    return this.#good({ status: answer.statusCode ?? 0, body: JSON.parse(said) as unknown, cookies: [] }) as T;
  }

  /** An answer that goes on: the live stream. */
  follow(path: string): Promise<IncomingMessage> {
    return this.#send('GET', path, { accept: 'text/event-stream' });
  }

  #send(method: string, path: string, more: Record<string, string>, body?: Buffer): Promise<IncomingMessage> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...{ origin: this.origin, 'x-forwarded-for': this.address, 'user-agent': 'throughline-bench' },
      ...(cookie === '' ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-length': String(body.byteLength) }),
      ...more,
    };
    return new Promise((resolve, reject) => {
      const asking = request(this.origin + path, { method, headers, agent }, resolve);
      asking.once('error', reject);
      asking.end(body);
    });
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  #good({ status, body }: Answer): unknown {
    if (status >= 200 && status < 300) return body;
    throw new Error(`${status} ${JSON.stringify(body)}`);
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
