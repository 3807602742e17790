import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** Somebody who can sign in on this server. */
export interface KeptAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** They showed that they read that mailbox. */
  readonly emailVerified: boolean;
  readonly administrator: boolean;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly since: string;
  /** Asked for a new password when no mail could be sent. */
  readonly askedForReset?: string;
}
/** A session as a request finds it. */
export interface FoundSession
  extends Pick<KeptAccount, 'id' | 'name' | 'email' | 'administrator' | 'disabled' | 'secondFactor'> {
  readonly session: string;
  readonly since: Date;
  readonly until: Date;
}
/** Somewhere an account is signed in. */
export interface KeptSession {
  readonly id: string;
  readonly since: string;
  /** What the browser said of itself. */
  readonly userAgent?: string;
}
export interface NewKeptAccount {
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly administrator: boolean;
  /** As the sign-in library hashes it. */
  readonly passwordHash: string;
}
export type AccountMade = { readonly id: string } | { readonly refused: 'emailTaken' | 'notTheFirst' };

export interface AccountSet {
  readonly name?: string;
  readonly administrator?: boolean;
  readonly disabled?: boolean;
  readonly emailVerified?: true;
  readonly askedForReset?: string | null;
}

/** The accounts of a server. Signing in is the sign-in library's; this makes them and governs them. */
export class Accounts {
  constructor(private readonly database: Database) {}

  /** Makes an account and its password, whole. `first`: only where there is none yet. */
  make(account: NewKeptAccount, at: Date, { first = false } = {}): Promise<AccountMade> {
    return this.database.whole(async (own) => {
      if (first && (await isThere(own))) return { refused: 'notTheFirst' };
      const email = account.email.toLowerCase();
      if (await isThere(own, email)) return { refused: 'emailTaken' };
      const id = randomUUID();
      const times = { createdAt: at.toISOString(), updatedAt: at.toISOString() };
      await own
        .insertInto('accounts')
        .values({
          ...{ id, name: account.name, email, askedForReset: null, ...times },
          emailVerified: this.database.flag(account.emailVerified),
          twoFactorEnabled: this.database.flag(false),
          administrator: this.database.flag(account.administrator),
          disabled: this.database.flag(false),
        })
        .execute();
      const credential = { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, ...times };
      await own
        .insertInto('sign_ins')
        .values({ ...credential, password: account.passwordHash })
        .execute();
      return { id };
    });
  }

  /** Is there no account at all yet? */
  async none(): Promise<boolean> {
    return !(await isThere(this.database.sql));
  }

  async get(id: string): Promise<KeptAccount | undefined> {
    const row = await this.#all().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : asAccount(row);
  }

  async byEmail(email: string): Promise<KeptAccount | undefined> {
    const row = await this.#all().where('email', '=', email.toLowerCase()).executeTakeFirst();
    return row === undefined ? undefined : asAccount(row);
  }

  async all(): Promise<readonly KeptAccount[]> {
    const rows = await this.#all().orderBy('email').execute();
    return rows.map(asAccount);
  }

