import type { ReviewId } from '@throughline/core';
import type { Database } from './database.js';

/** Milliseconds between two looks for what others appended. */
const lookEvery = 1000;

/**
 * Who follows which review. The log is asked once a second where each followed review ends, in one question for all:
 * word from other processes (bell.ts) only saves that second.
 */
export class Followers {
  readonly #following = new Map<ReviewId, Followed>();
  #looking: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly database: Database) {}

  add(review: ReviewId, moved: () => void): () => void {
    const followed = this.#following.get(review) ?? { heard: -1, each: new Set() };
    const follower = { moved };
    followed.each.add(follower);
    this.#following.set(review, followed);
    this.#looking ??= this.#lookAgain();
    return () => {
      if (followed.each.delete(follower) && followed.each.size === 0) this.#following.delete(review);
    };
  }

  /** The log of a review is known to reach so far. */
  moved(review: ReviewId, head: number): void {
    const followed = this.#following.get(review);
    if (followed !== undefined && head > followed.heard) this.#tell(followed, head);
  }

  #tell(followed: Followed, head: number): void {
    followed.heard = head;
    for (const follower of followed.each) {
      // One that stops before its turn hears nothing more.
      queueMicrotask(() => followed.each.has(follower) && follower.moved());
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#looking);
    this.#following.clear();
  }

  #lookAgain(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#look()
        // The database is away: whoever asks it for something is told.
        .catch(() => {})
        .finally(() => {
          this.#looking = this.#closed || this.#following.size === 0 ? undefined : this.#lookAgain();
        });
    }, lookEvery).unref();
  }

  /** The first look at a review tells of it in any case: nobody knows what was missed before. */
  async #look(): Promise<void> {
    const rows = await this.database.unrepeated.rows<[ReviewId, number]>(
      `SELECT followed.review, (SELECT coalesce(max(seq), 0) FROM changes WHERE changes.review = followed.review)
       FROM unnest($1::text[]) AS followed (review)`,
      [...this.#following.keys()],
    );
    for (const [review, head] of rows) {
      const followed = this.#following.get(review);
      // A log that is shorter than it was is another one, or this look was overtaken by an append.
      if (followed !== undefined && head !== followed.heard) this.#tell(followed, head);
    }
  }
}

interface Followed {
  heard: number;
  readonly each: Set<{ readonly moved: () => void }>;
}
