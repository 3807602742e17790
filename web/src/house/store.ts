import { type ChangeId, type Proposal, type Refusal, type SeenChange, thawReview } from '@throughline/core';
import { sayRefusal } from '@throughline/words';
import type { Cursor, House, LiveEvent, Me, ProposalAnswer } from '@throughline/wire';
import * as held from './held.js';
import type { Live } from './live.js';
import { Refused, type Server } from './server.js';
import { isUndoable, undoOf } from './take-back.js';

/** What the pages see of the house. */
export interface HouseState {
  readonly held: held.Held;
  readonly people: Readonly<Record<string, string>>;
  readonly counts: House['counts'];
  readonly progress: House['progress'];
  readonly me: Me;
  readonly connection: 'live' | 'lost';
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
}

/** How the store reaches the world; a test gives others. */
export interface World {
  readonly server: Pick<Server, 'house' | 'propose'>;
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

  private constructor(
    private readonly world: World,
    private present: HouseState,
  ) {}

  /** Fetches the house and follows it. */
  static async open(world: World, me: Me): Promise<HouseStore> {
    const house = await world.server.house();
    const store = new HouseStore(world, {
      ...fromHouse(house),
      held: held.fetched(thawReview(house.frozen)),
      me,
      connection: 'live',
      done: [],
      refusals: [],
      announcement: '',
      tasks: {},
      stored: 0,
    });
    store.follow(house.cursor);
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
  }

  /** Proposes a change; true when it was shown. What core refuses is not sent. */
  propose(change: Omit<Proposal, 'id' | 'version'> & { readonly version?: number }): boolean {
    const proposal: Proposal = { version: 1, ...change, id: this.world.newId() };
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
    const undo = undoOf(this.present.held.shown, change);
    if ('code' in undo) {
      this.refuse(change.id, undo);
      return false;
    }
    const shown = this.propose(undo);
    if (shown) this.set({ done: this.present.done.filter(({ id }) => id !== change.id) });
    return shown;
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

  dismiss(id: string): void {
    this.set({ refusals: this.present.refusals.filter((each) => each.id !== id) });
  }

  announce(announcement: string): void {
    this.set({ announcement });
  }

  setMe(me: Me): void {
    this.set({ me, people: { ...this.present.people, [me.person]: me.name } });
  }

  private async send(proposals: readonly Proposal[]): Promise<void> {
    try {
      const answers = await this.world.server.propose(proposals);
      for (const [at, { id }] of proposals.entries()) this.answered(id, answers[at]);
    } catch (error) {
      if (error instanceof Refused && error.status >= 400 && error.status < 500)
        this.takeBackAll(proposals, error.message);
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

  private waitAndRetry(proposals: readonly Proposal[]): void {
    for (const { id } of proposals) this.set({ held: held.unsent(this.present.held, id), connection: 'lost' });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.sendWaiting(), this.world.retryAfter);
  }

  /** Sends what was never answered again; the same id is stored once (L14). */
  private sendWaiting(): void {
    const unsent = this.present.held.waiting.filter(({ state }) => state === 'unsent').map(({ change }) => change);
    if (unsent.length > 0) void this.send(unsent.map(({ by: _, at: __, ...proposal }) => proposal));
  }

  private follow(cursor: Cursor): void {
    this.stopLive?.();
    this.stopLive = this.world.live(cursor, {
      event: (event) => void this.heard(event),
      connected: () => this.connected(),
      lost: () => this.set({ connection: 'lost' }),
    });
  }

  private connected(): void {
    if (this.present.connection === 'live') return;
    this.set({ connection: 'live' });
    this.sendWaiting();
  }

  private async heard(event: LiveEvent): Promise<void> {
    if (event.type === 'change') {
      this.set({ held: held.arrived(this.present.held, event.change), stored: this.present.stored + 1 });
    } else if (event.type === 'progress') {
      const { task, done, of } = event;
      this.set({ tasks: { ...this.present.tasks, [task]: { done, ...(of === undefined ? {} : { of }) } } });
    } else if (event.type === 'counts') {
      this.set({ counts: event.counts, progress: event.progress });
    } else await this.fetchAgain();
  }

  /** Something came or went that cannot be told as a change. */
  private async fetchAgain(): Promise<void> {
    const before = this.present.held.waiting.filter(({ state }) => state === 'accepted').map(({ change }) => change.id);
    const house = await this.world.server.house().catch(() => undefined);
    if (house === undefined) return this.set({ connection: 'lost' });
    const next = held.fetched(thawReview(house.frozen), this.present.held, new Set(before));
    this.set({ ...fromHouse(house), held: next, stored: this.present.stored + 1 });
    this.follow(house.cursor);
    return undefined;
  }

  private set(part: Partial<HouseState>): void {
    this.present = { ...this.present, ...part };
    for (const listener of this.listeners) listener();
  }
}

const fromHouse = ({ people, counts, progress }: House) => ({ people, counts, progress });
