import type { Keeper } from '../contract.js';

/** A keeper under test, and what stands around it. */
export interface Place {
  readonly keeper: Keeper;
  /** A second keeper on the same store, as another process would have. The suite closes it. */
  readonly another: () => Promise<Keeper>;
  /** Closes the keeper, and gives a new one on what it left. */
  readonly reopened: () => Promise<Keeper>;
  /** A path at which nothing stands. */
  readonly freePath: () => string;
  /** Opens what `copyTo` made. The suite closes it. */
  readonly openCopy: (path: string) => Promise<Keeper>;
  /** Closes and removes everything. */
  readonly remove: () => Promise<void>;
}

/** Runs a test at a place of its own. */
export type At = (work: (place: Place) => Promise<void>) => () => Promise<void>;
