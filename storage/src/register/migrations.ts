import { type Kysely, sql } from 'kysely';
import { StoreProblem } from '../contract.js';
import { type Database, codeOf } from './database.js';
import type { Tables } from './tables.js';

/** What differs between the engines in a table's columns. */
interface Types {
  readonly moment: string;
  readonly flag: string;
}
const types: Readonly<Record<Database['engine'], Types>> = {
  sqlite: { moment: 'date', flag: 'integer' },
  postgres: { moment: 'timestamptz', flag: 'boolean' },
};

/** A step from one version of the tables to the next. A step that was released is never altered. */
export type Step = (types: Types) => readonly string[];

/** The first six tables are the sign-in library's, by its own account of them; the rest are ours. */
const first: Step = ({ moment, flag }) => [
  `CREATE TABLE "accounts" ("id" text NOT NULL PRIMARY KEY, "name" text NOT NULL, "email" text NOT NULL UNIQUE,
    "emailVerified" ${flag} NOT NULL, "image" text, "createdAt" ${moment} NOT NULL, "updatedAt" ${moment} NOT NULL,
    "twoFactorEnabled" ${flag}, "administrator" ${flag} NOT NULL, "disabled" ${flag} NOT NULL, "askedForReset" text)`,
  `CREATE TABLE "sessions" ("id" text NOT NULL PRIMARY KEY, "expiresAt" ${moment} NOT NULL, "token" text NOT NULL UNIQUE,
    "createdAt" ${moment} NOT NULL, "updatedAt" ${moment} NOT NULL, "ipAddress" text, "userAgent" text,
    "userId" text NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE)`,
  `CREATE INDEX "sessions_userId_idx" ON "sessions" ("userId")`,
  `CREATE TABLE "sign_ins" ("id" text NOT NULL PRIMARY KEY, "accountId" text NOT NULL, "providerId" text NOT NULL,
    "userId" text NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE, "accessToken" text, "refreshToken" text,
    "idToken" text, "accessTokenExpiresAt" ${moment}, "refreshTokenExpiresAt" ${moment}, "scope" text, "password" text,
    "createdAt" ${moment} NOT NULL, "updatedAt" ${moment} NOT NULL)`,
  `CREATE INDEX "sign_ins_userId_idx" ON "sign_ins" ("userId")`,
  // One account for one person at a provider, whatever two processes do at once.
  `CREATE UNIQUE INDEX "sign_ins_one_each" ON "sign_ins" ("providerId", "accountId")`,
  `CREATE TABLE "verifications" ("id" text NOT NULL PRIMARY KEY, "identifier" text NOT NULL, "value" text NOT NULL,
    "expiresAt" ${moment} NOT NULL, "createdAt" ${moment} NOT NULL, "updatedAt" ${moment} NOT NULL)`,
  `CREATE INDEX "verifications_identifier_idx" ON "verifications" ("identifier")`,
  `CREATE TABLE "second_factors" ("id" text NOT NULL PRIMARY KEY, "secret" text NOT NULL, "backupCodes" text NOT NULL,
    "userId" text NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE, "verified" ${flag},
    "failedVerificationCount" integer, "lockedUntil" ${moment})`,
  `CREATE INDEX "second_factors_secret_idx" ON "second_factors" ("secret")`,
  `CREATE INDEX "second_factors_userId_idx" ON "second_factors" ("userId")`,
  `CREATE TABLE "members" ("review" text NOT NULL, "account" text NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE,
    "person" text NOT NULL, "role" text, "started" integer NOT NULL, PRIMARY KEY ("review", "account"),
    UNIQUE ("review", "person"))`,
  `CREATE INDEX "members_account" ON "members" ("account")`,
  `CREATE TABLE "invitations" ("id" text NOT NULL PRIMARY KEY, "token" text NOT NULL UNIQUE, "review" text,
    "person" text, "name" text NOT NULL, "email" text, "inviter" text NOT NULL,
    "until" text NOT NULL, "used" text, "withdrawn" text)`,
  `CREATE INDEX "invitations_review" ON "invitations" ("review")`,
  `CREATE TABLE "events" ("id" text NOT NULL PRIMARY KEY, "at" text NOT NULL, "what" text NOT NULL, "account" text,
    "review" text, "said" text NOT NULL)`,
  `CREATE INDEX "events_review" ON "events" ("review", "id")`,
  `CREATE TABLE "attempts" ("key" text NOT NULL PRIMARY KEY, "count" integer NOT NULL, "until" text NOT NULL)`,
  `CREATE TABLE "settings" ("name" text NOT NULL PRIMARY KEY, "value" text NOT NULL)`,
];

export const steps: readonly Step[] = [first];

/**
 * Brings a register's tables to this program's version, whole or not at all. Several processes may start at once: one
 * does it, the others wait for it. A register that a newer program made is refused and left as it is.
 */
export async function migrate(database: Database, place: string, wanted: readonly Step[] = steps): Promise<void> {
  await begin(database);
  await database.whole(async (own) => {
    const found = await lockedVersion(own, database.engine);
    if (found > wanted.length) throw new StoreProblem('file.newer', { file: place, found, known: wanted.length });
    for (const step of wanted.slice(found)) {
      for (const statement of step(types[database.engine])) await sql.raw(statement).execute(own);
    }
    if (found < wanted.length) await sql`UPDATE register_version SET version = ${wanted.length}`.execute(own);
  });
}

/** The row that says the version, and that a migration holds while it works. */
async function begin({ sql: database }: Database): Promise<void> {
  const table = sql`CREATE TABLE IF NOT EXISTS register_version (only_one integer PRIMARY KEY, version integer NOT NULL)`;
  // PostgreSQL refuses, rather than waits, where another process makes the same table at this moment: then it is there.
  await table.execute(database).catch((error: unknown) => {
    if (!/^(23505|42P07|42710)$/.test(codeOf(error))) throw error;
  });
  await sql`INSERT INTO register_version VALUES (1, 0) ON CONFLICT DO NOTHING`.execute(database);
}

async function lockedVersion(database: Kysely<Tables>, engine: Database['engine']): Promise<number> {
  const lock = engine === 'postgres' ? sql` FOR UPDATE` : sql``;
  const { rows } = await sql<{ version: number }>`SELECT version FROM register_version${lock}`.execute(database);
  return rows[0]?.version ?? 0;
}
