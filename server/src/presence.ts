import {
  type PersonId,
  type ReviewId,
  type RoomName,
  asId,
  clearanceOf,
  idShape,
  isIn,
  roleOf,
  rooms,
  stages,
} from '@throughline/core';
import type { Herald } from '@throughline/storage';
import type { Present } from '@throughline/wire';
import { z } from 'zod';
import type { LiveStream } from './live.js';
import type { Served } from './served.js';

/** Milliseconds for which somebody is present after their page said so; it says so again every 20 seconds. */
const toLive = 45_000;
/** So often is it looked who has not said so again. */
const sweepEvery = 5_000;

const word = z.object({
  present: z.literal(1),
  review: z.string().regex(idShape),
  person: z.string().regex(idShape),
  room: z.enum(rooms.map(({ name }) => name)),
});

interface Here {
  readonly room: RoomName;
  readonly until: number;
}

/**
 * Who has which review open, and where, in all processes of a server together. It is word of mouth and kept nowhere: what
 * is lost is said again, and what is not said again is forgotten.
 */
export class Presence {
  readonly #here = new Map<ReviewId, Map<PersonId, Here>>();
  readonly #streams = new Map<ReviewId, Map<LiveStream, Served>>();
  readonly #stopHearing: () => void;
  readonly #sweeping: NodeJS.Timeout;

  constructor(
    private readonly herald: Herald,
    /** Milliseconds that only go forward. */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#stopHearing = herald.hear((said) => this.hear(said));
    this.#sweeping = setInterval(() => this.sweep(), sweepEvery).unref();
  }

  /** Somebody says where they are. Every process hears it, this one too. */
  say(review: ReviewId, person: PersonId, room: RoomName): void {
    this.herald.tell(JSON.stringify({ present: 1, review, person, room } satisfies z.input<typeof word>));
  }

  /** Tells a stream who is here, now and whenever that changes. Answers how to stop. */
  follow(served: Served, stream: LiveStream): () => void {
    const streams = this.#streams.get(served.id) ?? new Map<LiveStream, Served>();
    this.#streams.set(served.id, streams.set(stream, served));
    if (this.#here.has(served.id)) this.tell(served.id, stream, served);
    return () => {
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(served.id) === streams) this.#streams.delete(served.id);
    };
  }

  /** Forgets who has not said for a while that they are here. */
  sweep(): void {
    const now = this.now();
    for (const [review, people] of this.#here) {
      const gone = [...people].filter(([, { until }]) => until <= now);
      for (const [person] of gone) people.delete(person);
      if (gone.length > 0) this.tellAll(review);
      if (people.size === 0) this.#here.delete(review);
    }
  }

  close(): void {
    clearInterval(this.#sweeping);
    this.#stopHearing();
  }

  /** Other words pass on the same line; they are not ours. */
  private hear(said: string): void {
    const heard = word.safeParse(parsed(said));
    if (!heard.success) return;
    const [review, person] = [asId<ReviewId>(heard.data.review), asId<PersonId>(heard.data.person)];
    const people = this.#here.get(review) ?? new Map<PersonId, Here>();
    const was = people.get(person)?.room;
    this.#here.set(review, people.set(person, { room: heard.data.room, until: this.now() + toLive }));
    if (was !== heard.data.room) this.tellAll(review);
  }

  private tellAll(review: ReviewId): void {
    for (const [stream, served] of this.#streams.get(review) ?? []) this.tell(review, stream, served);
  }

  private tell(review: ReviewId, stream: LiveStream, served: Served): void {
    stream.present(presentFor(served, stream.person, [...(this.#here.get(review) ?? [])]));
  }
}

/**
 * The people of the review who are here, and each one's room where the viewer may enter it (L8). In `screen` nobody is
 * placed as long as votes are blind: who sits over the same record could be told by the time.
 */
function presentFor(served: Served, viewer: PersonId, here: readonly [PersonId, Here][]): Present[] {
  const { rooms: entered, stages: open } = clearanceOf(served.review, served.viewer(viewer));
  const placed = (room: RoomName) =>
    isIn(entered, room) && (room !== 'screen' || stages.every((stage) => isIn(open, stage)));
  return here
    .filter(([person]) => roleOf(served.review, person) !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([person, { room }]) => ({ person, ...(placed(room) ? { room } : {}) }));
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
