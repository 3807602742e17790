import type { Kysely } from 'kysely';
import { Accounts } from './accounts.js';
import { Attempts } from './attempts.js';
import { type Database, type RegisterPlace, connect, toRegisterProblem } from './database.js';
import { Events } from './events.js';
import { Invitations } from './invitations.js';
import { Members } from './members.js';
import { migrate } from './migrations.js';
import { Settings } from './settings.js';
import type { Tables } from './tables.js';

/**
 * What a team's server knows besides its reviews: accounts and their sessions, who is whom in which review, invitations,
 * what happened, and its own settings. Several processes share one. It says who may come in; what they may do inside a
 * review is in the review.
 */
export interface Register {
  readonly accounts: Accounts;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly events: Events;
  readonly attempts: Attempts;
  readonly settings: Settings;
  /** For the sign-in library, which reads and writes the tables of accounts and sessions itself. */
  readonly signIn: { readonly db: Kysely<Tables>; readonly type: 'sqlite' | 'postgres' };
  /** Takes out what is over: sessions, codes, counts, old invitations and events. Called now and then. */
  tidy(at: Date): Promise<void>;
  /** Rejects where the register does not answer. */
  answers(): Promise<void>;
  close(): Promise<void>;
}

/** Days that an invitation which is over is still kept. */
const invitationsKept = 90;

/**
 * Opens a register, makes it where there is none, and brings an older one up to date. Rejects with a StoreProblem where
 * that cannot be, `file.newer` where a newer program made it.
 */
export async function openRegister(place: RegisterPlace): Promise<Register> {
  try {
    const database = connect(place);
    try {
      await migrate(database, 'folder' in place ? place.folder : 'database');
      return registerOn(database, await Settings.of(database), place);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    throw toRegisterProblem(error, place);
  }
}

function registerOn(database: Database, settings: Settings, place: RegisterPlace): Register {
  const accounts = new Accounts(database);
  const invitations = new Invitations(database);
  const events = new Events(database);
  const attempts = new Attempts(database);
  return {
    ...{ accounts, invitations, events, attempts, settings },
    members: new Members(database),
    signIn: { db: database.sql, type: database.engine },
    tidy: async (at) => {
      await accounts.tidy(at);
      await attempts.tidy(at);
      await invitations.tidy(new Date(at.getTime() - invitationsKept * 86_400_000));
      await events.tidy(at);
    },
    answers: async () => {
      await accounts.none().catch((error: unknown) => {
        throw toRegisterProblem(error, place);
      });
    },
    close: () => database.close(),
  };
}
