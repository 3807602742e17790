import type { ColumnType } from 'kysely';

/**
 * The tables of a register. Those of accounts and sessions are laid out as the sign-in library reads and writes them
 * (names of columns, how time is kept); a test of the server holds them against what the library asks for.
 */
export interface Tables {
  readonly accounts: AccountRow;
  readonly sessions: SessionRow;
  readonly sign_ins: SignInRow;
  readonly verifications: VerificationRow;
  readonly second_factors: SecondFactorRow;
  readonly members: MemberRow;
  readonly invitations: InvitationRow;
  readonly events: EventRow;
  readonly attempts: AttemptRow;
  readonly settings: { readonly name: string; readonly value: string };
}

/** SQLite keeps a moment as ISO text, PostgreSQL as a timestamp; both take ISO text. */
type Moment = ColumnType<string | Date, string, string>;
/** SQLite keeps 0 or 1, PostgreSQL a boolean; `Database.flag` gives the right one. */
type Flag = ColumnType<boolean | number, boolean | number, boolean | number>;

interface AccountRow {
  readonly id: string;
  readonly name: string;
  /** In lower case; one account each. */
  readonly email: string;
  readonly emailVerified: Flag;
  readonly createdAt: Moment;
  readonly updatedAt: Moment;
  readonly twoFactorEnabled: Flag | null;
  readonly administrator: Flag;
  readonly disabled: Flag;
  readonly askedForReset: string | null;
}
interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly userAgent: string | null;
  readonly createdAt: Moment;
  readonly expiresAt: Moment;
}
interface SignInRow {
  readonly id: string;
  readonly accountId: string;
  /** "credential" for a password, else the provider. */
  readonly providerId: string;
  readonly userId: string;
  readonly password: string | null;
  readonly createdAt: Moment;
  readonly updatedAt: Moment;
}
interface VerificationRow {
  readonly id: string;
  readonly expiresAt: Moment;
}
interface SecondFactorRow {
  readonly id: string;
  readonly userId: string;
}
interface MemberRow {
  readonly review: string;
  readonly account: string;
  readonly person: string;
  /** For the administrator's list alone: what somebody may is read from the review. */
  readonly role: string | null;
  /** 1 where this account started the review here, or brought it. */
  readonly started: number;
}
interface InvitationRow {
  readonly id: string;
  /** SHA-256 of the token that the link holds. */
  readonly token: string;
  readonly review: string | null;
  readonly person: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly inviter: string;
  readonly until: string;
  readonly used: string | null;
  readonly withdrawn: string | null;
}
interface EventRow {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly account: string | null;
  readonly review: string | null;
  /** JSON. */
  readonly said: string;
}
interface AttemptRow {
  readonly key: string;
  readonly count: number;
  readonly until: string;
}
