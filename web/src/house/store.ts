import { type ChangeId, type Proposal, type Refusal, type SeenChange, thawReview } from '@throughline/core';
import { sayRefusal } from '@throughline/words';
import type { Cursor, House, LiveEvent, Me, Present, ProposalAnswer } from '@throughline/wire';
import * as held from './held.js';
import type { Live } from './live.js';
import { isSignedOut, Refused, sayError } from './ask.js';
import type { Server } from './server.js';
import { isThere, isUndoable, undoOf } from './take-back.js';

/** What the pages see of the house. */
export interface HouseState {
  readonly held: held.Held;
  readonly people: Readonly<Record<string, string>>;
  readonly counts: House['counts'];
  readonly progress: House['progress'];
  readonly me: Me;
  readonly connection: 'live' | 'lost';
  /** Why this review cannot be followed any more, in words: one was taken out of it, or it is no longer here. */
  readonly closed?: string;
  /** Who else has the review open. */
  readonly present: readonly Present[];
  /** What this person did here and can take back, oldest first. */
  readonly done: readonly SeenChange[];
  /** What was taken back by the server, with the reason, until it is dismissed. */
  readonly refusals: readonly { readonly id: string; readonly words: string }[];
  /** Said once after an act, for everybody who cannot see it happen. */
  readonly announcement: string;
  /** Long work on the server, by task. */
  readonly tasks: Readonly<Record<string, { readonly done: number; readonly of?: number }>>;
  /** Grows whenever something was stored: what was asked of the server before may have changed. */
  readonly stored: number;
  /** Grows whenever something may have changed among what does not travel here: groups, records, votes of others. */
  readonly moved: number;
}

/** How the store reaches the world; a test gives others. */
export interface World {
  readonly server: Pick<Server, 'house' | 'propose' | 'undo'>;
  readonly live: Live;
  readonly newId: () => ChangeId;
  readonly now: () => string;
  /** Milliseconds until what was not answered is sent again. */
  readonly retryAfter: number;
}

/** One review in the browser: shows an edit at once, takes it back if it is refused, and follows the log. */
export class HouseStore {
  private listeners = new Set<() => void>();
  private stopLive: (() => void) | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private fetchRetry: ReturnType<typeof setTimeout> | undefined;
  private paused = false;
  /** Changes that the server made for this person at one stroke, by the one that is shown as done; one undo means all. */
  private together = new Map<ChangeId, readonly ChangeId[]>();
  /** The review has to be fetched again, and was not yet. */
  private stale = false;
  /** What the connection is made of: the stream of changes, and the answers to what was sent. */
  private reach = { stream: true, answers: true };

  private constructor(
    private readonly world: World,
    private present: HouseState,
    private cursor: Cursor,
  ) {}

  /** Fetches the house and follows it. */
  static async open(world: World): Promise<HouseStore> {
    const house = await world.server.house();
    const first: HouseState = {
      ...fromHouse(house),
      held: held.fetched(thawReview(house.frozen)),
      connection: 'live',
      present: [],
      done: [],
      refusals: [],
      announcement: '',
      tasks: {},
      stored: 0,
      moved: 0,
    };
    const store = new HouseStore(world, first, house.cursor);
    store.follow();
    return store;
  }

  readonly state = (): HouseState => this.present;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  close(): void {
    this.stopLive?.();
    clearTimeout(this.retry);
    clearTimeout(this.fetchRetry);
  }

  /** Proposes a change; true when it was shown. What core refuses is not sent. */
  propose(change: Omit<Proposal, 'id' | 'version'> & { readonly version?: number; readonly id?: ChangeId }): boolean {
    const proposal: Proposal = { version: 1, ...change, id: change.id ?? this.world.newId() };
    const next = held.propose(this.present.held, proposal, this.present.me.person, this.world.now());
    if ('refused' in next) {
      this.refuse(proposal.id, next.refused);
      return false;
    }
    this.set({ held: next });
    void this.send([proposal]);
    return true;
  }

