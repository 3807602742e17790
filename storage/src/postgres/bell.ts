import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from './database.js';
import { isUnknownToEngine } from './problems.js';

/** What is listened to: a word and the channel it came by. */
export type Heard = (channel: Channel, word: string) => void;
export type Channel = 'throughline_moved' | 'throughline_word';
const channels: readonly Channel[] = ['throughline_moved', 'throughline_word'];

/** More than this waits for nobody: the newest word counts. */
const mostWaiting = 1000;
/** Milliseconds before a lost connection is tried again, from the first time to the longest. */
const waits = { first: 200, longest: 10_000 };

/**
 * Word between processes by NOTIFY, and a hint only: a relative of PostgreSQL may not know it, and a connection that is
 * lost misses what was said meanwhile.
 *
 * It is rung after an append and not inside of it: a transaction with NOTIFY holds a lock on the whole database server
 * while it is flushed to the disk, so that appends to different reviews would wait for each other. What rings
 * while a word is under way goes together in the next.
 */
export class Bell {
  /** Says which words are our own. */
  readonly #self = randomUUID().slice(0, 8);
  #waiting: (readonly [Channel, string])[] = [];
  #ringing = false;
  #silent = false;
  #listening: pg.Client | undefined;
  #wait = waits.first;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly database: Database,
    private readonly heard: Heard,
  ) {}

  /** To all other processes, as soon as may be. */
  ring(channel: Channel, word: string): void {
    if (this.#silent || this.#closed) return;
    this.#waiting.push([channel, `${this.#self} ${word}`]);
    if (this.#waiting.length > mostWaiting) this.#waiting.shift();
    if (!this.#ringing) this.#ringAll();
  }

  /** Listens from now on, and for ever: a connection that is lost is made again. */
  listen(): void {
    if (this.#closed || this.#listening !== undefined || this.#again !== undefined || this.#silent) return;
    const client = new pg.Client({ ...this.database.settings(0), query_timeout: 10_000 });
    this.#listening = client;
    client.on('error', () => {});
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ channel, payload = '' }) => this.#hear(channel, payload));
    this.#start(client).catch(() => this.#lost(client));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#listening?.end().catch(() => {});
  }

  async #start(client: pg.Client): Promise<void> {
    await client.connect();
    try {
      for (const channel of channels) await client.query(`LISTEN ${channel}`);
      this.#wait = waits.first;
    } catch (error) {
      this.#silent = isUnknownToEngine(error);
      await client.end();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#listening !== client) return;
    this.#listening = undefined;
    client.end().catch(() => {});
    if (this.#closed || this.#silent) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.listen();
    }, this.#wait).unref();
    this.#wait = Math.min(waits.longest, this.#wait * 2);
  }

  #hear(channel: string, payload: string): void {
    const at = payload.indexOf(' ');
    if (payload.slice(0, at) === this.#self) return;
    for (const known of channels) if (known === channel) this.heard(known, payload.slice(at + 1));
  }

  #ringAll(): void {
    this.#ringing = true;
    const words = this.#waiting;
    this.#waiting = [];
    this.database.unrepeated
      .rows(
        'SELECT pg_notify(said.channel, said.word) FROM unnest($1::text[], $2::text[]) AS said (channel, word)',
        ...[words.map(([channel]) => channel), words.map(([, word]) => word)],
      )
      .catch((error: unknown) => {
        this.#silent ||= isUnknownToEngine(error);
      })
      .finally(() => {
        this.#ringing = false;
        if (this.#waiting.length > 0 && !this.#closed) this.#ringAll();
      });
  }
}
