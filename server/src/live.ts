import type { ServerResponse } from 'node:http';
import type { PersonId, Review, ReviewId, Viewer } from '@throughline/core';
import type { Cursor, LiveEvent, Present } from '@throughline/wire';
import type { Cursors } from './cursor.js';
import { countingTurns, numbersOf } from './numbers.js';
import type { Recent, Sighting } from './sight.js';

/** Bytes that may wait for a slow reader. Then its connection is ended: it comes back with its cursor and misses nothing. */
const mostWaiting = 4 * 1024 * 1024;
/** A comment now and then, so that nothing between the two takes the connection for dead. */
const heartbeat = 15_000;
/**
 * Numbers follow the changes that moved them, in milliseconds, one for all that came within this time; later where much
 * is to be counted (CountingTurns).
 */
const numbersAfter = 120;

/** What a stream reads of a review that is served. */
export interface Followed {
  readonly id: ReviewId;
  readonly head: number;
  readonly holder: boolean;
  /** As a person may see it. */
  readonly seenBy: (person: PersonId) => Review;
  readonly viewer: (person: PersonId) => Viewer;
  readonly recent: Recent;
}

/** One browser that follows a review. */
export class LiveStream {
  readonly #beat = setInterval(() => this.write(': still here\n\n'), heartbeat).unref();
  /** Events of this turn of the process, to be written in one go. */
  #text = '';
  #flushing: NodeJS.Immediate | undefined;
  #numbers: NodeJS.Timeout | undefined;
  readonly #count = () => this.sendNumbers();
  #present = '';

  constructor(
    private readonly served: Followed,
    private readonly cursors: Cursors,
    readonly person: PersonId,
    private readonly raw: ServerResponse,
  ) {}

  /** Sends what was missed since a cursor, and everything from now on. */
  start(since: string | undefined): void {
    this.raw.on('close', () => this.end());
    this.raw.on('error', () => this.end());
    this.write('retry: 1000\n\n');
    const place = since === undefined ? this.served.head : this.cursors.take(this.served.id, this.person, since);
    const missed = place === undefined ? undefined : this.served.recent.since(place, this.served.head);
    if (missed === undefined) this.again(this.served.head);
    for (const sighting of missed ?? []) this.tell(sighting);
  }

  tell(sighting: Sighting): void {
    const told = sighting.toldTo(this.served.viewer(this.person));
    if (told === 'nothing') return;
    const { seq } = sighting.change;
    if (told === 'again') {
      this.again(seq);
      return;
    }
    if (told !== 'numbers') this.change(seq, sighting.textOf(told.change));
    this.#numbers ??= setTimeout(() => countingTurns.take(this.#count), numbersAfter).unref();
  }

  progress(event: Extract<LiveEvent, { type: 'progress' }>): void {
    this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Who is here, where that is another list than was told last. */
  present(people: readonly Present[]): void {
    const event = JSON.stringify({ type: 'present', people } satisfies LiveEvent);
    if (event !== this.#present) this.write(`data: ${event}\n\n`);
    this.#present = event;
  }

  end(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#numbers);
    countingTurns.leave(this.#count);
    this.flush();
    if (!this.raw.writableEnded) this.raw.end();
  }

  /** `text`: the change as JSON. A cursor is made of letters that JSON leaves as they are. */
  private change(seq: number, text: string): void {
    const cursor = this.cursorAt(seq);
    this.write(`id: ${cursor}\ndata: {"type":"change","cursor":"${cursor}","change":${text}}\n\n`);
  }

  private again(seq: number): void {
    this.event({ type: 'again', cursor: this.cursorAt(seq) });
  }

  private sendNumbers(): void {
    this.#numbers = undefined;
    const { counts, progress } = numbersOf(this.served.seenBy(this.person));
    this.event({ type: 'counts', cursor: this.cursorAt(this.served.head), counts, progress });
  }

  private event(event: Extract<LiveEvent, { readonly cursor: Cursor }>): void {
    this.write(`id: ${event.cursor}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  private write(text: string): void {
    this.#text += text;
    this.#flushing ??= setImmediate(() => this.flush());
  }

  private flush(): void {
    clearImmediate(this.#flushing);
    this.#flushing = undefined;
    const text = this.#text;
    this.#text = '';
    if (text === '' || this.raw.destroyed || this.raw.writableEnded) return;
    if (this.raw.writableLength > mostWaiting) this.raw.destroy();
    else this.raw.write(text);
  }

  private cursorAt(seq: number) {
    return this.cursors.give(this.served.id, this.person, seq);
  }
}
