import { idShape, roles } from '@throughline/core';
import { z } from 'zod';
import { ofReview } from '../shape.js';

/** What the calls about accounts take and answer (wire/src/team.ts says the same in types). */
const name = z.string().trim().min(1).max(200);
/** Whether it is an address is told in words of its own. */
const email = z.string().trim().max(254);
/** Longer than any that is taken; what is too long is told in words of its own. */
const password = z.string().max(1000);
const code = z.string().trim().max(40);
const token = z.string().min(1).max(200);
const id = z.string().max(80);

export const signInShape = z.object({ email, password });
export const codeShape = z.object({ code });
export const passwordShape = z.object({ password });
export const newAccountShape = z.object({ name, email, password });
export const setupShape = newAccountShape.extend({ key: z.string().max(200) });
export const ofToken = z.object({ token });
export const forgottenShape = z.object({ email });
export const resetShape = z.object({ token, password });
export const nameShape = z.object({ name });
export const changePasswordShape = z.object({ current: password, password });
export const ofSession = z.object({ session: id });
export const ofProvider = z.object({ id: z.string().max(40) });
export const leadQuestion = z.object({
  /** A page of ours to go to afterwards. */
  to: z.string().max(500).optional(),
  invitation: token.optional(),
});
/** What a provider says on the way back, whatever it is. */
export const comeBackQuestion = z.record(z.string().max(100), z.string().max(5000));

export const inviteShape = z.union([
  z.object({ name, role: z.enum(roles), email: email.optional() }),
  z.object({ person: z.string().regex(idShape), email: email.optional() }),
]);
export const inviteToServerShape = z.object({ name, email: email.optional() });
export const ofInvitation = ofReview.extend({ invitation: id });

export const ofAccount = z.object({ account: id });
export const setAccountShape = z.object({
  disabled: z.boolean().optional(),
  administrator: z.boolean().optional(),
  secondFactor: z.literal(false).optional(),
});
const bytes = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const limitsShape = z.object({
  reviewsPerAccount: z.number().int().min(0).max(1_000_000),
  bytesPerReview: bytes,
  bytesPerUpload: bytes,
});
export const eventsQuestion = z.object({ before: z.string().max(200).optional() });

const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  administrator: z.boolean(),
  secondFactor: z.boolean(),
});
export const accountAnswer = account;
export const sessionAnswer = z.object({
  at: z.literal('server'),
  account: account.optional(),
  signIn: z.object({
    password: z.boolean(),
    openId: z.array(z.object({ id: z.string(), name: z.string() })),
    mail: z.boolean(),
  }),
  empty: z.boolean(),
});
export const signedInAnswer = z.union([z.object({ account }), z.object({ secondFactor: z.literal(true) })]);
export const acceptedAnswer = z.object({ review: z.string().optional() });
export const invitationAnswer = z.object({
  review: z.object({ title: z.string(), role: z.enum(roles) }).optional(),
  name: z.string(),
  email: z.string().optional(),
  by: z.string(),
  until: z.string(),
});
export const secondFactorAnswer = z.object({ uri: z.string(), backupCodes: z.array(z.string()) });
export const sessionsAnswer = z.object({
  sessions: z.array(z.object({ id: z.string(), here: z.boolean(), since: z.string(), browser: z.string().optional() })),
});
export const teamAnswer = z.object({
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string().optional(),
      role: z.enum(roles),
      account: z.object({ email: z.string().optional() }).optional(),
      you: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.object({ id: z.string(), person: z.string(), email: z.string().optional(), until: z.string() }),
  ),
});
export const invitedAnswer = z.object({
  id: z.string(),
  link: z.string(),
  mailed: z.boolean(),
  until: z.string(),
});
export const accountsAnswer = z.object({
  accounts: z.array(
    account.extend({
      disabled: z.boolean(),
      since: z.string(),
      reviews: z.number().int(),
      askedForReset: z.string().optional(),
    }),
  ),
});
export const linkAnswer = z.object({ link: z.string() });
export const keptReviewsAnswer = z.object({
  reviews: z.array(
    z.object({ id: z.string(), bytes: z.number().int(), changes: z.number().int(), leads: z.array(z.string()) }),
  ),
});
export const eventsAnswer = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      what: z.string(),
      account: z.string().optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  more: z.string().optional(),
});
