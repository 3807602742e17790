import type { PersonId, ReviewId, Role } from '@throughline/core';
import type {
  Accepted,
  Account,
  Accounts,
  ArchivePeople,
  Events,
  HandOver,
  InvitationView,
  Invite,
  Invited,
  KeptReviews,
  Limits,
  Me,
  NewAccount,
  ReviewCard,
  SecondFactor,
  Session,
  Sessions,
  Setup,
  SignedIn,
  SignIn,
  TakenBack,
  Team,
} from '@throughline/wire';
import { asked, query, sent, sentForFile, type UploadWatch, upload } from './ask.js';

const at = (...parts: readonly string[]): string => `/api/${parts.map(encodeURIComponent).join('/')}`;

/** What the pages ask about signing in. */
export const door = {
  session: (): Promise<Session> => asked(at('session')),
  signIn: (said: SignIn): Promise<SignedIn> => sent('POST', at('session'), said),
  secondFactor: (code: string): Promise<SignedIn> => sent('POST', at('session', 'second-factor'), { code }),
  signOut: (): Promise<void> => sent('DELETE', at('session')),
  setUp: (said: Setup): Promise<SignedIn> => sent('POST', at('setup'), said),
  invitation: (token: string): Promise<InvitationView> => asked(at('invitations', token)),
  accept: (token: string): Promise<Accepted> => sent('POST', at('invitations', token, 'accept'), {}),
  joinAsNew: (token: string, said: NewAccount): Promise<Accepted> =>
    sent('POST', at('invitations', token, 'account'), said),
  forgotten: (email: string): Promise<void> => sent('POST', at('password', 'forgotten'), { email }),
  reset: (token: string, password: string): Promise<void> => sent('POST', at('password', 'reset'), { token, password }),
  /** Leads to a provider, and from there to a page of ours; with an invitation, an account may be made on the way. */
  openIdAddress: (id: string, then: { readonly to?: string; readonly invitation?: string } = {}): string =>
    `${at('sign-in', 'openid', id)}?${query(then)}`,
};

/** One's own account. */
export const account = {
  rename: (name: string): Promise<Account> => sent('PUT', at('account'), { name }),
  changePassword: (current: string, password: string): Promise<void> =>
    sent('PUT', at('account', 'password'), { current, password }),
  beginSecondFactor: (password: string): Promise<SecondFactor> =>
    sent('POST', at('account', 'second-factor'), { password }),
  confirmSecondFactor: (code: string): Promise<void> =>
    sent('POST', at('account', 'second-factor', 'confirm'), { code }),
  endSecondFactor: (password: string): Promise<void> => sent('DELETE', at('account', 'second-factor'), { password }),
  sessions: (): Promise<Sessions> => asked(at('account', 'sessions')),
  endSession: (session: string): Promise<void> => sent('DELETE', at('account', 'sessions', session)),
  endOtherSessions: (): Promise<void> => sent('DELETE', at('account', 'sessions')),
};

/** An account as an administrator sees it. */
export type KeptAccount = Accounts['accounts'][number];

/** What an administrator sets on an account. */
export interface AccountSet {
  readonly disabled?: boolean;
  readonly administrator?: boolean;
  readonly secondFactor?: false;
}

/** The server, for administrators. */
export const admin = {
  accounts: (): Promise<Accounts> => asked(at('admin', 'accounts')),
  set: (id: string, said: AccountSet): Promise<void> => sent('PUT', at('admin', 'accounts', id), said),
  resetLink: (id: string): Promise<{ readonly link: string }> =>
    sent('POST', at('admin', 'accounts', id, 'reset-link'), {}),
  invite: (said: { readonly name: string; readonly email?: string }): Promise<Invited> =>
    sent('POST', at('admin', 'invitations'), said),
  reviews: (): Promise<KeptReviews> => asked(at('admin', 'reviews')),
  limits: (): Promise<Limits> => asked(at('admin', 'limits')),
  setLimits: (said: Limits): Promise<unknown> => sent('PUT', at('admin', 'limits'), said),
  events: (before?: string): Promise<Events> => asked(`${at('admin', 'events')}?${query({ before })}`),
};

/** The team of one review, and moving it from one place to another. */
export const teamOf = (review: ReviewId) => ({
  team: (): Promise<Team> => asked(at('reviews', review, 'team')),
  invite: (said: Invite): Promise<Invited> => sent('POST', at('reviews', review, 'invitations'), said),
  add: (said: { readonly name: string; readonly role: Role }): Promise<Me> =>
    sent('POST', at('reviews', review, 'people'), said),
  withdraw: (invitation: string): Promise<void> => sent('DELETE', at('reviews', review, 'invitations', invitation)),
  events: (before?: string): Promise<Events> => asked(`${at('reviews', review, 'events')}?${query({ before })}`),
  present: (room: string): Promise<void> => sent('POST', at('reviews', review, 'presence'), { room }),
  archiveAddress: at('reviews', review, 'archive'),
  handOver: (said: HandOver) => sentForFile(at('reviews', review, 'shares'), said),
  takeBack: (file: File, watch: UploadWatch): Promise<TakenBack> =>
    upload(at('reviews', review, 'returns'), {}, file, watch),
});

/** Bringing a review from elsewhere. */
export const archives = {
  people: (file: File, watch: UploadWatch): Promise<ArchivePeople> => upload(at('archives', 'people'), {}, file, watch),
  bring: (file: File, me: PersonId | undefined, watch: UploadWatch): Promise<ReviewCard> =>
    upload(at('reviews', 'archives'), { as: me ?? '' }, file, watch),
};
