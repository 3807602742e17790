import type { ReviewId } from '@throughline/core';
import type { Blobs } from '../blobs/contract.js';
import { type Keeper, StoreProblem } from '../contract.js';
import type { Herald, ReviewStore } from '../store.js';
import { readAddress } from './address.js';
import { Bell, type Channel } from './bell.js';
import { Contents } from './contents.js';
import { Database } from './database.js';
import { Followers } from './followers.js';
import { PostgresKeeper } from './keeper.js';
import { migrate } from './migrations.js';
import { isHeld } from './moving.js';
import { RecordSearch } from './search.js';

export interface PostgresOptions {
  /** Where the bytes of files are kept; inside the database without one. */
  readonly blobs?: Blobs;
  /** The most connections to the database; 10 without it. One more listens, and each copy under way has its own. */
  readonly pool?: number;
  /** How long a call waits for a database that cannot be reached, in milliseconds, before it is `store.unreachable`. */
  readonly patience?: number;
}

/**
 * Many reviews in one PostgreSQL database, for several processes at once: the database serialises what is appended to a
 * review. Makes its tables where there are none, and brings older ones up to date. Rejects with a StoreProblem that says
 * why where it cannot.
 */
export async function postgresStore(url: string, options: PostgresOptions = {}): Promise<ReviewStore> {
  const { pool = 10, patience = 10_000, blobs } = options;
  const database = new Database(readAddress(url), { pool, patience });
  try {
    await refuseUnfit(database);
    await migrate(database);
    return new PostgresStore(database, blobs);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * At the start nothing is tried again: whoever mistyped an address is told at once. On a connection of its own, which is
 * ended in any case: the pool leaves one open where the driver, and not the server, refuses to sign in.
 */
async function refuseUnfit(database: Database): Promise<void> {
  const { place } = database.address;
  const { session, end } = await database.apart('BEGIN');
  const [[encoding] = ['']] = await session.rows<[string]>('SHOW server_encoding');
  await end('ROLLBACK');
  if (!/^utf-?8$/i.test(encoding)) throw new StoreProblem('store.encoding', { place, encoding });
}

/** Tables in which a review has rows. */
const tables = ['changes', 'records', 'record_search', 'contents', 'snapshots'];

class PostgresStore implements ReviewStore {
  readonly place: string;
  readonly #followers: Followers;
  readonly #bell: Bell;
  readonly #listeners = new Set<{ readonly hear: (word: string) => void }>();

  constructor(
    private readonly database: Database,
    private readonly blobs: Blobs | undefined,
  ) {
    this.place = database.address.place;
    this.#followers = new Followers(database);
    this.#bell = new Bell(database, (channel, word) => this.#heard(channel, word));
  }

  async reviews(): Promise<readonly ReviewId[]> {
    return (await this.database.rows<[ReviewId]>('SELECT review FROM reviews')).map(([review]) => review);
  }

  async keeper(review: ReviewId): Promise<Keeper> {
    if (!(await isHeld(this.database, review))) throw new StoreProblem('review.unknown', { review });
    const contents = new Contents(this.database, review, this.blobs);
    // What a process that died left to be done.
    await contents.takeOut();
    const search = new RecordSearch(this.database, review);
    search.fillSoon();
    return this.#keeper(review, contents, search);
  }

  async begin(review: ReviewId, _title: string): Promise<Keeper> {
    if (await isHeld(this.database, review)) throw new StoreProblem('file.exists', { file: this.place, review });
    const contents = new Contents(this.database, review, this.blobs);
    return this.#keeper(review, contents, new RecordSearch(this.database, review));
  }

  #keeper(review: ReviewId, contents: Contents, search: RecordSearch): Keeper {
    const shared = {
      database: this.database,
      moved: (moved: ReviewId, head: number) => this.#tell(moved, head),
      follow: (followed: ReviewId, moved: () => void) => this.#follow(followed, moved),
    };
    return new PostgresKeeper(review, shared, contents, search);
  }

  async remove(review: ReviewId): Promise<void> {
    await this.database.patiently(() =>
      this.database.transaction(async (session) => {
        await session.rows('DELETE FROM reviews WHERE review = $1', review);
        for (const table of tables) await session.rows(`DELETE FROM ${table} WHERE review = $1`, review);
      }),
    );
    await this.blobs?.removeAll(review);
  }

  async size(review: ReviewId): Promise<number> {
    const parts = [
      'SELECT sum(pg_column_size(payload) + 200) FROM changes WHERE review = $1',
      'SELECT sum(pg_column_size(raw) + pg_column_size(reference) + 100) FROM records WHERE review = $1',
      'SELECT sum(size) FROM contents WHERE review = $1',
      'SELECT sum(pg_column_size(frozen)) FROM snapshots WHERE review = $1',
    ];
    const sum = parts.map((part) => `coalesce((${part}), 0)`).join(' + ');
    const [[bytes] = ['0']] = await this.database.rows<[string]>(`SELECT ${sum}`, review);
    return Number(bytes);
  }

  async answers(): Promise<void> {
    await this.database.unrepeated.rows('SELECT 1').catch((error) => {
      throw this.database.problem(error);
    });
    await this.blobs?.answers();
  }

  readonly herald: Herald = {
    tell: (word) => {
      if (Buffer.byteLength(word) > 4000) return;
      this.#hear(word);
      this.#bell.ring('throughline_word', word);
    },
    hear: (listener) => {
      const listening = { hear: listener };
      this.#listeners.add(listening);
      this.#bell.listen();
      return () => this.#listeners.delete(listening);
    },
  };

  async close(): Promise<void> {
    this.#followers.close();
    await this.#bell.close();
    await this.database.close();
  }

  #follow(review: ReviewId, moved: () => void): () => void {
    this.#bell.listen();
    return this.#followers.add(review, moved);
  }

  #tell(review: ReviewId, head: number): void {
    this.#followers.moved(review, head);
    this.#bell.ring('throughline_moved', `${head} ${review}`);
  }

  #heard(channel: Channel, word: string): void {
    if (channel === 'throughline_word') {
      this.#hear(word);
      return;
    }
    const at = word.indexOf(' ');
    this.#followers.moved(word.slice(at + 1) as ReviewId, Number(word.slice(0, at)));
  }

  #hear(word: string): void {
    for (const { hear } of [...this.#listeners]) queueMicrotask(() => hear(word));
  }
}
