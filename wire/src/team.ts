import type { PersonId, Refusal, ReviewId, Role, SeenChange, Stage } from '@throughline/core';

/**
 * What browser and server say to each other about accounts, teams and moving a review. A workbench of one person at one
 * machine (a desk) answers `desk` to GET /api/session and knows none of the account routes.
 */
export type AccountId = string & { readonly account: unique symbol };

/** GET /api/session: who asks, and how one signs in here. Answered to everybody. */
export type Session =
  | {
      readonly at: 'desk';
      readonly person: PersonId;
      readonly name: string;
      /** Nobody has been asked for a name yet: it is the machine's. The pages ask once. */
      readonly nameAsked: boolean;
    }
  | {
      readonly at: 'server';
      readonly account?: Account;
      readonly signIn: SignInWays;
      /** No account exists yet: the first one is made at /setup with the key that the program printed. */
      readonly empty: boolean;
    };
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly secondFactor: boolean;
}
export interface SignInWays {
  readonly password: boolean;
  /**
   * OpenID Connect: GET /api/sign-in/openid/:id?to=PAGE&invitation=TOKEN leads there, both optional. The way back ends at
   * the page, at the review that the invitation was to, or at /sign-in?problem=CODE. Without `invitation` it makes no
   * account, unless the provider's people are all let in.
   */
  readonly openId: readonly { readonly id: string; readonly name: string }[];
  /** Mail can be sent: a forgotten password is reset by mail. Without it an administrator is asked. */
  readonly mail: boolean;
}

/** POST /api/session { email, password } → 200 SignedIn. Wrong: 401 `account.wrong`, whatever was wrong. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}
/** `secondFactor`: POST /api/session/second-factor { code } comes next; a backup code is a code too. */
export type SignedIn = { readonly account: Account } | { readonly secondFactor: true };
// DELETE /api/session → 204

/** POST /api/setup: the first account, an administrator's. `key` was printed by the program. → SignedIn */
export interface Setup extends NewAccount {
  readonly key: string;
}
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  /** At least 12 characters, at most 128; refused as `account.weakPassword` where it is among the most used. */
  readonly password: string;
}

/**
 * GET /api/invitations/:token: what somebody was invited to; 404 `invitation.unknown` where it was used, taken back, or is
 * over. POST /api/invitations/:token/accept (signed in) → { review? }. POST /api/invitations/:token/account NewAccount
 * makes the account, signs in and accepts → { review? }.
 */
export interface InvitationView {
  /** Absent: an account on this server, and no review. */
  readonly review?: { readonly title: string; readonly role: Role };
  /** As whom: the name on the card that the inviter wrote. */
  readonly name: string;
  readonly email?: string;
  readonly by: string;
  readonly until: string;
}
export interface Accepted {
  readonly review?: ReviewId;
}

// POST /api/password/forgotten { email } → 202, whether there is such an account or not
// POST /api/password/reset { token, password } → 204; 410 `account.linkOver`. The link is /reset#TOKEN.

