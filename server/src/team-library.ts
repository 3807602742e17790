import { type Change, type PersonId, type Review, type ReviewId, roleOf } from '@throughline/core';
import {
  type Keeper,
  OpenReview,
  type Register,
  type ReviewStore,
  StoreProblem,
  startReview,
} from '@throughline/storage';
import type { ReviewCard } from '@throughline/wire';
import { inMegabytes } from './answer-problem.js';
import { Cards } from './cards.js';
import { fileNames } from './file-names.js';
import type { Borrowed, Bringing, Library } from './library.js';
import { newId } from './new-id.js';
import { ServerProblem } from './problem.js';
import { Served } from './served.js';
import type { Visitor } from './visitor.js';

export interface TeamLibraryOptions {
  readonly store: ReviewStore;
  readonly register: Pick<Register, 'members' | 'settings'>;
  readonly room?: Room;
  /** Hears every change of every review that is open here. Another process may hear the same. */
  readonly heard?: (review: ReviewId, change: Change, before: Review, after: Review) => void;
}

/** What may stay open while nobody uses it. Reviews that are in use stay open whatever that takes. */
export interface Room {
  /** Reviews. */
  readonly reviews: number;
  /** Changes and records that are held folded, in all of them together: that is what memory goes by. */
  readonly folded: number;
  /** Milliseconds without anybody after which one is closed. */
  readonly idle: number;
}
const roomAtFirst: Room = { reviews: 50, folded: 2_000_000, idle: 10 * 60_000 };

interface Shelved {
  readonly opening: Promise<Served>;
  served: Served | undefined;
  borrowers: number;
  /** Since when nobody uses it. */
  idleSince: number;
}

/**
 * The reviews of a team's server, opened when somebody asks for one and closed when nobody does, the longest unused
 * first. What is open is folded from the log and can be folded again: closing loses nothing.
 */
export class TeamLibrary implements Library {
  /** In the order in which they were last asked for. */
  readonly #shelf = new Map<ReviewId, Shelved>();
  readonly #closing = new Set<Promise<void>>();
  readonly #cards: Cards;
  readonly #looking: NodeJS.Timeout;
  readonly #room: Room;
  #closed = false;

  constructor(private readonly options: TeamLibraryOptions) {
    this.#room = options.room ?? roomAtFirst;
    this.#cards = new Cards(options.store.herald);
    this.#looking = setInterval(() => this.makeRoom(), Math.min(this.#room.idle, 30_000)).unref();
  }

