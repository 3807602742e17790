import { randomBytes } from 'node:crypto';
import type { ReviewId } from '@throughline/core';
import type { Database } from './database.js';

/** Something that happened to accounts and access. Never what is in a review. */
export interface KeptEvent {
  /** Ids of later events come after those of earlier ones. */
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly account?: string;
  readonly review?: ReviewId;
  readonly values: Readonly<Record<string, string | number>>;
}
export interface NewEvent extends Omit<KeptEvent, 'id' | 'at' | 'values'> {
  readonly values?: KeptEvent['values'];
  /**
   * Names what it was about, for an event that several processes notice of their own: it is kept once. Two events of one
   * name are the same.
   */
  readonly name?: string;
}

/** How long events are kept, and how many at most. */
const eventsKept = { days: 400, most: 200_000 } as const;

/** The audit trail of a server, newest last. */
export class Events {
  constructor(private readonly database: Database) {}

  async write({ what, account, review, values = {}, name }: NewEvent, at: Date): Promise<void> {
    const row = { id: eventId(at, name), at: at.toISOString(), what, said: JSON.stringify(values) };
    await this.database.sql
      .insertInto('events')
      .values({ ...row, account: account ?? null, review: review ?? null })
      .onConflict((known) => known.doNothing())
      .execute();
  }

  /** Newest first, those before an event; of one review, or of the whole server. */
  async page(
    limit: number,
    { review, before }: { readonly review?: ReviewId; readonly before?: string } = {},
  ): Promise<readonly KeptEvent[]> {
    const all = this.database.sql.selectFrom('events').selectAll().orderBy('id', 'desc').limit(limit);
    const mine = review === undefined ? all : all.where('review', '=', review);
    const rows = await (before === undefined ? mine : mine.where('id', '<', before)).execute();
    return rows.map((row) => ({
      ...{ id: row.id, at: row.at, what: row.what, values: JSON.parse(row.said) as KeptEvent['values'] },
      ...(row.account === null ? {} : { account: row.account }),
      ...(row.review === null ? {} : { review: row.review as ReviewId }),
    }));
  }

  /** Takes out what is too old, and of the rest what is too many. */
  async tidy(at: Date, { days, most }: { readonly days: number; readonly most: number } = eventsKept): Promise<void> {
    const oldest = timeOf(new Date(at.getTime() - days * 86_400_000));
    await this.database.sql.deleteFrom('events').where('id', '<', oldest).execute();
    const last = await this.database.sql
      .selectFrom('events')
      .select('id')
      .orderBy('id', 'desc')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (last !== undefined) await this.database.sql.deleteFrom('events').where('id', '<=', last.id).execute();
  }
}

let given = 0;

/** Time, then the order in which this process gave them, then chance; or, where it is named, its time and name. */
function eventId(at: Date, name: string | undefined): string {
  if (name !== undefined) return `${timeOf(at)}-${name}`;
  given = (given + 1) % 36 ** 4;
  return `${timeOf(at)}-${given.toString(36).padStart(4, '0')}${randomBytes(5).toString('hex')}`;
}

/** Milliseconds, so that text sorts as time does. */
const timeOf = (at: Date): string => Math.max(0, at.getTime()).toString(36).padStart(9, '0');
