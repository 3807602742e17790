import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { PersonId, ReviewId } from '@throughline/core';
import type { Database } from './database.js';

/** What somebody is invited to: to be a person in a review, or to have an account on this server and no more. */
export interface Invitation {
  readonly id: string;
  readonly review?: ReviewId;
  /** Who they will be in the review. */
  readonly person?: PersonId;
  /** What the inviter wrote. */
  readonly name: string;
  readonly email?: string;
  /** The account that invited. */
  readonly inviter: string;
  readonly until: string;
}
export type NewInvitation = Omit<Invitation, 'id'>;

/** Invitations by link. Of a link's token only a hash is kept, so that nobody can read one here. */
export class Invitations {
  constructor(private readonly database: Database) {}

  /** Keeps an invitation, and answers the token for its link. */
  async make(invitation: NewInvitation): Promise<{ readonly id: string; readonly token: string }> {
    const { review, person, name, email, inviter, until } = invitation;
    const token = randomBytes(32).toString('base64url');
    const id = randomUUID();
    const row = {
      ...{ id, token: hashed(token), name, inviter, until, used: null, withdrawn: null },
      ...{ review: review ?? null, person: person ?? null, email: email ?? null },
    };
    await this.database.sql.insertInto('invitations').values(row).execute();
    return { id, token };
  }

  /** The invitation of a link; undefined where there is none, or it was used or taken back, or is over. */
  async open(token: string, at: Date): Promise<Invitation | undefined> {
    const row = await this.#open(at).where('token', '=', hashed(token)).executeTakeFirst();
    return row === undefined ? undefined : asInvitation(row);
  }

  /** Uses it up. Of several who try at once, one gets it. */
  async use(token: string, at: Date): Promise<Invitation | undefined> {
    const now = at.toISOString();
    const row = await this.database.sql
      .updateTable('invitations')
      .set({ used: now })
      .where('token', '=', hashed(token))
      .where('used', 'is', null)
      .where('withdrawn', 'is', null)
      .where('until', '>', now)
      .returning(columns)
      .executeTakeFirst();
    return row === undefined ? undefined : asInvitation(row);
  }

  /** Gives back what was used up in vain. */
  async giveBack(id: string): Promise<void> {
    await this.database.sql.updateTable('invitations').set({ used: null }).where('id', '=', id).execute();
  }

  async openIn(review: ReviewId, at: Date): Promise<readonly Invitation[]> {
    const rows = await this.#open(at).where('review', '=', review).orderBy('until').orderBy('id').execute();
    return rows.map(asInvitation);
  }

  /** Takes an invitation back. False where there is no such open one in this review. */
  async withdraw(review: ReviewId, id: string, at: Date): Promise<boolean> {
    const now = at.toISOString();
    const done = await this.database.sql
      .updateTable('invitations')
      .set({ withdrawn: now })
      .where('id', '=', id)
      .where('review', '=', review)
      .where('used', 'is', null)
      .where('withdrawn', 'is', null)
      .where('until', '>', now)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  }

  /** Takes back every open invitation to be this person: they have an account now, or are to get another link. */
  async withdrawAll(review: ReviewId, person: PersonId, at: Date): Promise<void> {
    await this.database.sql
      .updateTable('invitations')
      .set({ withdrawn: at.toISOString() })
      .where('review', '=', review)
      .where('person', '=', person)
      .where('used', 'is', null)
      .where('withdrawn', 'is', null)
      .execute();
  }

  /** Takes out those that were over before a time. */
  async tidy(before: Date): Promise<void> {
    await this.database.sql.deleteFrom('invitations').where('until', '<', before.toISOString()).execute();
  }

  #open(at: Date) {
    return this.database.sql
      .selectFrom('invitations')
      .select(columns)
      .where('used', 'is', null)
      .where('withdrawn', 'is', null)
      .where('until', '>', at.toISOString());
  }
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

const columns = ['id', 'review', 'person', 'name', 'email', 'inviter', 'until'] as const;

function asInvitation(row: {
  id: string;
  review: string | null;
  person: string | null;
  name: string;
  email: string | null;
  inviter: string;
  until: string;
}): Invitation {
  const { id, review, person, name, email, inviter, until } = row;
  return {
    ...{ id, name, inviter, until },
    ...(review === null ? {} : { review: review as ReviewId }),
    ...(person === null ? {} : { person: person as PersonId }),
    ...(email === null ? {} : { email }),
  };
}
