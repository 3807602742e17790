import { hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from './database.js';

/** What one account and one review may take. Bytes; an administrator sets them. */
export interface KeptLimits {
  readonly reviewsPerAccount: number;
  readonly bytesPerReview: number;
  readonly bytesPerUpload: number;
}

const GB = 1024 ** 3;
const limitsAtFirst: KeptLimits = { reviewsPerAccount: 100, bytesPerReview: 20 * GB, bytesPerUpload: GB / 2 };

/** What a server knows of itself. */
export class Settings {
  private constructor(
    private readonly database: Database,
    private readonly secret: Buffer,
  ) {}

  /** Makes the secret the first time; every process on this register then has the same. */
  static async of(database: Database): Promise<Settings> {
    const fresh = randomBytes(32).toString('base64url');
    const row = { name: 'secret', value: fresh };
    await database.sql
      .insertInto('settings')
      .values(row)
      .onConflict((known) => known.doNothing())
      .execute();
    const kept = await keptValue(database, 'secret');
    return new Settings(database, Buffer.from(kept ?? fresh, 'base64url'));
  }

  /** 32 bytes for one purpose, the same in every process and after every start; none tells anything of another. */
  key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', `throughline ${purpose}`, 32));
  }

  async limits(): Promise<KeptLimits> {
    const kept = await keptValue(this.database, 'limits');
    return kept === undefined ? limitsAtFirst : { ...limitsAtFirst, ...(JSON.parse(kept) as Partial<KeptLimits>) };
  }

  async setLimits(limits: KeptLimits): Promise<void> {
    const value = JSON.stringify(limits);
    await this.database.sql
      .insertInto('settings')
      .values({ name: 'limits', value })
      .onConflict((known) => known.column('name').doUpdateSet({ value }))
      .execute();
  }
}

async function keptValue({ sql }: Database, name: string): Promise<string | undefined> {
  const row = await sql.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}
