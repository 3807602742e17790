import { sql } from 'kysely';
import type { Database } from './database.js';

/** How many times something may be tried in how many seconds, counted from the first try. */
export interface Allowance {
  readonly most: number;
  readonly seconds: number;
}

/** Counts tries by a key, for all processes together. */
export class Attempts {
  constructor(private readonly database: Database) {}

  /** Counts one more try. Answers the seconds to wait where it is one too many, else undefined. */
  async take(key: string, { most, seconds }: Allowance, at: Date): Promise<number | undefined> {
    const now = at.toISOString();
    const until = new Date(at.getTime() + seconds * 1000).toISOString();
    // One that ends later than any that begins now was begun by a clock that was ahead.
    const isOver = sql`(attempts.until <= ${now} OR attempts.until > ${until})`;
    const { rows } = await sql<{ count: number; until: string }>`
      INSERT INTO attempts (key, count, until) VALUES (${key}, 1, ${until})
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN ${isOver} THEN 1 ELSE attempts.count + 1 END,
        until = CASE WHEN ${isOver} THEN ${until} ELSE attempts.until END
      RETURNING count, until`.execute(this.database.sql);
    const [row] = rows;
    if (row === undefined || row.count <= most) return undefined;
    return Math.max(1, Math.ceil((Date.parse(row.until) - at.getTime()) / 1000));
  }

  /** Forgets what was counted, after a try that was right. */
  async clear(key: string): Promise<void> {
    await this.database.sql.deleteFrom('attempts').where('key', '=', key).execute();
  }

  /** Takes out what counts no longer. */
  async tidy(at: Date): Promise<void> {
    await this.database.sql.deleteFrom('attempts').where('until', '<=', at.toISOString()).execute();
  }
}
