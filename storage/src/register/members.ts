import type { PersonId, ReviewId, Role } from '@throughline/core';
import type { Database } from './database.js';

/** Which account is whom in a review. People are ids in the log (L17); what they may there is read from the log. */
export interface Member {
  readonly review: ReviewId;
  readonly account: string;
  readonly person: PersonId;
  /** As it was told last; for a list, and no right rests on it. */
  readonly role?: Role;
}

export class Members {
  constructor(private readonly database: Database) {}

  /**
   * Binds an account to a person of a review. False where the account is somebody else there, or the person is another
   * account's. The same again is no error. `started`: the account began the review here, or brought it.
   */
  async bind(
    review: ReviewId,
    account: string,
    person: PersonId,
    { role, started = false }: { readonly role?: Role; readonly started?: boolean } = {},
  ): Promise<boolean> {
    const row = { review, account, person, role: role ?? null, started: Number(started) };
    await this.database.sql
      .insertInto('members')
      .values(row)
      .onConflict((known) => known.doNothing())
      .execute();
    return (await this.personOf(review, account)) === person;
  }

  /** Takes the binding away. What the person did stays theirs in the log. */
  async unbind(review: ReviewId, account: string): Promise<void> {
    await this.database.sql.deleteFrom('members').where('review', '=', review).where('account', '=', account).execute();
  }

  /** Takes a whole review out: it is kept here no longer. */
  async forget(review: ReviewId): Promise<void> {
    await this.database.sql.deleteFrom('members').where('review', '=', review).execute();
  }

  async personOf(review: ReviewId, account: string): Promise<PersonId | undefined> {
    const row = await this.database.sql
      .selectFrom('members')
      .select('person')
      .where('review', '=', review)
      .where('account', '=', account)
      .executeTakeFirst();
    return row?.person as PersonId | undefined;
  }

  async accountsIn(review: ReviewId): Promise<readonly Member[]> {
    const rows = await this.#all().where('review', '=', review).orderBy('account').execute();
    return rows.map(asMember);
  }

  async reviewsOf(account: string): Promise<readonly Member[]> {
    const rows = await this.#all().where('account', '=', account).orderBy('review').execute();
    return rows.map(asMember);
  }

  /** In how many reviews each account is somebody. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#all().execute();
    const counts = new Map<string, number>();
    for (const { account } of rows) counts.set(account, (counts.get(account) ?? 0) + 1);
    return counts;
  }

  /** How many reviews an account began here, for the limit. */
  async startedBy(account: string): Promise<number> {
    const rows = await this.#all().where('account', '=', account).where('started', '=', 1).execute();
    return rows.length;
  }

  /** Notes what the log says somebody is by now; undefined: not among the review's people any more. */
  async noteRole(review: ReviewId, person: PersonId, role: Role | undefined): Promise<void> {
    await this.database.sql
      .updateTable('members')
      .set({ role: role ?? null })
      .where('review', '=', review)
      .where('person', '=', person)
      .execute();
  }

  #all() {
    return this.database.sql.selectFrom('members').select(['review', 'account', 'person', 'role']);
  }
}

const asMember = (row: { review: string; account: string; person: string; role: string | null }): Member => ({
  review: row.review as ReviewId,
  account: row.account,
  person: row.person as PersonId,
  ...(row.role === null ? {} : { role: row.role as Role }),
});