  /** Takes back one change, as a new change (L15). */
  undo(change: SeenChange): boolean {
    const there = this.together.get(change.id) ?? (isThere(this.present.held.shown, change) ? [change.id] : undefined);
    if (there !== undefined) {
      void this.undoThere(change, there);
      return true;
    }
    const undo = undoOf(this.present.held.shown, change);
    if ('code' in undo) {
      this.refuse(change.id, undo);
      return false;
    }
    const shown = this.propose(undo);
    if (shown) this.set({ done: this.present.done.filter(({ id }) => id !== change.id) });
    return shown;
  }

  /** The server did something for this person that was not proposed from here: it can be taken back like the rest. */
  didThere(kind: string, changes: readonly ChangeId[]): void {
    const last = changes.at(-1);
    if (last === undefined) return;
    this.together.set(last, changes);
    const done: SeenChange = {
      id: last,
      kind,
      version: 1,
      payload: {},
      by: this.present.me.person,
      at: this.world.now(),
    };
    this.set({ done: [...this.present.done, done], stored: this.present.stored + 1 });
  }

  /** Settles when whatever is on its way is answered, or known not to have arrived: only then is it known what was done last. */
  allAnswered(): Promise<void> {
    const onItsWay = () => this.present.held.waiting.some(({ state }) => state === 'sending');
    if (!onItsWay()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (onItsWay()) return;
        stop();
        resolve();
      });
    });
  }

  /**
   * Whoever works here is not signed in: nothing is asked or sent until they are again, so that nothing is stored under
   * the name of somebody else who is by now. What was done here waits.
   */
  pause(): void {
    this.paused = true;
    this.stopLive?.();
    clearTimeout(this.retry);
    clearTimeout(this.fetchRetry);
  }

  /** Goes on where it paused: hears what happened in between, and sends what waits. */
  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    if (this.stale) void this.fetchAgain();
    else this.follow();
    this.sendWaiting();
  }

  dismiss(id: string): void {
    this.set({ refusals: this.present.refusals.filter((each) => each.id !== id) });
  }

  announce(announcement: string): void {
    this.set({ announcement });
  }

  setMe(me: Me): void {
    this.set({ me, people: { ...this.present.people, [me.person]: me.name } });
  }

  /** Taken back on the server, the last first; where one is refused, it and those before it stay done. */
  private async undoThere(change: SeenChange, changes: readonly ChangeId[]): Promise<void> {
    const standing = [...changes];
    this.set({ done: this.present.done.filter(({ id }) => id !== change.id) });
    for (let last = standing.at(-1); last !== undefined; last = standing.at(-1)) {
      const words = await this.undoOne(last);
      if (words !== undefined) {
        this.together.set(change.id, standing);
        this.set({ done: [...this.present.done, change] });
        this.takenBack(change.id, words);
        return;
      }
      standing.pop();
    }
    this.together.delete(change.id);
  }

  /** Undefined when it is taken back; else why not, in words. */
  private async undoOne(change: ChangeId): Promise<string | undefined> {
    try {
      const answer = await this.world.server.undo({ id: this.world.newId(), change });
      if ('refused' in answer) return sayRefusal(answer.refused);
      this.accept(answer.accepted);
      return undefined;
    } catch (error) {
      return sayError(error);
    }
  }

  private async send(proposals: readonly Proposal[]): Promise<void> {
    if (this.paused) return this.keepUnsent(proposals);
    try {
      const answers = await this.world.server.propose(proposals);
      this.reached({ answers: true });
      for (const [at, { id }] of proposals.entries()) this.answered(id, answers[at]);
    } catch (error) {
      if (isFinal(error)) this.takeBackAll(proposals, error.message);
      else this.waitAndRetry(proposals);
    }
  }

  private answered(id: ChangeId, answer: ProposalAnswer | undefined): void {
    if (answer !== undefined && 'accepted' in answer) this.accept(answer.accepted);
    else if (answer !== undefined) this.refuse(id, answer.refused);
  }

  private accept(change: SeenChange): void {
    const mine = isUndoable(change) ? [...this.present.done, change] : this.present.done;
    this.set({ held: held.accepted(this.present.held, change), done: mine, stored: this.present.stored + 1 });
  }

  private refuse(id: string, refusal: Refusal): void {
    this.takenBack(id, sayRefusal(refusal));
  }

  private takeBackAll(proposals: readonly Proposal[], words: string): void {
    for (const { id } of proposals) this.takenBack(id, words);
  }

  private takenBack(id: string, words: string): void {
    const refusals = [...this.present.refusals.filter((each) => each.id !== id), { id, words }];
    this.set({ held: held.refused(this.present.held, id as ChangeId), refusals });
  }

  private keepUnsent(proposals: readonly Proposal[]): void {
    for (const { id } of proposals) this.set({ held: held.unsent(this.present.held, id) });
  }

  private waitAndRetry(proposals: readonly Proposal[]): void {
    this.keepUnsent(proposals);
    this.reached({ answers: false });
    clearTimeout(this.retry);
    if (!this.paused) this.retry = setTimeout(() => this.sendWaiting(), this.world.retryAfter);
  }

  /** Sends what was never answered again; the same id is stored once (L14). */
  private sendWaiting(): void {
    const unsent = this.present.held.waiting.filter(({ state }) => state === 'unsent').map(({ change }) => change);
    if (unsent.length > 0) void this.send(unsent.map(({ by: _, at: __, ...proposal }) => proposal));
  }

  private follow(): void {
    this.stopLive?.();
    this.stopLive = this.world.live(this.cursor, {
      event: (event) => void this.heard(event),
      connected: () => this.connected(),
      lost: () => this.reached({ stream: false }),
    });
  }

  private connected(): void {
    const lost = this.present.connection === 'lost';
    this.reached({ stream: true });
    if (lost) this.sendWaiting();
  }

  private reached(part: { readonly stream?: boolean; readonly answers?: boolean }): void {
    this.reach = { ...this.reach, ...part };
    const connection = this.reach.stream && this.reach.answers ? 'live' : 'lost';
    if (connection !== this.present.connection) this.set({ connection });
  }

  private async heard(event: LiveEvent): Promise<void> {
    if ('cursor' in event) this.cursor = event.cursor;
    if (event.type === 'change') {
      this.set({ held: held.arrived(this.present.held, event.change), stored: this.present.stored + 1 });
      if (namesSomebody(event.change)) await this.fetchAgain();
    } else if (event.type === 'progress') {
      const { task, done, of } = event;
      this.set({ tasks: { ...this.present.tasks, [task]: { done, ...(of === undefined ? {} : { of }) } } });
    } else if (event.type === 'counts') {
      this.set({ counts: event.counts, progress: event.progress, moved: this.present.moved + 1 });
    } else if (event.type === 'present') {
      this.set({ present: event.people });
    } else await this.fetchAgain();
  }

  /** Something came or went that cannot be told as a change, or the stream stays away and it is to be known why. */
  async fetchAgain(): Promise<void> {
    this.stale = true;
    if (this.paused || this.present.closed !== undefined) return;
    const before = this.present.held.waiting.filter(({ state }) => state === 'accepted').map(({ change }) => change.id);
    const house = await this.world.server.house().catch((error: unknown) => this.notFetched(error));
    if (house === undefined) return;
    const next = held.fetched(thawReview(house.frozen), this.present.held, new Set(before));
    this.stale = false;
    this.cursor = house.cursor;
    this.set({ ...fromHouse(house), held: next, stored: this.present.stored + 1 });
    if (!this.paused) this.follow();
  }

  /** What the review says by now could not be had: it stays as it is shown, and is asked for again where that helps. */
  private notFetched(error: unknown): undefined {
    if (isFinal(error)) {
      this.stopLive?.();
      this.set({ closed: error.message });
    } else {
      this.reached({ stream: false });
      clearTimeout(this.fetchRetry);
      if (!this.paused) this.fetchRetry = setTimeout(() => void this.fetchAgain(), this.world.retryAfter);
    }
    return undefined;
  }

  private set(part: Partial<HouseState>): void {
    this.present = { ...this.present, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** A name is on a card, which no change carries: whoever came, or has another name, is fetched. */
const namesSomebody = ({ kind }: SeenChange): boolean => kind === 'person.made' || kind === 'person.edited';

/** A refusal that asking again does not change; being signed out, or the server's own trouble, is none. */
const isFinal = (error: unknown): error is Refused =>
  error instanceof Refused && error.status >= 400 && error.status < 500 && !isSignedOut(error) && error.status !== 429;

const fromHouse = ({ me, people, counts, progress }: House) => ({ me, people, counts, progress });
