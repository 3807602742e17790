import { type PersonId, type ReviewId, asId } from '@throughline/core';
import type { Herald } from '@throughline/storage';
import type { ReviewCard } from '@throughline/wire';

/** What a list of reviews shows of one, and who is somebody in it. */
export interface KnownCard {
  readonly card: ReviewCard;
  readonly people: ReadonlySet<PersonId>;
}

/** Milliseconds for which a card is believed where no word came that it changed: word can get lost. */
const believed = 60_000;
/** Cards that are remembered; the oldest go first. */
const most = 10_000;
const prefix = 'card ';

/**
 * The cards of reviews, so that a list of many does not open them all. Whoever folds a change to a title or to the people
 * tells the other processes. No right rests on a card: whoever opens a review is held against the review itself.
 */
export class Cards {
  readonly #known = new Map<ReviewId, KnownCard & { readonly until: number }>();
  readonly #stop: () => void;

  constructor(
    private readonly herald: Herald,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#stop = herald.hear((said) => {
      if (said.startsWith(prefix)) this.#known.delete(asId<ReviewId>(said.slice(prefix.length)));
    });
  }

  get(review: ReviewId): KnownCard | undefined {
    const known = this.#known.get(review);
    return known !== undefined && known.until > this.now() ? known : undefined;
  }

  keep(review: ReviewId, known: KnownCard): KnownCard {
    this.#known.delete(review);
    this.#known.set(review, { ...known, until: this.now() + believed });
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }

  /** A title, or who is among the people, is another now. */
  tell(review: ReviewId): void {
    this.#known.delete(review);
    this.herald.tell(prefix + review);
  }

  close(): void {
    this.#stop();
  }
}