/** GET /api/account → Account. PUT /api/account { name } → Account. PUT /api/account/password { current, password } → 204 */
/** POST /api/account/second-factor { password } → SecondFactor; POST …/second-factor/confirm { code } → 204; DELETE { password } */
export interface SecondFactor {
  /** otpauth://…, to be shown as a picture and as text. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}
/** GET /api/account/sessions. DELETE /api/account/sessions/:session · DELETE /api/account/sessions (all but this one) */
export interface Sessions {
  readonly sessions: readonly {
    readonly id: string;
    readonly here: boolean;
    readonly since: string;
    readonly browser?: string;
  }[];
}

/** GET /api/reviews/:id/team: the people of a review, and who of them can sign in. For members but commenters. */
export interface Team {
  readonly people: readonly TeamMember[];
  readonly invitations: readonly OpenInvitation[];
}
export interface TeamMember {
  readonly person: PersonId;
  readonly name?: string;
  readonly role: Role;
  /** Absent: nobody has an account for this person here; an invitation gives one. */
  readonly account?: { readonly email?: string };
  readonly you: boolean;
}
/** Shown to leads. */
export interface OpenInvitation {
  readonly id: string;
  readonly person: PersonId;
  readonly email?: string;
  readonly until: string;
}
/**
 * POST /api/reviews/:id/invitations (leads): somebody new, by name and role, who is put among the review's people by one
 * change; or `person`, who is among them already. → Invited. DELETE /api/reviews/:id/invitations/:invitation → 204.
 * A role is changed and a person taken out by changes (`person.edited`, `person.removed`), as on a desk.
 */
export type Invite = ({ readonly name: string; readonly role: Role } | { readonly person: PersonId }) & {
  readonly email?: string;
};
export interface Invited {
  readonly id: string;
  /** Shown once; it is kept nowhere: /join/TOKEN. */
  readonly link: string;
  /** A link of its own went out by mail; either works, and once. */
  readonly mailed: boolean;
  readonly until: string;
}

// POST /api/reviews/:id/presence { room } → 204: I am here, said again every 20 seconds while the page is open

/** Administrators only. GET /api/admin/accounts */
export interface Accounts {
  readonly accounts: readonly (Account & {
    readonly disabled: boolean;
    readonly since: string;
    readonly reviews: number;
    /** Asked for a new password, and no mail could be sent. */
    readonly askedForReset?: string;
  })[];
}
// PUT /api/admin/accounts/:account { disabled?, administrator?, secondFactor?: false } → 204; the last administrator stays
// POST /api/admin/accounts/:account/reset-link → { link }, shown once
// POST /api/admin/invitations { name, email? } → Invited, to this server
/** GET /api/admin/reviews: how much room they take, and nothing of what is in them. */
export interface KeptReviews {
  readonly reviews: readonly {
    readonly id: ReviewId;
    readonly bytes: number;
    readonly changes: number;
    readonly leads: readonly string[];
  }[];
}
/** GET · PUT /api/admin/limits */
export interface Limits {
  /** Reviews that one account may start. */
  readonly reviewsPerAccount: number;
  readonly bytesPerReview: number;
  readonly bytesPerUpload: number;
}
/**
 * GET /api/admin/events?before=: what happened to accounts and access on the server, newest first. GET
 * /api/reviews/:id/events (leads): the same for one review. Never what is in a review.
 */
export interface Events {
  readonly events: readonly {
    readonly id: string;
    readonly at: string;
    /** "sign-in", "sign-in.failed", "member.joined"…: the catalogue says it. */
    readonly what: string;
    readonly account?: string;
    readonly values: Readonly<Record<string, string | number>>;
  }[];
  readonly more?: string;
}

// GET /api/reviews/:id/archive      application/zip: the review, complete and private
// POST /api/reviews/archives        multipart: an archive, or a review's file → ReviewCard; `as`: who I am in it (a person's id)
/** POST /api/archives/people: multipart, the same file: whose review it is, to choose who one is. Nothing is kept. */
export interface ArchivePeople {
  readonly title: string;
  readonly people: readonly { readonly person: PersonId; readonly name?: string; readonly role: Role }[];
}

/**
 * POST /api/reviews/:id/shares: hands a share over: notes in the review what was handed to whom, and answers the share's
 * file (application/octet-stream), with only that person's records and nobody's votes.
 */
export interface HandOver {
  readonly person: PersonId;
  readonly stage: Stage;
  /** Of the works that stand at that stage: more than 0, at most 100. */
  readonly percent: number;
  /** Which sample: the same seed draws the same works. Drawn here where absent, and kept. */
  readonly seed?: string;
}
/** POST /api/reviews/:id/returns: multipart, the share's file. What it says is proposed as it would have been here. */
export interface TakenBack {
  readonly person: PersonId;
  /** Changes that were taken in, and those that had been before. */
  readonly taken: number;
  readonly known: number;
  /** What contradicts: the change, why it was refused, in the order of the share. It is still in the share's file. */
  readonly refused: readonly { readonly change: SeenChange; readonly refusal: Refusal }[];
}
