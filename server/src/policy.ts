import { roles } from '@throughline/core';

/**
 * Who may ask for what: the one table. Every route names its line in it; one that does not cannot be registered, and the
 * tests walk every route with every standing.
 */

/** How somebody stands: to the server, or in the review that they ask about. */
export const standings = ['nobody', 'account', 'administrator', ...roles] as const;
export type Standing = (typeof standings)[number];

const everybody = ['nobody', 'account', 'administrator'] as const;
const signedIn = ['account', 'administrator'] as const;
const administrators = ['administrator'] as const;
const members = roles;
const team = ['lead', 'reviewer', 'information-specialist'] as const;
const readers = ['lead', 'reviewer'] as const;
const leads = ['lead'] as const;

/**
 * A line is about the server, or about one review. To look at a review is not to see all of it: what a member sees there
 * is core's `see`, and what they may change is core's `decide`. An administrator of the server is nobody in a review.
 */
export const policy = {
  // Getting in.
  'session.see': everybody,
  'session.begin': everybody,
  'session.end': everybody,
  'server.setUp': everybody,
  'invitation.see': everybody,
  'invitation.makeAccount': everybody,
  'invitation.accept': signedIn,
  'password.forgotten': everybody,
  'password.reset': everybody,
  // The description of these calls, without anything that is kept here; whether the server answers.
  'server.describe': everybody,
  'server.health': everybody,
  // One's own.
  'account.own': signedIn,
  'reviews.list': signedIn,
  'reviews.start': signedIn,
  'reviews.bring': signedIn,
  // The server.
  'server.govern': administrators,
  // A review.
  'review.look': members,
  'review.propose': members,
  'review.present': members,
  'review.read': team,
  'review.seeTeam': team,
  'review.import': team,
  'review.attach': readers,
  'review.invite': leads,
  'review.seeEvents': leads,
  'review.takeAway': leads,
  'review.handOver': leads,
  'review.takeBack': leads,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

export type AccessName = keyof typeof policy;
/** The lines that are about one review. */
export type ReviewAccess = Extract<AccessName, `review.${string}`>;
/** The lines that somebody may reach who has not signed in. */
export type OpenAccess = { [A in AccessName]: 'nobody' extends (typeof policy)[A][number] ? A : never }[AccessName];

export const isReviewAccess = (access: AccessName): access is ReviewAccess => access.startsWith('review.');

export const mayBe = (access: AccessName, standing: Standing): boolean =>
  (policy[access] as readonly Standing[]).includes(standing);

/** How a visitor stands to the server. */
export const standingOf = (visitor: { readonly administrator: boolean } | undefined): Standing =>
  visitor === undefined ? 'nobody' : visitor.administrator ? 'administrator' : 'account';
