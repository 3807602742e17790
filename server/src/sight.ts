import {
  type Change,
  type PersonId,
  type Review,
  type SeenChange,
  type Sight,
  type Viewer,
  clearanceOf,
  seeChange,
} from '@throughline/core';
import { type Travel, travelOf } from './at-hand.js';
import { whoseIs } from './whose.js';

/** A change that happened, with the review before and after it. */
export interface Happened {
  readonly change: Change;
  readonly before: Review;
  readonly after: Review;
}

/** What a browser hears of it. `nothing`: for this viewer it did not happen (L8). */
export type Told = { readonly change: SeenChange } | 'again' | 'numbers' | 'nothing';

/**
 * A change that happened, as many look on. It is judged once for all of one clearance, and once more for each whose own
 * it touches; where it is told, its text is made once.
 */
export class Sighting implements Happened {
  readonly change: Change;
  readonly before: Review;
  readonly after: Review;
  readonly #ofViewer = new Map<string, Sight>();
  readonly #ofClearance = new Map<string, Sight>();
  #whose: { readonly people: ReadonlySet<PersonId> | undefined } | undefined;
  #travel: Travel | undefined;
  #text: string | undefined;

  constructor({ change, before, after }: Happened) {
    this.change = change;
    this.before = before;
    this.after = after;
  }

  /** The change as a viewer may see it (L8). */
  sightOf(viewer: Viewer): Sight {
    const name = viewer.holder ? `holder ${viewer.person}` : viewer.person;
    const known = this.#ofViewer.get(name);
    if (known !== undefined) return known;
    const sight = this.isAlikeFor(viewer) ? this.sightOfMany(viewer) : this.judge(viewer);
    this.#ofViewer.set(name, sight);
    return sight;
  }

  toldTo(viewer: Viewer): Told {
    const sight = this.sightOf(viewer);
    if (sight === 'hidden') return 'nothing';
    if (sight === 'fetch again') return 'again';
    this.#travel ??= travelOf(this.before, this.change, this.after);
    return this.#travel === 'tell' ? sight : this.#travel;
  }

  /** A change that is told, as JSON: whoever may see it sees all of it, so that it is one text for all. */
  textOf(shown: SeenChange): string {
    this.#text ??= JSON.stringify(shown);
    return this.#text;
  }

  /** Does this viewer see it as everybody of their clearance does? */
  private isAlikeFor({ person }: Viewer): boolean {
    this.#whose ??= { people: whoseIs(this.change, this.before, this.after) };
    return this.#whose.people?.has(person) === false;
  }

  private sightOfMany(viewer: Viewer): Sight {
    const clearance = `${clearanceOf(this.before, viewer).name}\n${clearanceOf(this.after, viewer).name}`;
    const known = this.#ofClearance.get(clearance) ?? this.judge(viewer);
    this.#ofClearance.set(clearance, known);
    return known;
  }

  private judge(viewer: Viewer): Sight {
    return seeChange(this.before, this.change, viewer, this.after);
  }
}

/** The last changes, for those who come back after a short while: a lost connection, a laptop that slept. */
export class Recent {
  readonly #last: Sighting[] = [];

  constructor(private readonly most = 1000) {}

  add(happened: Sighting): void {
    this.#last.push(happened);
    if (this.#last.length > this.most) this.#last.shift();
  }

  /** What came after a place in the log; undefined where that is longer ago than is remembered. */
  since(seq: number, head: number): readonly Sighting[] | undefined {
    if (seq === head) return [];
    const [oldest] = this.#last;
    if (oldest === undefined || seq > head || oldest.change.seq > seq + 1) return undefined;
    return this.#last.slice(seq + 1 - oldest.change.seq);
  }
}