  /** Has it a password, or does it sign in elsewhere only? */
  async hasPassword(id: string): Promise<boolean> {
    const row = await this.database.sql
      .selectFrom('sign_ins')
      .select('id')
      .where('userId', '=', id)
      .where('password', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * Sets what is named. Whoever is disabled is signed out everywhere at once. Refused where no administrator would be
   * left who can sign in.
   */
  set(id: string, asked: AccountSet, at: Date): Promise<'done' | 'unknown' | 'lastAdministrator'> {
    const { flag } = this.database;
    return this.database.whole(async (own) => {
      const losing = asked.administrator === false || asked.disabled === true;
      if (losing && (await this.#isLastAdministrator(own, id))) return 'lastAdministrator';
      const done = await own
        .updateTable('accounts')
        .set({
          updatedAt: at.toISOString(),
          ...(asked.name === undefined ? {} : { name: asked.name }),
          ...(asked.askedForReset === undefined ? {} : { askedForReset: asked.askedForReset }),
          ...(asked.emailVerified === undefined ? {} : { emailVerified: flag(true) }),
          ...(asked.administrator === undefined ? {} : { administrator: flag(asked.administrator) }),
          ...(asked.disabled === undefined ? {} : { disabled: flag(asked.disabled) }),
        })
        .where('id', '=', id)
        .executeTakeFirst();
      if (asked.disabled === true) await own.deleteFrom('sessions').where('userId', '=', id).execute();
      return done.numUpdatedRows > 0n ? 'done' : 'unknown';
    });
  }

  /** Takes the second factor away, for somebody who lost theirs and their backup codes; signs them out everywhere. */
  removeSecondFactor(id: string, at: Date): Promise<void> {
    return this.database.whole(async (own) => {
      const off = { twoFactorEnabled: this.database.flag(false), updatedAt: at.toISOString() };
      await own.updateTable('accounts').set(off).where('id', '=', id).execute();
      await own.deleteFrom('second_factors').where('userId', '=', id).execute();
      await own.deleteFrom('sessions').where('userId', '=', id).execute();
    });
  }

  /** The session of a token, and whose it is. Asked for by every request: one look. Whether it is over, the asker says. */
  async bySession(token: string): Promise<FoundSession | undefined> {
    const { rows } = await sql<FoundRow>`
      SELECT a.id, a.name, a.email, a.administrator, a.disabled, a."twoFactorEnabled", s.id AS session,
        s."createdAt" AS "since", s."expiresAt" AS "until"
      FROM sessions s JOIN accounts a ON a.id = s."userId" WHERE s.token = ${token}`.execute(this.database.sql);
    const [row] = rows;
    return row && asFound(row);
  }

  /** Where an account is signed in, the latest first. */
  async sessions(id: string): Promise<readonly KeptSession[]> {
    const rows = await this.database.sql
      .selectFrom('sessions')
      .select(['id', 'createdAt', 'userAgent'])
      .where('userId', '=', id)
      .orderBy('createdAt', 'desc')
      .execute();
    return rows.map((row) => ({
      ...{ id: row.id, since: new Date(row.createdAt).toISOString() },
      ...(row.userAgent === null ? {} : { userAgent: row.userAgent }),
    }));
  }

  /** Signs an account out of one session. False where it has no such session. */
  async endSession(id: string, session: string): Promise<boolean> {
    const ended = this.database.sql.deleteFrom('sessions').where('userId', '=', id).where('id', '=', session);
    return (await ended.executeTakeFirst()).numDeletedRows > 0n;
  }

  /** Signs an account out everywhere, but for one session where it is named. */
  async endSessions(id: string, except?: string): Promise<void> {
    const all = this.database.sql.deleteFrom('sessions').where('userId', '=', id);
    await (except === undefined ? all : all.where('id', '<>', except)).execute();
  }

  /** Takes out sessions and codes that are over. */
  async tidy(at: Date): Promise<void> {
    const now = at.toISOString();
    await this.database.sql.deleteFrom('sessions').where('expiresAt', '<', now).execute();
    await this.database.sql.deleteFrom('verifications').where('expiresAt', '<', now).execute();
  }

  async #isLastAdministrator(own: Kysely<Tables>, id: string): Promise<boolean> {
    const { flag } = this.database;
    const rows = await own
      .selectFrom('accounts')
      .select('id')
      .where('administrator', '=', flag(true))
      .where('disabled', '=', flag(false))
      .execute();
    return rows.length === 1 && rows[0]?.id === id;
  }

  #all() {
    return this.database.sql.selectFrom('accounts').select(columns);
  }
}

async function isThere(own: Kysely<Tables>, email?: string): Promise<boolean> {
  const any = own.selectFrom('accounts').select('id').limit(1);
  return (await (email === undefined ? any : any.where('email', '=', email)).executeTakeFirst()) !== undefined;
}

const columns = [
  'id',
  'name',
  'email',
  'emailVerified',
  'administrator',
  'disabled',
  'twoFactorEnabled',
  'createdAt',
  'askedForReset',
] as const;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean | number;
  readonly administrator: boolean | number;
  readonly disabled: boolean | number;
  readonly twoFactorEnabled: boolean | number | null;
  readonly createdAt: string | Date;
  readonly askedForReset: string | null;
}

type FoundRow = Pick<Row, 'id' | 'name' | 'email' | 'administrator' | 'disabled' | 'twoFactorEnabled'> & {
  readonly session: string;
  readonly since: string | Date;
  readonly until: string | Date;
};

const asFound = ({ id, name, email, session, ...row }: FoundRow): FoundSession => ({
  ...{ id, name, email, session, since: new Date(row.since), until: new Date(row.until) },
  administrator: Boolean(row.administrator),
  disabled: Boolean(row.disabled),
  secondFactor: Boolean(row.twoFactorEnabled),
});

const asAccount = (row: Row): KeptAccount => ({
  ...{ id: row.id, name: row.name, email: row.email, since: new Date(row.createdAt).toISOString() },
  emailVerified: Boolean(row.emailVerified),
  administrator: Boolean(row.administrator),
  disabled: Boolean(row.disabled),
  secondFactor: Boolean(row.twoFactorEnabled),
  ...(row.askedForReset === null ? {} : { askedForReset: row.askedForReset }),
});