  async borrow(review: ReviewId): Promise<Borrowed> {
    if (this.#closed) throw new ServerProblem('server.stopping', {}, 503);
    const shelved = this.#shelf.get(review) ?? this.#shelve(review);
    this.#shelf.delete(review);
    this.#shelf.set(review, shelved);
    shelved.borrowers += 1;
    const giveBack = once(() => this.#given(shelved));
    try {
      return { served: await shelved.opening, giveBack };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  async cardsFor({ account }: Visitor): Promise<readonly ReviewCard[]> {
    if (account === undefined) return [];
    const cards: ReviewCard[] = [];
    for (const { review, person } of await this.options.register.members.reviewsOf(account)) {
      const card = await this.#cardOf(review, person);
      if (card !== undefined) cards.push(card);
    }
    return cards.toSorted((a, b) => a.title.localeCompare(b.title));
  }

  async start(title: string, visitor: Visitor): Promise<ReviewCard> {
    const account = await this.#mayBegin(visitor);
    const { members } = this.options.register;
    const [review, person] = [newId<ReviewId>('review'), newId<PersonId>('person')];
    // Bound first, to an id that is new: no review is left behind that nobody can reach.
    await members.bind(review, account, person, { role: 'lead', started: true });
    try {
      await this.#startIn(await this.options.store.begin(review, title), { id: review, title, by: person, visitor });
    } catch (error) {
      await members.unbind(review, account);
      throw error;
    }
    return this.#card(review);
  }

  async bring({ review, as, title, fill }: Bringing, visitor: Visitor): Promise<ReviewCard> {
    const account = await this.#mayBegin(visitor);
    const keeper = await this.options.store.begin(review, title);
    try {
      await fill(keeper);
    } finally {
      await keeper.close();
    }
    // Nobody is bound to a review before they have brought it, whole: its id might be that of a review of others. Who was
    // bound to one of this id that was taken out of here is so no longer.
    const { members } = this.options.register;
    await members.forget(review);
    await members.bind(review, account, as, { started: true });
    return this.#card(review);
  }

  async mayGrow(review: ReviewId): Promise<void> {
    const { bytesPerReview } = await this.options.register.settings.limits();
    if ((await this.options.store.size(review)) < bytesPerReview) return;
    throw new ServerProblem('limit.room', { limit: inMegabytes(bytesPerReview) }, 413);
  }

  /** How much is open, for whoever watches the server. */
  get numbers(): {
    readonly open: number;
    readonly inUse: number;
    readonly folded: number;
    readonly streams: number;
  } {
    const shelved = [...this.#shelf.values()];
    return {
      open: shelved.length,
      inUse: shelved.filter(({ borrowers }) => borrowers > 0).length,
      folded: foldedIn(shelved),
      streams: shelved.reduce((sum, { served }) => sum + (served?.streams ?? 0), 0),
    };
  }

  endStreams(): void {
    for (const { served } of this.#shelf.values()) served?.endStreams();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#looking);
    this.#cards.close();
    for (const [review, shelved] of [...this.#shelf]) this.#take(review, shelved);
    await Promise.all(this.#closing);
  }

  /** Closes what has been idle too long, and, the longest unused first, what is too much. */
  makeRoom(now: number = performance.now()): void {
    for (const [review, shelved] of [...this.#shelf]) {
      if (shelved.borrowers > 0 || shelved.served === undefined) continue;
      if (now - shelved.idleSince >= this.#room.idle || this.#isTooMuch()) this.#take(review, shelved);
    }
  }

  #isTooMuch(): boolean {
    return this.#shelf.size > this.#room.reviews || foldedIn([...this.#shelf.values()]) > this.#room.folded;
  }

  #shelve(review: ReviewId): Shelved {
    const shelved: Shelved = { opening: this.#open(review), served: undefined, borrowers: 0, idleSince: 0 };
    shelved.opening.then(
      (served) => {
        shelved.served = served;
        this.makeRoom();
      },
      () => {
        if (this.#shelf.get(review) === shelved) this.#shelf.delete(review);
      },
    );
    return shelved;
  }

  async #open(review: ReviewId): Promise<Served> {
    const keeper = await this.options.store.keeper(review);
    try {
      const open = await OpenReview.open(keeper, review);
      open.onChange((change, before, after) => {
        if (before.floor !== after.floor) this.#cards.tell(review);
        this.options.heard?.(review, change, before, after);
      });
      return new Served(open, keeper, fileOf(open.review, review));
    } catch (error) {
      await keeper.close();
      throw error;
    }
  }

  #given(shelved: Shelved): void {
    shelved.borrowers -= 1;
    shelved.idleSince = performance.now();
    if (this.#isTooMuch()) this.makeRoom();
  }

  /** From here on whoever asks opens it anew, beside the one that is closing: as two processes would. */
  #take(review: ReviewId, shelved: Shelved): void {
    this.#shelf.delete(review);
    const closing = shelved.opening
      .then((served) => served.close())
      .catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)))
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  /** Undefined where the person is nobody there any more, or the review is gone. */
  async #cardOf(review: ReviewId, person: PersonId): Promise<ReviewCard | undefined> {
    const known = this.#cards.get(review) ?? (await this.#readCard(review));
    return known?.people.has(person) === true ? known.card : undefined;
  }

  async #readCard(review: ReviewId) {
    try {
      const { served, giveBack } = await this.borrow(review);
      const { people } = served.review.floor;
      const present = [...people].filter(({ id }) => roleOf(served.review, id) !== undefined).map(({ id }) => id);
      giveBack();
      return this.#cards.keep(review, { card: served.card(), people: new Set(present) });
    } catch (error) {
      if (error instanceof StoreProblem && error.code === 'review.unknown') return undefined;
      throw error;
    }
  }

  async #startIn(
    keeper: Keeper,
    { visitor: { name }, ...start }: { id: ReviewId; title: string; by: PersonId; visitor: Visitor },
  ): Promise<void> {
    try {
      await (await startReview(keeper, { ...start, name })).close();
    } finally {
      await keeper.close();
    }
  }

  async #card(review: ReviewId): Promise<ReviewCard> {
    const { served, giveBack } = await this.borrow(review);
    giveBack();
    return served.card();
  }

  async #mayBegin({ account }: Visitor): Promise<string> {
    if (account === undefined) throw new ServerProblem('account.signIn', {}, 401);
    const { members, settings } = this.options.register;
    const { reviewsPerAccount } = await settings.limits();
    if ((await members.startedBy(account)) < reviewsPerAccount) return account;
    throw new ServerProblem('limit.reviews', { limit: reviewsPerAccount }, 409);
  }
}

/** Records and the changes behind a review are what it weighs. */
const foldedIn = (shelved: readonly Shelved[]): number =>
  shelved.reduce(
    (sum, { served }) => sum + (served === undefined ? 0 : served.head + served.review.gather.records.size),
    0,
  );

/** What its file is called when it is taken away. */
function fileOf(review: Review, id: ReviewId): string {
  const [about] = review.floor.about;
  return `${fileNames(about?.title ?? id).next().value ?? id}.throughline`;
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
