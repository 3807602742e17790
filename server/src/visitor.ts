import type { PersonId, ReviewId, Viewer } from '@throughline/core';
import type { AccountId } from '@throughline/wire';
import type { Served } from './served.js';

/** Who asks. Somebody who has not signed in is no visitor: `request.visitor` is undefined. */
export interface Visitor {
  /** On a team's server. */
  readonly account?: AccountId;
  /** Which of their sessions this is; others of the same account may be open elsewhere. */
  readonly session?: string;
  /** At a desk: the person who sits there. On a server a person is somebody in a review, and the door knows who. */
  readonly person?: PersonId;
  readonly name: string;
  /** Of the server. It gives no right in any review. */
  readonly administrator: boolean;
}

/** A visitor inside a review: as whom, and the review as it is served while the answer is made. */
export interface Inside {
  readonly review: ReviewId;
  readonly person: PersonId;
  readonly served: Served;
  readonly viewer: Viewer;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the door, before any route; undefined where nobody has signed in. */
    visitor: Visitor | undefined;
    /** Set by the policy, on the routes of a review. */
    inside: Inside | undefined;
  }
}
