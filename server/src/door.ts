import type { PersonId, ReviewId } from '@throughline/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Library } from './library.js';
import type { Visitor } from './visitor.js';

/**
 * Who gets in, and as whom. A desk has one (guard.ts): whoever holds the key sits there. A team's server has another
 * (accounts/team-door.ts): people sign in.
 */
export interface Door {
  /**
   * Stands before every request: sets the headers that make answers safe, refuses names and origins that are not its
   * own, and says who asks (`request.visitor`).
   */
  watch(app: FastifyInstance): void;
  /** Who asks, by now: a stream that stays open asks again, because a session can end before the stream does. */
  visitorOf(request: FastifyRequest): Promise<Visitor | undefined>;
  /** Milliseconds after which a stream asks again; half a minute without. */
  readonly askAgain?: number;
  /** As whom a visitor is in a review; undefined where they are nobody there, or there is no such review. */
  personIn(visitor: Visitor, review: ReviewId): Promise<PersonId | undefined>;
  /** Whoever comes through this door holds the files themselves: nothing in them can be kept from them. */
  readonly holder: boolean;
}

/** A door with the calls that belong to it: signing in, accounts, inviting people. */
export interface Entrance {
  readonly door: Door;
  readonly routes: (app: FastifyInstance, workplace: { readonly library: Library }) => void;
  /** Ends what it does of its own now and then. The register stays its opener's to close. */
  readonly close: () => Promise<void>;
}
