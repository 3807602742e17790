import type { PersonId, ReviewId } from '@throughline/core';
import type { Register } from '@throughline/storage';
import type { AccountId } from '@throughline/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Door } from '../door.js';
import { safeHeaders } from '../safe-headers.js';
import type { Visitor } from '../visitor.js';

/** An account, and what its browser brings. */
export interface Known {
  readonly account: AccountId;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A door that knows its people by the cookie `account=ID`, without passwords and sessions: for what is tested behind the
 * door. Who they are in a review, the register says.
 */
export class KnownDoor implements Door {
  readonly holder = false;
  readonly askAgain = 20;
  readonly #people = new Map<string, Visitor>();

  constructor(private readonly register: Register) {}

  /** Makes an account for somebody who may come in. */
  async knows(name: string, { administrator = false } = {}): Promise<Known> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
    // No hash: nobody signs in with it.
    const card = { name, email, emailVerified: true, administrator, passwordHash: '' };
    const made = await this.register.accounts.make(card, new Date());
    if ('refused' in made) throw new Error(made.refused);
    const account = made.id as AccountId;
    this.#people.set(account, { account, name, administrator });
    return { account, headers: { cookie: `account=${account}` } };
  }

  /** Signs somebody out everywhere. */
  forgets(account: string): void {
    this.#people.delete(account);
  }

  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(safeHeaders);
      request.visitor = await this.visitorOf(request);
    });
  }

  async visitorOf({ headers }: FastifyRequest): Promise<Visitor | undefined> {
    return this.#people.get(headers.cookie?.replace('account=', '') ?? '');
  }

  async personIn({ account }: Visitor, review: ReviewId): Promise<PersonId | undefined> {
    return account === undefined ? undefined : this.register.members.personOf(review, account);
  }
}
