import type { OpenReview } from '@throughline/storage';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Failed } from '../answer-problem.js';
import type { Served } from '../served.js';
import type { Followed } from './following.js';

/** One of the places where a workbench stands: a desk, or a team's server on one of its stores. The suites run at each. */
export interface Place {
  readonly name: string;
  /** Whoever works there holds the file. */
  readonly holder: boolean;
  readonly open: (options?: PlaceOptions) => Promise<AtThePlace>;
}

export interface PlaceOptions {
  readonly largestUpload?: number;
  /** Without any review. Then nothing is `served`. */
  readonly empty?: boolean;
}

/** A real workbench over the review "Shared care", which Ana leads. Ana asks. */
export interface AtThePlace {
  readonly served: Served;
  readonly failed: readonly Failed[];
  /** Asks without a network. */
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  readonly send: (method: 'POST' | 'PUT', path: string, body: object) => Promise<LightMyRequestResponse>;
  readonly inject: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  /** What Ana's browser brings with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Asks over the network. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly port: number;
  /** Follows a review, from now on or from a cursor. */
  readonly follow: (path: string, lastEventId?: string) => Promise<Followed>;
  /** The same review as another program has it. */
  readonly inOtherHands: <T>(work: (open: OpenReview) => Promise<T>) => Promise<T>;
  readonly leave: () => Promise<void>;
}
