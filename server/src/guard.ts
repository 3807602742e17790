import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PersonId, ReviewId } from '@throughline/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeskLibrary } from './desk-library.js';
import type { Door } from './door.js';
import type { Myself } from './me.js';
import { ServerProblem } from './problem.js';
import { safeHeaders } from './safe-headers.js';
import type { Visitor } from './visitor.js';

/**
 * Keeps the workbench of one person to that person: no other page in their browser and no other user of the machine can
 * reach it. Whoever has the printed address gets a cookie for this browser; every later request brings the cookie.
 */
export class Guard implements Door {
  readonly holder = true;
  readonly key = randomBytes(32).toString('base64url');
  #port = 0;

  constructor(
    private readonly me: Myself,
    private readonly library: Pick<DeskLibrary, 'personIn'>,
  ) {}

  /** The port is known once the server listens: it stands in the addresses that are ours, and in the cookie's name. */
  listensOn(port: number): void {
    this.#port = port;
  }

  /** What a person opens. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}/?key=${this.key}`;
  }

  /** Cookies are not kept apart by port: two workbenches need two names. */
  get cookieName(): string {
    return `throughline-${this.#port}`;
  }

  async visitorOf(): Promise<Visitor> {
    return { ...this.me.card, administrator: false };
  }

  async personIn(_visitor: Visitor, review: ReviewId): Promise<PersonId | undefined> {
    return this.library.personIn(review, this.me.card);
  }

  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(safeHeaders);
      if (!this.isOurs(request.headers.host)) throw notAllowed();
      if (this.bringsKey(request)) return this.letIn(reply);
      if (!this.isKey(cookieOf(request, this.cookieName))) throw notAllowed();
      if (writes(request) && !this.isOurOrigin(request.headers.origin)) throw notAllowed();
      request.visitor = await this.visitorOf();
    });
  }

  /** A name that leads here but is not ours belongs to a page that had its name moved here (DNS rebinding). */
  private isOurs(host: string | undefined): boolean {
    return host === `127.0.0.1:${this.#port}` || host === `localhost:${this.#port}`;
  }

  private isOurOrigin(origin: string | undefined): boolean {
    return origin?.startsWith('http://') === true && this.isOurs(origin.slice('http://'.length));
  }

  private bringsKey(request: FastifyRequest): boolean {
    const address = new URL(request.url, 'http://127.0.0.1');
    return request.method === 'GET' && address.pathname === '/' && this.isKey(address.searchParams.get('key'));
  }

  /** Both sides are hashed first, so that they have one length and comparing takes the same time for every guess. */
  private isKey(given: string | null | undefined): boolean {
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return given != null && timingSafeEqual(digest(given), digest(this.key));
  }

  private letIn(reply: FastifyReply): FastifyReply {
    const cookie = `${this.cookieName}=${this.key}; Path=/; HttpOnly; SameSite=Strict`;
    return reply.header('set-cookie', cookie).redirect('/', 303);
  }
}

const notAllowed = () => new ServerProblem('server.notAllowed', {}, 403);

const writes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD';

function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
