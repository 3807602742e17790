import type { ServerResponse } from 'node:http';
import type { PersonId, Review, ReviewId } from '@throughline/core';
import type { LiveEvent } from '@throughline/wire';
import type { Cursors } from './cursor.js';
import { numbersOf } from './numbers.js';
import { type Happened, type Recent, type Told, toldOf } from './sight.js';
import { viewerIn } from './viewer.js';

/** Bytes that may wait for a slow reader. Then its connection is ended: it comes back with its cursor and misses nothing. */
const mostWaiting = 4 * 1024 * 1024;
/** A comment now and then, so that nothing between the two takes the connection for dead. */
const heartbeat = 15_000;
/**
 * Numbers follow the changes that moved them, one for all that came within this time, or within many times what the
 * last counting took: a review of many thousand records is not counted anew at every vote.
 */
const numbersAfter = 120;
const restPerCount = 10;

/** What a stream reads of a review that is served. */
export interface Followed {
  readonly id: ReviewId;
  readonly head: number;
  /** As a person may see it. */
  readonly seenBy: (person: PersonId) => Review;
  readonly recent: Recent;
}

/** One browser that follows a review. */
export class LiveStream {
  readonly #beat = setInterval(() => this.write(': still here\n\n'), heartbeat).unref();
  #numbers: NodeJS.Timeout | undefined;
  #lastTook = 0;

  constructor(
    private readonly served: Followed,
    private readonly cursors: Cursors,
    readonly person: PersonId,
    private readonly raw: ServerResponse,
  ) {}

  /** Sends what was missed since a cursor, and everything from now on. */
  start(since: string | undefined): void {
    this.raw.on('close', () => this.end());
    this.raw.write('retry: 1000\n\n');
    const place = since === undefined ? this.served.head : this.cursors.take(this.served.id, this.person, since);
    const missed = place === undefined ? undefined : this.served.recent.since(place, this.served.head);
    if (missed === undefined) this.send('again', this.served.head);
    for (const happened of missed ?? []) this.tell(happened);
  }

  tell(happened: Happened): void {
    const told = toldOf(happened, viewerIn(happened.after, this.person));
    if (told !== 'nothing') this.send(told, happened.change.seq);
  }

  progress(event: Extract<LiveEvent, { type: 'progress' }>): void {
    this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  end(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#numbers);
    if (!this.raw.writableEnded) this.raw.end();
  }

  private send(told: Exclude<Told, 'nothing'>, seq: number): void {
    if (told === 'again') this.event({ type: 'again', cursor: this.cursorAt(seq) });
    else if (told !== 'numbers') this.event({ type: 'change', cursor: this.cursorAt(seq), change: told.change });
    if (told !== 'again') this.#numbers ??= setTimeout(() => this.sendNumbers(), this.rest()).unref();
  }

  private sendNumbers(): void {
    this.#numbers = undefined;
    const { counts, progress, took } = numbersOf(this.served.seenBy(this.person));
    this.#lastTook = took;
    this.event({ type: 'counts', cursor: this.cursorAt(this.served.head), counts, progress });
  }

  private rest(): number {
    return Math.max(numbersAfter, this.#lastTook * restPerCount);
  }

  private event(event: Exclude<LiveEvent, { type: 'progress' }>): void {
    this.write(`id: ${event.cursor}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  private write(text: string): void {
    if (this.raw.destroyed || this.raw.writableEnded) return;
    if (this.raw.writableLength > mostWaiting) this.raw.destroy();
    else this.raw.write(text);
  }

  private cursorAt(seq: number) {
    return this.cursors.give(this.served.id, this.person, seq);
  }
}
