import type { PersonId, ReviewId } from '@throughline/core';
import type { AccountId } from '@throughline/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Door } from '../door.js';
import { ServerProblem } from '../problem.js';
import { safeHeaders } from '../safe-headers.js';
import type { Visitor } from '../visitor.js';
import { type TeamPlace, headersOf } from './team-place.js';
import type { Answered, SignedInAs } from './team-sign-in.js';

/** The door of a team's server: people sign in, and the register says who an account is in a review. */
export class TeamDoor implements Door {
  readonly holder = false;
  readonly #host: string;

  constructor(private readonly place: TeamPlace) {
    this.#host = new URL(place.origin).host;
  }

  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(safeHeaders);
      if (this.place.origin.startsWith('https://')) reply.header('strict-transport-security', 'max-age=31536000');
      if (!this.#isOurs(request.headers.host)) throw notAllowed();
      if (writes(request) && request.headers.origin !== this.place.origin) throw notAllowed();
      if (!request.url.startsWith('/api/')) return;
      const who = await this.#who(request);
      for (const cookie of who.cookies) reply.header('set-cookie', cookie);
      request.visitor = who.value && asVisitor(who.value);
    });
  }

  async visitorOf(request: FastifyRequest): Promise<Visitor | undefined> {
    const { value } = await this.#who(request, { looking: true });
    return value && asVisitor(value);
  }

  async personIn({ account }: Visitor, review: ReviewId): Promise<PersonId | undefined> {
    return account === undefined ? undefined : this.place.register.members.personOf(review, account);
  }

  async #who(
    request: FastifyRequest,
    how: { readonly looking?: boolean } = {},
  ): Promise<Answered<SignedInAs | undefined>> {
    // Without a cookie there is no session to look for.
    if (request.headers.cookie === undefined) return { value: undefined, cookies: [] };
    return this.place.signIn.whoIs(headersOf(request), how).catch(async (error: unknown) => {
      // A register that does not answer is told as that.
      await this.place.register.answers();
      throw error;
    });
  }

  /**
   * The name that people know, or this machine's own: a proxy in front may ask by it, and so does what looks after the
   * program. A page elsewhere whose name was moved here has neither, and no cookie of ours.
   */
  #isOurs(host: string | undefined): boolean {
    return host === this.#host || /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
  }
}

const asVisitor = ({ account, session, name, administrator }: SignedInAs): Visitor => ({
  account: account as AccountId,
  ...{ session, name, administrator },
});

const notAllowed = () => new ServerProblem('server.notAllowed', {}, 403);

const writes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD';
